// Server-sent events with the client that people use, in its distinct connections mode, and with fetch for the bytes themselves.
import assert from "node:assert/strict";
import { createClient } from "graphql-sse";
import { checks } from "./Host/checks.mjs";
import { startHost } from "./Host/start.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const lively = await startHost({ settings: { EventStreamKeepAliveSeconds: 1 } });
const small = await startHost({ settings: { ConnectionsMax: 2 } });
const guarded = await startHost({ options: ["--require-token"] });

const connect = (options = {}) => createClient({ url, retryAttempts: 0, ...options });

async function collect(client, query, stopAfter = Infinity) {
    const results = [];
    for await (const result of client.iterate({ query })) {
        results.push(result);
        if (results.length === stopAfter) break;
    }
    return results;
}

const post = (query, { target = url, ...options } = {}) => fetch(target, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ query }),
    ...options,
});

// What comes until there is enough of it; to end before is a failure.
async function readUntil(isEnough, reader) {
    let text = "";
    while (!isEnough(text)) {
        const { done, value } = await reader.read();
        assert.ok(!done, `It ended: ${text}`);
        text += value;
    }
    return text;
}

const readerOf = response => response.body.pipeThrough(new TextDecoderStream()).getReader();

check("a subscription runs to its completion", async () => {
    const results = await collect(connect(), "subscription { ticks(count: 5) }");
    assert.equal(results.length, 5);
    assert.ok(results.every(result => Number.isInteger(result.data.ticks)));
});

check("a query is one event", async () => {
    assert.deepEqual(await collect(connect(), "{ hello }"), [{ data: { hello: "world" } }]);
});

check("50 subscriptions at once", async () => {
    const client = connect();
    const all = await Promise.all(Array.from({ length: 50 }, () => collect(client, "subscription { ticks(count: 3) }")));
    assert.ok(all.every(results => results.length === 3));
});

check("a deferred fragment arrives in an event of its own", async () => {
    const results = await collect(connect(), "{ slow(ms: 100) { fast ... @defer { late } } }");
    assert.deepEqual(results[0].data, { slow: { fast: "fast" } });
    assert.equal(results.at(-1).hasNext, false);
    assert.deepEqual(results.flatMap(result => result.incremental ?? []).map(part => part.data), [{ late: "late" }]);
});

check("what cannot be executed is an event too", async () => {
    const [result] = await collect(connect(), "subscription { nothing }");
    assert.equal(result.errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
    assert.equal("data" in result, false);
});

check("the bytes: headers, a first comment, events, an empty last one", async () => {
    const response = await post("{ hello }");
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
    assert.match(response.headers.get("cache-control"), /no-cache/);
    assert.equal(response.headers.get("x-accel-buffering"), "no");
    assert.equal(await response.text(), ':\n\nevent: next\ndata: {"data":{"hello":"world"}}\n\nevent: complete\ndata: \n\n');
});

check("GET, as a browser's EventSource sends it", async () => {
    const query = new URLSearchParams({ query: "subscription { ticks(count: 2) }" });
    const response = await fetch(`${url}?${query}`, { headers: { Accept: "text/event-stream" } });
    assert.equal((await response.text()).match(/^event: next$/gm).length, 2);
});

check("a quiet stream shows that it lives", async () => {
    const reader = readerOf(await post("subscription { ticks(count: 1000000, intervalMs: 4000) }", { target: lively.url }));
    const count = (line, text) => text.match(line)?.length ?? 0;
    await readUntil(text => count(/^:$/gm, text) >= 3 && count(/^event: next$/gm, text) >= 2, reader);
    await reader.cancel();
});

check("more streams than there may be are refused, and a client that leaves makes room", async () => {
    const leaving = new AbortController();
    const endless = "subscription { ticks(count: 1000000, intervalMs: 60000) }";
    const [first] = await Promise.all([1, 2].map(() => post(endless, { target: small.url, signal: leaving.signal })));
    assert.equal(first.status, 200);
    const refused = await post("{ hello }", { target: small.url });
    assert.equal(refused.status, 503);
    assert.equal((await refused.json()).errors[0].extensions.code, "TOO_MANY_CONNECTIONS");
    leaving.abort();
    let again;
    do again = await post("{ hello }", { target: small.url });
    while (again.status === 503);
    assert.match(await again.text(), /world/);
});

check("the npm client stops when it wants", async () => {
    assert.equal((await collect(connect(), "subscription { ticks(count: 1000000) }", 2)).length, 2);
});

check("a stranger is refused before the stream begins", async () => {
    const response = await post("{ hello }", { target: guarded.url });
    assert.equal(response.status, 401);
    const client = connect({ url: guarded.url, headers: { Authorization: "Bearer token" } });
    assert.equal((await collect(client, "{ hello }")).length, 1);
});

check("a service that stops completes its subscriptions", async () => {
    const stopping = await startHost();
    const response = await post("subscription { ticks(count: 1000000) }", { target: stopping.url });
    const reader = readerOf(response);
    let text = await readUntil(received => received.includes("event: next"), reader);
    const stopped = stopping.stop();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    assert.ok(text.endsWith("event: complete\ndata: \n\n"), text.slice(-100));
    await stopped;
});

await run();
