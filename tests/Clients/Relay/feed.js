// What somebody writes who uses Relay: fragments, beside the components that show them. relay-compiler finds them here.
import { graphql } from "relay-runtime";

export const FeedQuery = graphql`
  query feedQuery($area: AreaInput!, $count: Int!) {
    ...feed_posts @arguments(area: $area, count: $count)
  }
`;

export const posts = graphql`
  fragment feed_posts on Query
  @argumentDefinitions(area: { type: "AreaInput!" }, count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
  @refetchable(queryName: "feedPageQuery") {
    jobPosts(first: $count, after: $cursor, sort: DISTANCE, filter: { area: $area }) @connection(key: "feed_jobPosts") {
      edges {
        distanceMeters
        node { ...feed_card }
      }
    }
  }
`;

export const card = graphql`
  fragment feed_card on JobPost @refetchable(queryName: "feedCardQuery") {
    id
    title
    publishedAt
    wage { type amount }
    viewerState { isSaved }
  }
`;

export const SaveMutation = graphql`
  mutation feedSaveMutation($input: SaveJobPostInput!) {
    saveJobPost(input: $input) {
      jobPost { ...feed_card }
      errors { ... on UserError { code message } }
    }
  }
`;
