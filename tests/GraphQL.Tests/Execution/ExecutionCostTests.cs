using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Execution;

/// <summary>What a request does not pay for: a document seen before, a plan made before, a value that is there already.</summary>
public sealed class ExecutionCostTests
{
    private const string Sdl = """
        type Query { posts(count: Int!): [Post!]!  same(word: Word): Int }
        type Post { title: String! wage: Int! distance: Float isUrgent: Boolean! status: Status! headcount: Int }
        enum Status { OPEN CLOSED }
        scalar Word
        """;

    private readonly CountingWord _word = new();
    private readonly GraphQLEngine _engine;

    public ExecutionCostTests() => _engine = GraphQLEngine.Create(
        Sdl,
        new SchemaBinding().AddTypes(typeof(Post), typeof(Status)).AddResolvers(typeof(CostQueries)).AddScalar("Word", _word));

    [Fact]
    public void A_cached_document_is_neither_validated_nor_are_its_literals_coerced_again()
    {
        const string Query = "{ same(word: \"a\") }";
        Send(Query);
        var before = _word.Parsed;
        Assert.NotEqual(0, before);
        Send(Query);
        Assert.Equal(before, _word.Parsed);
    }

    [Fact]
    public void A_cached_document_is_not_parsed_again_however_long_it_is()
    {
        var fields = string.Concat(Enumerable.Range(0, 2000).Select(_ => " __typename"));
        var query = $"{{ {fields} }}";
        var first = Send(Encoding.UTF8.GetBytes(query), "{}", new ArrayBufferWriter<byte>());
        var later = GarbageOf(query);
        Assert.True(first > 100_000, $"{first} bytes for parsing");
        Assert.True(later < 10_000, $"{later} bytes although cached");
    }

    [Fact]
    public async Task The_plan_is_compiled_once()
    {
        var planned = new List<PlannedField?>();
        var engine = new TestEngine("type Query { a: Int }").Field("Query.a", context =>
        {
            planned.Add(context.PlannedField);
            return 1;
        });
        await engine.SendAsync("query ($skip: Boolean = false) { a @skip(if: $skip) }");
        await engine.SendAsync("query ($skip: Boolean = false) { a @skip(if: $skip) }", """{"skip":false}""");
        Assert.Equal(2, planned.Count);
        Assert.NotNull(planned[0]);
        Assert.Same(planned[0], planned[1]);
    }

    [Fact]
    public void A_field_that_is_there_costs_no_task_and_no_box()
    {
        const string Query = "query ($count: Int!) { posts(count: $count) { title wage distance isUrgent status headcount } }";
        const int FieldsMore = 6 * (1000 - 10);
        var few = GarbageOf(Query, """{"count":10}""");
        var many = GarbageOf(Query, """{"count":1000}""");
        Assert.True(many - few < FieldsMore, $"{many - few} bytes for {FieldsMore} fields; a task or a box takes 24 or more each");
    }

    [Fact]
    public void Values_of_every_kind_come_through_their_slots()
    {
        var response = Send("{ posts(count: 2) { title wage distance isUrgent status headcount } }");
        Assert.Equal(
            """
            {"data":{"posts":[{"title":"카페 😀","wage":10320,"distance":null,"isUrgent":true,"status":"OPEN","headcount":0},
            {"title":"카페 😀","wage":10321,"distance":0.5,"isUrgent":false,"status":"CLOSED","headcount":null}]}}
            """.ReplaceLineEndings(""),
            response);
    }

    [Fact]
    public void A_number_that_is_none_and_an_unknown_member_are_errors_of_their_fields()
    {
        var response = Send("{ posts(count: -1) { title distance status } }");
        Assert.Contains("Float cannot represent non numeric value: NaN", response, StringComparison.Ordinal);
        Assert.Contains("Enum \\\"Status\\\" cannot represent value: 7", response, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"posts\",0,\"status\"]", response, StringComparison.Ordinal);
    }

    private string Send(string query, string variables = "{}")
    {
        var response = new ArrayBufferWriter<byte>();
        Send(Encoding.UTF8.GetBytes(query), variables, response);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    /// <summary>The bytes that the engine allocates for a request.</summary>
    private long Send(byte[] query, string variables, ArrayBufferWriter<byte> response)
    {
        using var json = JsonDocument.Parse(variables);
        var request = new GraphQLRequest { Query = query, Variables = json.RootElement, Services = NoServices.Instance };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = _engine.ExecuteAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsCompletedSuccessfully); // Nothing waits here, so all of it happens on this thread.
        using var result = answer.Result;
        result.WriteTo(response);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The least of several requests: pools may have been emptied before one of them.</summary>
    private long GarbageOf(string query, string variables = "{}")
    {
        var text = Encoding.UTF8.GetBytes(query);
        var response = new ArrayBufferWriter<byte>(1 << 20);
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            response.ResetWrittenCount();
            least = Math.Min(least, Send(text, variables, response));
        }

        return least;
    }

    public sealed record Post(string Title, int Wage, double? Distance, bool IsUrgent, Status Status, int? Headcount);

    public enum Status
    {
        Open,
        Closed,
    }

    public static class CostQueries
    {
        private static readonly Post[] All =
        [
            .. Enumerable.Range(0, 1000).Select(number => new Post(
                "카페 😀", 10320 + number, number == 0 ? null : number / 2.0, number == 0, (Status)(number % 2),
                number == 1 ? null : number)),
        ];

        private static readonly Post[] Few = All[..10];

        private static readonly Post[] Broken = [new Post("", 0, double.NaN, false, (Status)7, null)];

        public static IReadOnlyList<Post> Posts(int count) => count switch
        {
            -1 => Broken,
            2 => All[..2],
            10 => Few,
            _ => All,
        };

        public static int? Same(string? word) => word?.Length;
    }

    private sealed class CountingWord : ScalarCoercion
    {
        public int Parsed { get; private set; }

        public override Type RuntimeType => typeof(string);

        public override object ParseLiteral(ValueNode literal)
        {
            Parsed++;
            return ((StringValueNode)literal).Value;
        }

        public override object ParseValue(JsonElement value) => value.GetString()!;

        public override object Serialize(object value) => value;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
