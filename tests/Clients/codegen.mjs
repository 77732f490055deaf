// host: service
// graphql-codegen with the client preset, and TypeScript: a client generated from what the running service says of itself.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checks } from "./Host/checks.mjs";
import { copyOf, execute, promised } from "./Host/programs.mjs";
import { introspect, sorted, startService, tokenOf, verb, writtenSchema } from "./Host/service.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const folder = copyOf("TypeScript");
const tool = (name, ...args) => execute(process.execPath, [join(folder, "node_modules", name), ...args], {
    cwd: folder, env: { ...process.env, SCHEMA: url },
});
const tsc = (...args) => tool("typescript/bin/tsc", "--pretty", "false", ...args);
const manifest = join(folder, "gql/persisted-documents.json");
const area = { neighborhoodCode: "1168064000" };
let client;

check("introspection tells all of schema.graphql", async () => {
    assert.equal(sorted(await introspect(url)), sorted(writtenSchema()));
});

check("graphql-codegen generates from the running service", async () => {
    const { code, output } = await tool("@graphql-codegen/cli/esm/bin.js");
    assert.equal(code, 0, output);
}, { seconds: 300 });

check("what it generates compiles, strictly", async () => {
    const { code, output } = await tsc("--project", ".");
    assert.equal(code, 0, output);
    client = await import(pathToFileURL(join(folder, "built/client.js")));
}, { seconds: 300 });

check("mistakes do not compile, each for its own reason", async () => {
    const { output } = await tsc("--project", "mistakes.json");
    const found = [...output.matchAll(/^mistakes\.ts\((\d+),\d+\): error (TS\d+)/gm)].map(([, line, code]) => `${line} ${code}`);
    const expected = promised(join(folder, "mistakes.ts"), /\/\/ (TS\d+)$/);
    assert.ok(expected.length > 0);
    assert.deepEqual(found, expected, output);
}, { seconds: 300 });

check("the generated query is answered, page after page", async () => {
    const first = await client.nearby({ url }, area, 3);
    const second = await client.nearby({ url }, area, 3, first.end);
    const posts = [...first.posts, ...second.posts];
    assert.equal(new Set(posts.map(post => post.id)).size, 6);
    assert.deepEqual(posts.map(post => post.distance), posts.map(post => post.distance).sort((a, b) => a - b));
    for (const { status, wage, schedule, employer } of posts) {
        assert.equal(status, "OPEN");
        assert.ok(Number.isInteger(wage.amount) && Array.isArray(schedule.days) && employer.verification.level);
    }
});

check("the generated mutations are carried out, and a user error is told by its type", async () => {
    const service = { url, token: await tokenOf(900_001) };
    assert.equal(await client.introduce(service, "타입이", "1990-01-31"), "1990-01-31");
    const [post] = (await client.nearby(service, area, 1)).posts;
    const application = await client.apply(service, post);
    assert.deepEqual([application.isNew, application.status], [true, "SUBMITTED"]);
    assert.deepEqual(await client.apply(service, post), { id: application.id, isNew: false });
}, { seconds: 300 });

check("trusted-documents check accepts the manifest", async () => {
    const { code, output } = await verb("trusted-documents", "check", manifest);
    assert.equal(code, 0, output);
    assert.match(output, /^3 documents fit schema\.graphql\.$/m);
}, { seconds: 300 });

check("where only its documents are trusted the client names them, and nothing else is answered", async () => {
    const service = await startService({
        PersistedOperations__Folder: join(folder, "gql"), PersistedOperations__Mode: "TrustedOnly",
    });
    const { posts } = await client.nearby({ url: service.url, trustedOnly: true }, area, 2);
    assert.deepEqual(posts, (await client.nearby({ url }, area, 2)).posts);
    await assert.rejects(introspect(service.url));
    await service.stop();
}, { seconds: 300 });

await run();
