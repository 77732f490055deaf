// host: --batching
// Apollo Client's BatchHttpLink: several operations in one request, and what a server says that wants none.
import assert from "node:assert/strict";
import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { BatchHttpLink } from "@apollo/client/link/batch-http";
import { checks } from "./Host/checks.mjs";
import { startHost } from "./Host/start.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const post = (address, body) => fetch(address, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
});

check("operations of one moment are one request", async () => {
    const requests = [];
    const client = new ApolloClient({
        cache: new InMemoryCache(),
        link: new BatchHttpLink({
            uri: url,
            batchInterval: 20,
            fetch: (address, options) => (requests.push(JSON.parse(options.body)), fetch(address, options)),
        }),
    });
    const [hello, items] = await Promise.all([
        client.query({ query: gql`query Hello { hello }` }),
        client.query({ query: gql`query Items { items(count: 1) { id } }` }),
    ]);
    assert.deepEqual(requests.map(batch => batch.map(request => request.operationName)), [["Hello", "Items"]]);
    assert.deepEqual([hello.data.hello, items.data.items[0].id], ["world", "0"]);
});

check("each request of a batch has its own answer, in order", async () => {
    const response = await post(url, [
        { query: "{ slow(ms: 50) { late } }" }, { query: "{" }, { qeury: "" }, { query: "{ hello }" },
    ]);
    assert.equal(response.status, 200);
    const [slow, unparsed, unnamed, hello] = await response.json();
    assert.deepEqual([slow.data.slow.late, hello.data.hello], ["late", "world"]);
    assert.equal(unparsed.errors[0].extensions.code, "GRAPHQL_PARSE_FAILED");
    assert.equal(unnamed.errors[0].extensions.code, "BAD_REQUEST");
});

check("a batch that is too large is refused as a whole", async () => {
    const response = await post(url, Array.from({ length: 11 }, () => ({ query: "{ hello }" })));
    assert.deepEqual([response.status, (await response.json()).errors[0].extensions.code], [400, "BATCH_TOO_LARGE"]);
});

check("batches are off unless somebody turns them on", async () => {
    const host = await startHost();
    const response = await post(host.url, [{ query: "{ hello }" }]);
    assert.deepEqual([response.status, (await response.json()).errors[0].extensions.code], [400, "BATCHING_NOT_ALLOWED"]);
    await host.stop();
});

await run();
