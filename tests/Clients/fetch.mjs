// No GraphQL client at all: what plain HTTP says of methods, media types, compression and other origins.
import assert from "node:assert/strict";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { checks } from "./Host/checks.mjs";
import { startHost } from "./Host/start.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const json = { "Content-Type": "application/json" };
const hello = JSON.stringify({ query: "{ hello }" });
const codeOf = async response => (await response.json()).errors[0].extensions.code;

check("another method is 405, with what is allowed", async () => {
    const response = await fetch(url, { method: "PUT", headers: json, body: hello });
    assert.deepEqual([response.status, response.headers.get("allow")], [405, "GET, HEAD, POST"]);
    assert.equal(await codeOf(response), "METHOD_NOT_ALLOWED");
});

check("an Accept header without a usable type is 406", async () => {
    const response = await fetch(url, { method: "POST", headers: { ...json, Accept: "text/html" }, body: hello });
    assert.deepEqual([response.status, await codeOf(response)], [406, "NOT_ACCEPTABLE"]);
});

for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    check(`a body of type ${type} is 415: another site's page could send it unasked`, async () => {
        const response = await fetch(url, { method: "POST", headers: { "Content-Type": type }, body: hello });
        assert.deepEqual([response.status, await codeOf(response)], [415, "UNSUPPORTED_MEDIA_TYPE"]);
    });
}

check("strangers are 401 where tokens are required, and any token is somebody", async () => {
    const host = await startHost({ options: ["--require-token"] });
    const ask = headers => fetch(host.url, { method: "POST", headers: { ...json, ...headers }, body: hello });
    const stranger = await ask({});
    assert.deepEqual([stranger.status, stranger.headers.get("www-authenticate")], [401, "Bearer"]);
    assert.equal(await codeOf(stranger), "UNAUTHENTICATED");
    assert.equal((await ask({ Authorization: "Bearer" })).status, 401);
    assert.deepEqual(await (await ask({ Authorization: "Bearer anything" })).json(), { data: { hello: "world" } });
    await host.stop();
});

check("HEAD is GET without a body", async () => {
    const response = await fetch(`${url}?query={hello}`, { method: "HEAD" });
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-type"), /^application\/json/);
    assert.equal(await response.text(), "");
});

check("a byte order mark before the body is looked past", async () => {
    const response = await fetch(url, { method: "POST", headers: json, body: `\ufeff${hello}` });
    assert.deepEqual(await response.json(), { data: { hello: "world" } });
});

// fetch hides the compression, so these ask by hand.
const compressed = (encoding, accept) => new Promise((resolve, reject) => {
    const headers = { ...json, "Accept-Encoding": encoding, Accept: accept };
    const asking = request(url, { method: "POST", headers }, async answer => {
        const chunks = await answer.toArray();
        resolve({ encoding: answer.headers["content-encoding"], body: Buffer.concat(chunks) });
    });
    asking.on("error", reject);
    asking.end(JSON.stringify({ query: "{ items(count: 500) { id } }" }));
});

for (const [encoding, decompress] of [["br", brotliDecompressSync], ["gzip", gunzipSync]]) {
    check(`an answer is compressed with ${encoding} for whoever accepts it`, async () => {
        const answer = await compressed(encoding, "application/json");
        assert.equal(answer.encoding, encoding);
        assert.equal(JSON.parse(decompress(answer.body)).data.items.length, 500);
    });
}

check("a stream is not compressed", async () => {
    const answer = await compressed("br, gzip", "text/event-stream");
    assert.equal(answer.encoding, undefined);
    assert.match(answer.body.toString(), /^event: next$/m);
});

check("pages of other origins are answered only where the configuration names them", async () => {
    const preflight = { method: "OPTIONS", headers: { Origin: "https://shop.example", "Access-Control-Request-Method": "POST" } };
    assert.equal((await fetch(url, preflight)).headers.get("access-control-allow-origin"), null);
    const host = await startHost({ settings: { AllowedOrigins__0: "https://shop.example" } });
    const allowed = await fetch(host.url, preflight);
    assert.deepEqual([allowed.status, allowed.headers.get("access-control-allow-origin")], [204, "https://shop.example"]);
    const stranger = await fetch(host.url, { ...preflight, headers: { ...preflight.headers, Origin: "https://evil.example" } });
    assert.equal(stranger.headers.get("access-control-allow-origin"), null);
    await host.stop();
});

await run();
