// host: service
// relay-compiler and relay-runtime: fragments against the schema that the running service tells, and its manifest, trusted.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import relay from "relay-runtime";
import { checks } from "./Host/checks.mjs";
import { copyOf, execute } from "./Host/programs.mjs";
import { ask, introspect, startService, tokenOf, verb } from "./Host/service.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const folder = copyOf("Relay");
const compile = () => execute(
    process.execPath, [join(folder, "node_modules/relay-compiler/cli.js"), "relay.config.json"], { cwd: folder });
const generated = name => createRequire(import.meta.url)(join(folder, "__generated__", `${name}.graphql.js`));
const variables = { area: { neighborhoodCode: "1168064000" }, count: 3 };
let service, environment;

// Relay has no text to send: of each operation only the id is left.
function connect(token) {
    const send = async ({ id, text }, variables) => {
        assert.equal(text, null);
        return ask(service.url, { documentId: id, variables }, token);
    };
    return new relay.Environment({
        network: relay.Network.create(send), store: new relay.Store(new relay.RecordSource()),
    });
}

const read = (fragment, owner) => environment.lookup(relay.getSingularSelector(generated(fragment), owner)).data;

check("relay-compiler accepts the introspected schema", async () => {
    writeFileSync(join(folder, "schema.graphql"), await introspect(url));
    const { code, output } = await compile();
    assert.equal(code, 0, output);
}, { seconds: 300 });

check("it refuses a fragment that does not fit", async () => {
    const mistake = join(folder, "mistake.js");
    writeFileSync(mistake, "graphql`fragment mistake on JobPost { wage { currency } }`;\n");
    const { code, output } = await compile();
    rmSync(mistake);
    assert.notEqual(code, 0);
    assert.match(output, /The type `Wage` has no field `currency`/);
}, { seconds: 300 });

check("trusted-documents check accepts the manifest", async () => {
    const { code, output } = await verb("trusted-documents", "check", join(folder, "manifest"));
    assert.equal(code, 0, output);
    assert.match(output, /^4 documents fit schema\.graphql\.$/m);
}, { seconds: 300 });

check("a service that trusts nothing else is asked by id, and refuses texts", async () => {
    service = await startService({
        PersistedOperations__Folder: join(folder, "manifest"), PersistedOperations__Mode: "TrustedOnly",
    });
    environment = connect(await tokenOf(900_003));
    const { errors: [error] } = await ask(service.url, { query: "{ jobCategories { key } }" });
    assert.equal(error.extensions.code, "OPERATION_NOT_TRUSTED");
}, { seconds: 300 });

check("a connection grows by pages in Relay's store", async () => {
    const query = await relay.fetchQuery(environment, generated("feedQuery"), variables).toPromise();
    const retained = environment.retain(relay.createOperationDescriptor(generated("feedQuery"), variables));
    const first = read("feed_posts", query).jobPosts;
    assert.equal(first.edges.length, 3);
    assert.equal(first.pageInfo.hasNextPage, true);
    const cursor = first.pageInfo.endCursor;
    await relay.fetchQuery(environment, generated("feedPageQuery"), { ...variables, cursor }).toPromise();
    const distances = read("feed_posts", query).jobPosts.edges.map(edge => edge.distanceMeters);
    assert.equal(distances.length, 6);
    assert.deepEqual(distances, distances.toSorted((a, b) => a - b));
    retained.dispose();
});

check("a fragment of a node is fetched again by its id", async () => {
    const query = await relay.fetchQuery(environment, generated("feedQuery"), variables).toPromise();
    const card = read("feed_card", read("feed_posts", query).jobPosts.edges[0].node);
    const { node } = await relay.fetchQuery(environment, generated("feedCardQuery"), { id: card.id }).toPromise();
    assert.deepEqual(read("feed_card", node), card);
});

check("a mutation's payload changes what the store knows", async () => {
    const query = await relay.fetchQuery(environment, generated("feedQuery"), variables).toPromise();
    const card = () => read("feed_card", read("feed_posts", query).jobPosts.edges[0].node);
    assert.equal(card().viewerState.isSaved, false);
    const { saveJobPost } = await new Promise((onCompleted, onError) => relay.commitMutation(environment, {
        mutation: generated("feedSaveMutation"), variables: { input: { jobPostId: card().id } }, onCompleted, onError,
    }));
    assert.equal(saveJobPost.errors, null);
    assert.equal(card().viewerState.isSaved, true);
    await service.stop();
});

await run();
