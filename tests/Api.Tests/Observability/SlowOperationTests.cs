using System.Text.RegularExpressions;

namespace Jobs.Api.Tests.Observability;

/// <summary>The line of an operation that took too long; the clock moves while the operation waits behind a gate.</summary>
public sealed class SlowOperationTests(ObservedApi api) : IClassFixture<ObservedApi>
{
    [Fact]
    public async Task A_slow_operation_is_one_line_with_its_figures_and_nothing_that_was_asked()
    {
        var sending = api.SendAsync(
            "query Waiting($n: Int!) { counted(statements: $n) literal: counted(statements: 2) gated }", new { n = 3 },
            client: "jobs-web", version: "9");
        await api.Gate.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);
        api.Time.Advance(TimeSpan.FromMilliseconds(700));
        api.Gate.Opened.SetResult();
        var answer = await sending;
        await api.SendAsync("query Quick { jobs }");

        var line = Assert.Single(api.Log.Lines, line => line.Contains("Slow operation", StringComparison.Ordinal));
        Assert.Matches(
            "^Warning Jobs.Api.Observability.SlowOperationLog: Slow operation Waiting \\(document [0-9a-f]{64}\\): 700 ms, "
                + "cost [0-9.]+ of fields and [0-9.]+ of values, 5 SQL statements in [0-9]+ ms, "
                + "[0-9]+ bytes, client jobs-web 9 $", line);
        Assert.Equal($"{answer.Length}", Regex.Match(line, "([0-9]+) bytes").Groups[1].Value);
    }
}
