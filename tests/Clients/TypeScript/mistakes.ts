// None of this compiles; each comment names the error that its line must have.
import { Apply, ask, Card, Feed, type Service } from "./client.js";
import { useFragment } from "./gql/index.js";

declare const service: Service;
const area = { neighborhoodCode: "1168064000" };

const { jobPosts } = await ask(service, Feed, { area });
const edge = jobPosts.edges[0]!;
const card = useFragment(Card, edge.node);
export const unselected = card.description; // TS2339
export const unknown = card.wage.currency; // TS2339
export const masked = edge.node.title; // TS2339
export const amount: string = card.wage.amount; // TS2322
export const distance: number = edge.distanceMeters; // TS2322
export const isOver = card.status === "FINISHED"; // TS2367

await ask(service, Feed, { area, first: "20" }); // TS2322
await ask(service, Feed, { first: 20 }); // TS2345
await ask(service, Feed, { area: { ...area, neighborhoodId: "1" } }); // TS2322
await ask(service, Apply, { input: { jobPostID: "1" } }); // TS2561

const { applyToJobPost: { errors } } = await ask(service, Apply, { input: { jobPostId: "1" } });
export const codes = errors.map(error => error.code); // TS18047
export const existing = errors?.map(error => error.application); // TS2339
