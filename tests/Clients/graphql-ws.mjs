// graphql-transport-ws with the client that people use, and with a bare socket where that client cannot misbehave.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { checks } from "./Host/checks.mjs";
import { startHost } from "./Host/start.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
const webSocketUrl = url.replace(/^http/, "ws");
// Each limit on a host of its own checks, and long enough that a machine which stands still for some seconds does not reach it.
const impatient = await startHost({ settings: { ConnectionInitSecondsMax: 1 } });
const pinging = await startHost({ settings: { SocketPingSeconds: 5, OperationsPerConnectionMax: 3 } });
const cutting = await startHost({ settings: { SendSecondsMax: 10, SocketPingSeconds: 3600 } });
const guarded = await startHost({ options: ["--require-token"] });

const connect = (options = {}) => createClient({ url: webSocketUrl, webSocketImpl: WebSocket, retryAttempts: 0, ...options });

async function collect(client, query, stopAfter = Infinity) {
    const results = [];
    for await (const result of client.iterate({ query })) {
        results.push(result);
        if (results.length === stopAfter) break;
    }
    return results;
}

// Messages of a bare socket as they come, its close as the last thing.
async function bare(target = webSocketUrl, { protocol = "graphql-transport-ws", init = true } = {}) {
    const socket = new WebSocket(target, protocol);
    const messages = [];
    let wake = () => {};
    socket.on("message", data => { messages.push(JSON.parse(data)); wake(); });
    const closed = once(socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
    await once(socket, "open");
    const connection = {
        socket,
        messages,
        closed,
        send: message => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
        async until(wanted) {
            for (;;) {
                const found = messages.find(wanted);
                if (found) return found;
                await new Promise(resolve => { wake = resolve; });
            }
        },
    };
    if (init) {
        connection.send({ type: "connection_init" });
        await connection.until(message => message.type === "connection_ack");
    }
    return connection;
}

const subscribe = (id, query) => ({ id, type: "subscribe", payload: { query } });
const closesWith = async (code, connection) => assert.equal((await connection.closed).code, code);

// How many bytes wait at the host's end of the connection from this port; undefined if the host has none any more.
function unsent(host, port) {
    const hex = number => Number(number).toString(16).toUpperCase().padStart(4, "0");
    const established = new RegExp(` \\w+:${hex(new URL(host.url).port)} \\w+:${hex(port)} 01 (\\w+):`);
    const found = established.exec(readFileSync("/proc/net/tcp", "utf8"));
    return found ? parseInt(found[1], 16) : undefined;
}

// Until the buffers of both ends are full: at look after look as much waits. Before each the host answers a request, so that
// one which stands still for other reasons is not taken for one that waits for its client.
async function untilFull(host, port) {
    let last, unchanged = 0;
    while (unchanged < 5) {
        await delay(200);
        await (await fetch(`${host.url}?query={hello}`)).text();
        const waiting = unsent(host, port);
        assert.notEqual(waiting, undefined, "cut before its buffers were full");
        unchanged = waiting > 0 && waiting === last ? unchanged + 1 : 0;
        last = waiting;
    }
}

check("a subscription runs to its completion", async () => {
    const client = connect();
    const results = await collect(client, "subscription { ticks(count: 5) }");
    assert.equal(results.length, 5);
    assert.ok(results.every(result => Number.isInteger(result.data.ticks)));
    await client.dispose();
});

check("a query is answered over the socket", async () => {
    const client = connect();
    assert.deepEqual(await collect(client, "{ hello }"), [{ data: { hello: "world" } }]);
    await client.dispose();
});

check("100 operations share one socket", async () => {
    let opened = 0;
    const client = connect({ on: { opened: () => { opened++; } } });
    const all = await Promise.all(Array.from({ length: 100 }, () => collect(client, "subscription { ticks(count: 3) }")));
    assert.ok(all.every(results => results.length === 3));
    assert.equal(opened, 1);
    await client.dispose();
});

check("a client that stops gets no more, and may use the id again", async () => {
    const connection = await bare();
    connection.send(subscribe("1", "subscription { ticks(count: 1000000) }"));
    await connection.until(message => message.type === "next");
    connection.send({ id: "1", type: "complete" });
    connection.send({ type: "ping", payload: { after: "complete" } });
    await connection.until(message => message.type === "pong");
    const count = connection.messages.length;
    connection.send(subscribe("1", "{ hello }"));
    await connection.until(message => message.type === "complete");
    assert.deepEqual(connection.messages.slice(count).map(message => message.type), ["next", "complete"]);
    connection.socket.close(1000);
    await closesWith(1000, connection);
});

check("the npm client leaves its socket after the last operation", async () => {
    let onClosed;
    const closed = new Promise(resolve => { onClosed = resolve; });
    const client = connect({ on: { closed: event => onClosed(event.code) } });
    assert.equal((await collect(client, "subscription { ticks(count: 1000000) }", 2)).length, 2);
    assert.equal(await closed, 1000);
});

check("what cannot be executed is an error message, with code and place", async () => {
    const client = connect();
    await assert.rejects(collect(client, "subscription { nothing }"), ([error]) => {
        assert.equal(error.extensions.code, "GRAPHQL_VALIDATION_FAILED");
        assert.deepEqual(error.locations, [{ line: 1, column: 16 }]);
        return true;
    });
    await client.dispose();
});

check("a deferred fragment arrives in a message of its own", async () => {
    const client = connect();
    const results = await collect(client, "{ slow(ms: 100) { fast ... @defer { late } } }");
    assert.deepEqual(results[0].data, { slow: { fast: "fast" } });
    assert.equal(results[0].hasNext, true);
    assert.equal(results.at(-1).hasNext, false);
    assert.deepEqual(results.flatMap(result => result.incremental ?? []).map(part => part.data), [{ late: "late" }]);
    await client.dispose();
});

check("a ping of the client is answered with its payload", async () => {
    const connection = await bare(webSocketUrl, { init: false });
    connection.send({ type: "ping", payload: { at: 7 } });
    assert.deepEqual(await connection.until(message => message.type === "pong"), { type: "pong", payload: { at: 7 } });
    connection.socket.close();
    await connection.closed;
});

check("a silent client is pinged, and kept as long as it answers", async () => {
    let opened = 0, pings = 0, onSecondPing;
    const secondPing = new Promise(resolve => { onSecondPing = resolve; });
    const client = connect({ url: pinging.webSocketUrl, on: {
        opened: () => { opened++; },
        ping: received => { if (received && ++pings === 2) onSecondPing(); },
    } });
    // Long enough for two pings, though not for one after the 30 seconds that are the default. A socket that is cut ends it too.
    const silence = collect(client, "subscription { ticks(count: 1, intervalMs: 28000) }");
    await Promise.race([secondPing, silence]);
    assert.equal(pings, 2);
    assert.deepEqual(await collect(client, "{ hello }"), [{ data: { hello: "world" } }]);
    assert.equal(opened, 1);
    await client.dispose();
});

check("a client that answers no ping is cut", async () => {
    const connection = await bare(pinging.webSocketUrl);
    await connection.until(message => message.type === "ping");
    await closesWith(1006, connection);
});

check("4400: not JSON, not a message, of unknown type, binary", async () => {
    for (const message of [
        "{", "7", "null", '{"type":"start"}', '{"id":"1","type":"next"}', '{"type":"ping","payload":[]}', '{"type":"subscribe"}', ""]) {
        const connection = await bare();
        connection.send(message);
        await closesWith(4400, connection);
    }
    const connection = await bare();
    connection.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    await closesWith(4400, connection);
});

check("1009: a message larger than a request may be", async () => {
    const connection = await bare();
    connection.send({ type: "ping", payload: { a: "x".repeat(300_000) } });
    await closesWith(1009, connection);
});

check("4401: subscribe before connection_init", async () => {
    const connection = await bare(webSocketUrl, { init: false });
    connection.send(subscribe("1", "{ hello }"));
    await closesWith(4401, connection);
});

check("4403: a stranger, and a token that is none", async () => {
    for (const connectionParams of [undefined, { Authorization: "none" }, { Authorization: "" }, { Authorization: 7 }]) {
        const client = connect({ url: guarded.webSocketUrl, connectionParams });
        await assert.rejects(collect(client, "{ hello }"), closed => closed.code === 4403);
        await client.dispose();
    }
});

check("a token in connection_init lets in, in each of its forms; so does one in the handshake", async () => {
    const token = "Bearer token";
    for (const connectionParams of [{ Authorization: token }, { authorization: token }, { headers: { Authorization: token } }]) {
        const client = connect({ url: guarded.webSocketUrl, connectionParams });
        assert.equal((await collect(client, "{ hello }")).length, 1);
        await client.dispose();
    }
    class WithHeader extends WebSocket {
        constructor(target, protocol) { super(target, protocol, { headers: { Authorization: token } }); }
    }
    const client = connect({ url: guarded.webSocketUrl, webSocketImpl: WithHeader });
    assert.equal((await collect(client, "{ hello }")).length, 1);
    await client.dispose();
});

check("4406: no subprotocol", async () => {
    const connection = await bare(webSocketUrl, { protocol: [], init: false });
    await closesWith(4406, connection);
});

check("a handshake that offers only another subprotocol gets none", async () => {
    const socket = new WebSocket(webSocketUrl, "graphql-ws");
    const [error] = await once(socket, "error");
    assert.match(error.message, /no subprotocol/);
});

check("a page of another origin cannot open a socket", async () => {
    const socket = new WebSocket(webSocketUrl, "graphql-transport-ws", { origin: "https://elsewhere.example" });
    const [error] = await once(socket, "error");
    assert.match(error.message, /403/);
});

check("4408: no connection_init in time", async () => {
    const connection = await bare(impatient.webSocketUrl, { init: false });
    await closesWith(4408, connection);
});

check("4409: two operations with one id", async () => {
    const connection = await bare();
    connection.send(subscribe("a", "subscription { ticks(count: 1000000) }"));
    connection.send(subscribe("a", "{ hello }"));
    const { code, reason } = await connection.closed;
    assert.deepEqual([code, reason], [4409, "Subscriber for a already exists"]);
});

check("4429: connection_init twice", async () => {
    const connection = await bare();
    connection.send({ type: "connection_init" });
    await closesWith(4429, connection);
});

check("more operations than a connection may have are refused one by one", async () => {
    const connection = await bare(pinging.webSocketUrl);
    for (const id of ["1", "2", "3", "4"]) connection.send(subscribe(id, "subscription { ticks(count: 2, intervalMs: 60000) }"));
    const refused = await connection.until(message => message.type === "error");
    assert.deepEqual([refused.id, refused.payload[0].extensions.code], ["4", "TOO_MANY_OPERATIONS"]);
    connection.socket.terminate();
});

check("a client that does not read costs no memory, and is cut", async () => {
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${cutting.pid}/status`, "utf8"))[1]) / 1024;
    const connection = await bare(cutting.webSocketUrl);
    const port = connection.socket._socket.localPort;
    connection.send(subscribe("1", "subscription { ticks(count: 100000000, intervalMs: 0) }"));
    await connection.until(message => message.type === "next");
    connection.socket.pause();
    await untilFull(cutting, port);
    const before = memory();
    let most = before;
    while (unsent(cutting, port) !== undefined) {
        await delay(200);
        most = Math.max(most, memory());
    }
    connection.socket.resume();
    await closesWith(1006, connection);
    assert.ok(most - before < 16, `${(most - before).toFixed(1)} MB`);
});

check("a service that stops completes its subscriptions and says that it goes away", async () => {
    const stopping = await startHost();
    const connection = await bare(stopping.webSocketUrl);
    for (const id of ["1", "2"]) connection.send(subscribe(id, "subscription { ticks(count: 1000000) }"));
    await connection.until(message => message.type === "next" && message.id === "2");
    const stopped = stopping.stop();
    await closesWith(1001, connection);
    const ids = connection.messages.filter(message => message.type === "complete").map(message => message.id);
    assert.deepEqual(ids.sort(), ["1", "2"]);
    await stopped;
});

await run();
