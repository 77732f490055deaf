using System.Globalization;
using System.Text;

namespace Jobs.EngineBenchmark;

/// <summary>The requests that the execution benchmarks send.</summary>
internal static class Responses
{
    /// <summary>900 leaves on 100 posts, all of them there already.</summary>
    public static Request Fields900 { get; } = new(
        "{ posts(first: 100) { id title status wageAmount isUrgent distance district publishedAt negotiable } }");

    public static Request Small { get; } = new(
        "query ($id: ID!) { post(id: $id) { id title wageAmount } }", """{"id":"post-1"}""");

    /// <summary>Twenty posts of twelve fields, whose employers come out of one batch.</summary>
    public static Request Feed { get; } = new("""
        query Feed($first: Int!) {
          posts(first: $first) {
            id title status wageAmount isUrgent distance district publishedAt headcount negotiable employer { id name }
          }
        }
        """, """{"first":20}""");

    /// <summary>A resolver that asks twice what is selected beneath it.</summary>
    public static Request LookAhead { get; } = new("""
        query ($id: ID!) {
          post(id: $id) { id title ...More related { id shop: employer { id } } }
        }
        fragment More on Post { wageAmount }
        """, """{"id":"post-1"}""");

    /// <summary>Introspection of the whole board.</summary>
    public static Request Introspection { get; } = new(Encoding.UTF8.GetString(Documents.Introspection));

    public static string Describe()
    {
        var text = new StringBuilder($"document {Documents.Feed.Length} bytes, introspection {Documents.Introspection.Length} bytes\n");
        foreach (var (name, request) in new[]
        {
            ("900 fields", Fields900), ("small", Small), ("feed", Feed), ("look-ahead", LookAhead), ("introspection", Introspection),
        })
        {
            var (bytes, garbage) = request.Weigh();
            text.AppendLine(CultureInfo.InvariantCulture, $"{name,-14} {bytes,7:N0} bytes, {garbage:0.00} bytes of garbage each");
        }

        return text.ToString();
    }
}
