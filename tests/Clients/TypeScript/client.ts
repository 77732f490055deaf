// What somebody writes who has a generated client: operations, one function that sends them, and code that uses the answers.
import { graphql, useFragment } from "./gql/index.js";
import type { AreaInput, CardFragment, TypedDocumentString } from "./gql/graphql.js";

export const Card = graphql(`
    fragment Card on JobPost {
        id title status publishedAt
        wage { type amount hourlyEquivalent }
        schedule { days startTime endTime length }
        employer { displayName verification { level } }
        questions { id text isRequired }
    }
`);

export const Feed = graphql(`
    query Feed($area: AreaInput!, $first: Int! = 20, $after: String) {
        jobPosts(first: $first, after: $after, sort: DISTANCE, filter: { area: $area, radiusMeters: 5000 }) {
            edges { distanceMeters node { ...Card } }
            pageInfo { hasNextPage endCursor }
        }
    }
`);

export const Introduce = graphql(`
    mutation Introduce($input: UpdateProfileInput!) {
        updateProfile(input: $input) {
            viewer { profile { displayName birthDate } }
            errors { __typename ... on UserError { code message } ... on ValidationError { fields { path message } } }
        }
    }
`);

export const Apply = graphql(`
    mutation Apply($input: ApplyToJobPostInput!) {
        applyToJobPost(input: $input) {
            application { id status submittedAt }
            errors {
                __typename
                ... on UserError { code message }
                ... on AlreadyAppliedError { application { id } }
                ... on AgeRestrictionError { minimumAge }
            }
        }
    }
`);

export type Service = { url: string; token?: string; trustedOnly?: boolean };

export async function ask<Result, Variables>(
    service: Service, document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
    const named = service.trustedOnly ? { documentId: document.__meta__?.["hash"] } : { query: document.toString() };
    const response = await fetch(service.url, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...service.token && { Authorization: `Bearer ${service.token}` } },
        body: JSON.stringify({ ...named, variables }),
    });
    const { data, errors } = await response.json() as { data?: Result; errors?: { message: string }[] };
    if (!data || errors) throw new Error(errors?.map(error => error.message).join("\n") ?? response.statusText);
    return data;
}

export async function nearby(service: Service, area: AreaInput, first: number, after?: string | null) {
    const { jobPosts } = await ask(service, Feed, { area, first, after });
    const posts = jobPosts.edges.map(edge => ({ distance: edge.distanceMeters ?? Infinity, ...useFragment(Card, edge.node) }));
    return { posts, end: jobPosts.pageInfo.endCursor };
}

export async function introduce(service: Service, displayName: string, birthDate: string) {
    const { updateProfile: { viewer, errors } } = await ask(service, Introduce, { input: { displayName, birthDate } });
    if (errors) throw new Error(errors.map(error => `${error.code}: ${error.message}`).join("\n"));
    return viewer?.profile.birthDate;
}

/** The application's id, and whether it was there before. */
export async function apply(service: Service, post: CardFragment) {
    const answers = post.questions.map(question => ({ questionId: question.id, answer: "네" }));
    const { applyToJobPost: { application, errors } } = await ask(service, Apply, { input: { jobPostId: post.id, answers } });
    if (application) return { id: application.id, status: application.status, isNew: true };
    for (const error of errors ?? []) {
        switch (error.__typename) {
            case "AlreadyAppliedError": return { id: error.application.id, isNew: false };
            case "AgeRestrictionError": throw new Error(`From ${error.minimumAge} on: ${error.message}`);
        }
    }
    throw new Error(errors?.map(error => `${error.code}: ${error.message}`).join("\n") ?? "Neither a result nor errors.");
}
