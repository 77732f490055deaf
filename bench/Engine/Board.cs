using Jobs.GraphQL.DataLoading;
using Jobs.GraphQL.Execution;

namespace Jobs.EngineBenchmark;

/// <summary>A page of posts of twelve fields, as a feed asks for them; nothing of it waits for a database.</summary>
public static class Board
{
    public const string Sdl = """
        type Query { posts(first: Int!): [Post!]!  post(id: ID!): Post }
        type Post {
          id: ID!  title: String!  status: Status!  wageAmount: Int!  isUrgent: Boolean!  distance: Float  district: String!
          publishedAt: String!  headcount: Int  negotiable: Boolean!  employer: Employer!  related: [Post!]!
        }
        type Employer { id: ID!  name: String!  rating: Float }
        enum Status { OPEN CLOSED }
        """;

    public static IReadOnlyList<Post> All { get; } = [.. Enumerable.Range(0, 100).Select(number => new Post(number))];
}

/// <summary>A member of the enum of the same name.</summary>
public enum Status
{
    Open,
    Closed,
}

/// <summary>A post; all but its employer is there already.</summary>
public sealed class Post(int number)
{
    public string Id { get; } = $"post-{number}";

    public string Title { get; } = $"역삼1동 주말 카페 바리스타 {number}명 모집";

    public Status Status { get; } = number % 10 == 0 ? Status.Closed : Status.Open;

    public int WageAmount { get; } = 10320 + number;

    public bool IsUrgent { get; } = number % 3 == 0;

    public double? Distance { get; } = number * 12.5;

    public string District { get; } = "서울특별시 강남구";

    public string PublishedAt { get; } = "2026-05-01T09:00:00Z";

    public int? Headcount { get; } = number % 4 == 0 ? null : number;

    public bool Negotiable { get; } = number % 2 == 0;

    public int EmployerId { get; } = number % 7;
}

/// <summary>Whoever posts.</summary>
public sealed record Employer(string Id, string Name, double? Rating);

/// <summary>Root fields of the board.</summary>
public static class BoardQueries
{
    public static IReadOnlyList<Post> Posts(int first) => first == Board.All.Count ? Board.All : [.. Board.All.Take(first)];

    /// <summary>Asks what is wanted beneath before it answers.</summary>
    public static Post? Post(string id, FieldSelection selection) =>
        selection.Has("employer", "name") || selection.Has("related", "employer", "rating") ? Board.All[id.Length] : Board.All[0];
}

/// <summary>Fields of a post that are more than a column.</summary>
public static class PostResolvers
{
    public static Task<Employer> Employer(Post post, EmployerById employers) => employers.LoadRequiredAsync(post.EmployerId);

    public static IReadOnlyList<Post> Related(Post post) => [.. Board.All.Where(other => other.EmployerId == post.EmployerId).Take(3)];
}

/// <summary>Answers as soon as it is asked, as a batch.</summary>
public sealed class EmployerById(BatchScheduler scheduler) : DataLoader<int, Employer>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, Employer>> LoadBatchAsync(
        IReadOnlyCollection<int> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, Employer>>(
            keys.ToDictionary(key => key, key => new Employer($"employer-{key}", $"동네 가게 {key}", key / 2.0)));
}
