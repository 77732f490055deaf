// urql: queries, errors, a deferred fragment, and a subscription over server-sent events, all with its one fetch exchange.
import assert from "node:assert/strict";
import { Client, fetchExchange } from "@urql/core";
import { checks } from "./Host/checks.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
let lastResponse;
const client = new Client({
    url,
    exchanges: [fetchExchange],
    fetchSubscriptions: true,
    preferGetMethod: false,
    fetch: async (...request) => (lastResponse = await fetch(...request)),
});

const results = source => new Promise(resolve => {
    const all = [];
    source.subscribe(result => {
        all.push(result);
        if (!result.hasNext) resolve(all);
    });
});

check("a query", async () => {
    const { data } = await client.query("query Hello { hello }", {}).toPromise();
    assert.equal(data.hello, "world");
});

check("a query by GET", async () => {
    const { data } = await client.query("query Hello { hello }", {}, { preferGetMethod: "force" }).toPromise();
    assert.equal(data.hello, "world");
    assert.match(lastResponse.url, /\?.*query=/);
});

check("a request error arrives as the server's own error", async () => {
    const { error } = await client.query("{ nothingLikeThis }", {}).toPromise();
    assert.equal(error.graphQLErrors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
});

check("what is deferred arrives after the rest", async () => {
    const all = await results(client.query("{ slow(ms: 300) { fast ... @defer { late } } }", {}));
    assert.match(lastResponse.headers.get("content-type"), /^(multipart\/mixed|text\/event-stream)/);
    assert.deepEqual([all[0].data.slow.fast, all[0].data.slow.late], ["fast", undefined]);
    assert.deepEqual([all.at(-1).data.slow.fast, all.at(-1).data.slow.late], ["fast", "late"]);
});

check("a subscription", async () => {
    const ticks = [];
    await new Promise((resolve, reject) => client.subscription("subscription { ticks(count: 3) }", {}).subscribe(result => {
        if (result.error) reject(result.error);
        if (result.hasNext) ticks.push(result.data.ticks);
        else resolve(); // urql's own last word, which repeats the last event.
    }));
    assert.equal(ticks.length, 3);
});

await run();
