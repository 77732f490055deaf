using System.Text;
using System.Text.RegularExpressions;

namespace Jobs.PerformanceBenchmark;

/// <summary>Whether both servers answer every request of an operation with the same bytes.</summary>
internal static partial class Comparison
{
    /// <summary>How many answers were compared; the first that differs ends the run.</summary>
    /// <exception cref="InvalidOperationException">Two answers differ.</exception>
    public static async Task<int> RunAsync(Operation operation, Server baseline, Server service, Func<Task>? between = null)
    {
        var requests = operation.Compared;
        var expected = new List<string>();
        foreach (var request in requests) expected.Add(await ReadAsync(baseline, operation, request));
        if (between is not null) await between();
        for (var number = 0; number < requests.Count; number++)
        {
            var answer = await ReadAsync(service, operation, requests[number]);
            if (answer != expected[number])
                throw new InvalidOperationException(
                    $"{operation.Name} differs.\n{requests[number].Body}\nbaseline {expected[number]}\nservice  {answer}");
        }
        return requests.Count;
    }

    // What a row is numbered and when it was written is never the same twice.
    private static async Task<string> ReadAsync(Server server, Operation operation, Request request)
    {
        var text = Encoding.UTF8.GetString(await server.AnswerAsync(operation, request));
        return operation.Writes ? NewRow().Replace(text, "\"$1\":…") : text;
    }

    [GeneratedRegex("\"(id|submittedAt)\":\"[^\"]+\"")]
    private static partial Regex NewRow();
}
