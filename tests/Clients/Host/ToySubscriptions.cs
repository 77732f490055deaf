using System.Runtime.CompilerServices;
using Jobs.GraphQL;

namespace Jobs.Clients;

/// <summary>The fields of <c>Subscription</c>.</summary>
public static class ToySubscriptions
{
    /// <summary>Counts from 1, an interval before each number; without an interval as fast as the numbers are read.</summary>
    public static async IAsyncEnumerable<int> Ticks(
        int count, int intervalMs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (intervalMs < 0) throw new GraphQLException("An interval is not negative.", ErrorCodes.BadUserInput);
        for (var tick = 1; tick <= count; tick++)
        {
            if (intervalMs > 0) await Task.Delay(intervalMs, cancellationToken);
            yield return tick;
        }
    }
}
