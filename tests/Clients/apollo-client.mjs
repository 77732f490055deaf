// Apollo Client 4: queries by POST and GET, errors, and a deferred fragment over multipart/mixed.
import assert from "node:assert/strict";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQL17Alpha9Handler } from "@apollo/client/incremental";
import { filter, firstValueFrom, takeWhile, toArray } from "rxjs";
import { checks } from "./Host/checks.mjs";

const { check, run } = checks();
const [url] = process.argv.slice(2);
let lastResponse;
const remember = async (...request) => (lastResponse = await fetch(...request));
const connect = (options = {}) => new ApolloClient({
    cache: new InMemoryCache(),
    incrementalHandler: new GraphQL17Alpha9Handler(),
    link: ApolloLink.from([new HttpLink({ uri: url, fetch: remember, ...options })]),
});

// watchQuery goes on listening to the cache, so somebody must say when the network has no more to tell.
const resultsOf = query => firstValueFrom(connect().watchQuery({ query }).pipe(
    takeWhile(({ loading }) => loading, true), filter(({ data }) => data !== undefined), toArray()));

check("a query by POST", async () => {
    const { data } = await connect().query({ query: gql`query Hello { hello }` });
    assert.equal(data.hello, "world");
    assert.match(lastResponse.headers.get("content-type"), /^application\/graphql-response\+json/);
});

check("a query by GET, with variables", async () => {
    const { data } = await connect({ useGETForQueries: true }).query({
        query: gql`query Items($count: Int!) { items(count: $count) { id } }`, variables: { count: 2 },
    });
    assert.deepEqual(data.items.map(item => item.id), ["0", "1"]);
    assert.match(lastResponse.url, /\?.*variables=/);
});

check("a request error arrives as the server's own error", async () => {
    const failure = await connect().query({ query: gql`{ nothingLikeThis }` }).catch(error => error);
    assert.ok(CombinedGraphQLErrors.is(failure), `${failure}`);
    assert.equal(failure.errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
    assert.equal(lastResponse.status, 400);
});

check("what is deferred arrives after the rest", async () => {
    const query = gql`query Slow { slow(ms: 300) { fast ... @defer(label: "later") { late } } }`;
    const results = await resultsOf(query);
    assert.match(lastResponse.headers.get("content-type"), /^multipart\/mixed/);
    assert.deepEqual(results.map(({ data }) => [data.slow.fast, data.slow.late]), [["fast", undefined], ["fast", "late"]]);
});

check("what is streamed ends up in its list", async () => {
    const query = gql`query Items { items(count: 4) @stream(initialCount: 1) { id } }`;
    const results = await resultsOf(query);
    assert.match(lastResponse.headers.get("content-type"), /^multipart\/mixed/);
    assert.deepEqual(results.at(-1).data.items.map(item => item.id), ["0", "1", "2", "3"]);
});

await run();
