using Jobs.GraphQL;
using Jobs.GraphQL.Binding;

namespace Jobs.Clients;

/// <summary>A schema in which every kind of answer can be asked for, and nothing else.</summary>
public static class ToySchema
{
    private const string Sdl = """
        type Query {
          hello: String!
          slow(ms: Int!): Slow!
          items(count: Int!): [Item!]!
        }

        type Slow {
          fast: String!
          late: String!
        }

        type Item {
          id: ID!
        }

        type Subscription {
          ticks(count: Int!, intervalMs: Int = 10): Int!
        }
        """;

    public static GraphQLEngine CreateEngine(GraphQLEngineOptions options) => GraphQLEngine.Create(
        Sdl,
        new SchemaBinding().AddTypes(typeof(Slow), typeof(Item))
            .AddResolvers(typeof(ToyQueries), typeof(ToySubscriptions), typeof(SlowResolvers)),
        options);
}
