using Jobs.Persistence;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Observability;

/// <summary>Counts in memory how often which client used what is deprecated, until somebody takes the counts away.</summary>
public sealed class DeprecatedUseTally(TimeProvider time, IOptions<ObservabilityOptions> options)
{
    private readonly Lock gate = new();
    private readonly HashSet<ClientIdentity> clientsOfTheDay = [];
    private Dictionary<(DateOnly Day, string Coordinate, ClientIdentity Client), (long Requests, DateTimeOffset Last)> counts =
        [];
    private DateOnly day;

    /// <returns>The client as it was counted.</returns>
    public ClientIdentity Add(IReadOnlyCollection<string> coordinates, ClientIdentity client)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            StartDay(DateOnly.FromDateTime(now.UtcDateTime));
            // For the whole day, not until the next taking away: anybody could fill the table with names otherwise.
            if (clientsOfTheDay.Count >= options.Value.ClientsMax && !clientsOfTheDay.Contains(client))
                client = ClientIdentity.Other;
            else clientsOfTheDay.Add(client);
            foreach (var coordinate in coordinates) Add((day, coordinate, client), 1, now);
        }
        return client;
    }

    public IReadOnlyList<DeprecatedUse> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = [];
            return
            [
                .. taken.Select(count => new DeprecatedUse
                {
                    Coordinate = count.Key.Coordinate,
                    ClientName = count.Key.Client.Name,
                    ClientVersion = count.Key.Client.Version,
                    Day = count.Key.Day,
                    Requests = count.Value.Requests,
                    LastUsedAt = count.Value.Last,
                }),
            ];
        }
    }

    /// <summary>What could not be kept elsewhere counts on.</summary>
    public void PutBack(IEnumerable<DeprecatedUse> uses)
    {
        lock (gate)
        {
            foreach (var use in uses)
                Add((use.Day, use.Coordinate, new(use.ClientName, use.ClientVersion)), use.Requests, use.LastUsedAt);
        }
    }

    private void StartDay(DateOnly today)
    {
        if (today == day) return;
        day = today;
        clientsOfTheDay.Clear();
    }

    private void Add((DateOnly, string, ClientIdentity) key, long requests, DateTimeOffset at)
    {
        var before = counts.GetValueOrDefault(key);
        counts[key] = (before.Requests + requests, at > before.Last ? at : before.Last);
    }
}
