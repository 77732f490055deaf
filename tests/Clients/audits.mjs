// The audits of graphql-http: what the GraphQL-over-HTTP specification says a server MUST, SHOULD and MAY do.
import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
const audits = serverAudits({ url, fetchFn: fetch });
let passed = 0;
for (const audit of audits) {
    const result = await audit.fn();
    if (result.status === "ok") passed++;
    else console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
}
console.log(`${passed}/${audits.length} audits passed`);
process.exitCode = passed === audits.length ? 0 : 1;
