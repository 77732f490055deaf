using System.Text;
using System.Text.RegularExpressions;

namespace Jobs.PerformanceBenchmark;

/// <summary>Whether both servers answer every request of an operation with the same bytes.</summary>
internal static partial class Comparison
{
    /// <summary>How many answers were compared; the first that differs ends the run.</summary>
    /// <exception cref="InvalidOperationException">Two answers differ, or the rows that they left behind.</exception>
    public static async Task<int> RunAsync(Operation operation, Server baseline, Server service, DataSet data)
    {
        var (expected, expectedRows) = await AnswersAsync(operation, baseline, data);
        var (answers, rows) = await AnswersAsync(operation, service, data);
        for (var number = 0; number < answers.Count; number++)
        {
            if (answers[number] == expected[number]) continue;
            throw new InvalidOperationException($"{operation.Name} differs.\n{operation.Compared[number].Body}\n"
                + $"baseline {expected[number]}\nservice  {answers[number]}");
        }
        if (operation.Writes) Tell(answers);
        return rows == expectedRows ? answers.Count
            : throw new InvalidOperationException($"{operation.Name} left other rows.\nbaseline {expectedRows}\nservice  {rows}");
    }

    private static async Task<(List<string> Answers, string Rows)> AnswersAsync(Operation operation, Server server, DataSet data)
    {
        var answers = new List<string>();
        foreach (var request in operation.Compared) answers.Add(await ReadAsync(server, operation, request));
        if (!operation.Writes) return (answers, "");
        var rows = await data.WrittenAsync();
        await data.ForgetApplicationsAsync();
        return (answers, rows);
    }

    private static void Tell(List<string> answers) => Console.Error.WriteLine(string.Join(", ", answers
        .GroupBy(answer => Refused().Match(answer) is { Success: true } refused ? refused.Groups[1].Value : "taken")
        .Select(kind => $"{kind.Count()} {kind.Key}")));

    // What a row is numbered and when it was written is never the same twice.
    private static async Task<string> ReadAsync(Server server, Operation operation, Request request)
    {
        var text = Encoding.UTF8.GetString(await server.AnswerAsync(operation, request));
        return operation.Writes ? NewRow().Replace(text, "\"$1\":…") : text;
    }

    [GeneratedRegex("\"(id|submittedAt)\":\"[^\"]+\"")]
    private static partial Regex NewRow();

    [GeneratedRegex("\"__typename\":\"([^\"]+)\"")]
    private static partial Regex Refused();
}
