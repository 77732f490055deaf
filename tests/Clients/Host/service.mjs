// The service itself, for clients that want the whole contract: run.sh says where its data is (JOBS_DATA).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildClientSchema, buildSchema, getIntrospectionQuery, GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { execute } from "./programs.mjs";

const at = path => fileURLToPath(new URL(path, import.meta.url));
const program = at("../../../Api/bin/Release/net10.0/Jobs.Api");
const development = { ...process.env, ASPNETCORE_ENVIRONMENT: "Development" };

export const verb = (...args) => execute(program, args, { env: development });

export const tokenOf = async person => (await verb("token", "--user", `${person}`)).output.trim();

/** Another one beside that of run.sh, on the same database. */
export async function startService(settings) {
    const service = spawn(program, ["--urls", "http://127.0.0.1:0"], {
        env: { ...development, ...settings }, stdio: ["ignore", "pipe", "inherit"],
    });
    process.once("exit", () => service.kill("SIGTERM"));
    for await (const line of createInterface(service.stdout)) {
        const ready = /Now listening on: (.+)$/.exec(line);
        if (!ready) continue;
        service.stdout.resume();
        return {
            url: `${ready[1]}/graphql`,
            async stop() {
                service.kill("SIGTERM");
                await once(service, "exit");
            },
        };
    }
    throw new Error("The service did not get ready.");
}

export async function ask(url, request, token) {
    const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...token && { Authorization: `Bearer ${token}` } },
        body: JSON.stringify(request),
    });
    return response.json();
}

/** The schema as the service tells it, as text. */
export async function introspect(url) {
    const query = getIntrospectionQuery({
        specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
    });
    return printSchema(buildClientSchema((await ask(url, { query })).data));
}

/** Two schemas are the same if these are: in one order, without what only one of them can have. Introspection does not tell the
 * uses of @cost and @listSize; @defer and @stream are the engine's, whatever the schema. */
export function sorted(text) {
    const { directives, ...rest } = buildSchema(text).toConfig();
    const ours = directives.filter(({ name }) => name !== "defer" && name !== "stream");
    return printSchema(lexicographicSortSchema(new GraphQLSchema({ ...rest, directives: ours })));
}

export const writtenSchema = () => readFileSync(at("../../../schema.graphql"), "utf8");
