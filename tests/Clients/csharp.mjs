// host: service
// graphql-codegen with the C# plugins: a console program generated from what the running service says of itself.
import assert from "node:assert/strict";
import { join } from "node:path";
import { checks } from "./Host/checks.mjs";
import { copyOf, execute, promised } from "./Host/programs.mjs";
import { ask, tokenOf } from "./Host/service.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const folder = copyOf("CSharp");
const environment = { ...process.env, SCHEMA: url, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_CLI_UI_LANGUAGE: "en" };
const inFolder = (file, ...args) => execute(file, args, { cwd: folder, env: environment });
const build = (...options) => inFolder("dotnet", "build", "--nologo", "--verbosity", "quiet", ...options);
let answers;

check("graphql-codegen generates from the running service", async () => {
    const { code, output } = await inFolder(process.execPath, join(folder, "node_modules/@graphql-codegen/cli/esm/bin.js"));
    assert.equal(code, 0, output);
}, { seconds: 300 });

check("what it generates compiles without warnings", async () => {
    const { code, output } = await build();
    assert.equal(code, 0, output);
}, { seconds: 300 });

check("mistakes do not compile, each for its own reason", async () => {
    const { output } = await build("--no-restore", "--property:Mistakes=true", "--property:OutDir=mistakes/");
    const found = [...output.matchAll(/Mistakes\.cs\((\d+),\d+\): error (CS\d+)/g)].map(([, line, code]) => `${line} ${code}`);
    const expected = promised(join(folder, "Mistakes.cs"), /\/\/ (CS\d+)\r?$/);
    assert.ok(expected.length > 0);
    assert.deepEqual([...new Set(found)].sort(), expected.sort(), output);
}, { seconds: 300 });

check("the program runs", async () => {
    const { code, output } = await inFolder("dotnet", join(folder, "bin/Debug/net10.0/Client.dll"), url, await tokenOf(900_002));
    assert.equal(code, 0, output);
    answers = output.trim().split("\n").map(line => JSON.parse(line));
}, { seconds: 300 });

const printed = kind => answers.filter(answer => answer[0] === kind).map(answer => answer.slice(1));

check("the generated query is answered with typed values", async () => {
    const { data: { jobPosts } } = await ask(url, { query: `{
        jobPosts(first: 5, sort: DISTANCE, filter: { area: { neighborhoodCode: "1168064000" }, radiusMeters: 5000 }) {
            edges { distanceMeters node {
                id title publishedAt webUrl wage { type amount hourlyEquivalent } schedule { days startTime }
            } }
        }
    }` });
    assert.deepEqual(printed("post"), jobPosts.edges.map(({ distanceMeters, node: { wage, schedule, ...post } }) => [
        post.id, distanceMeters, post.title, post.publishedAt.slice(0, 10), post.webUrl,
        wage.type, wage.amount, wage.hourlyEquivalent, schedule.days.join(), schedule.startTime,
    ]));
});

check("the generated mutations are carried out, and a user error is told by its type", async () => {
    assert.deepEqual(printed("profile"), [["씨샵", "1990-01-31"]]);
    const [[id, status]] = printed("application");
    assert.equal(status, "SUBMITTED");
    assert.deepEqual(printed("error"), [["AlreadyAppliedError", "ALREADY_APPLIED", id]]);
});

check("a request error arrives as the server's own error", async () => {
    assert.match(printed("refused")[0][0], /AreaInput/);
});

await run();
