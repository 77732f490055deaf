using Microsoft.FeatureManagement.FeatureFilters;

namespace Jobs.Experiments;

/// <summary>What filters may ask about during one request: the person, the app, the time, and other flags.</summary>
internal sealed class FlagContext(
    FlagSubject subject, DateTimeOffset now, Func<Task<ViewerFacts>> loadFacts, Func<string, ValueTask<FlagState>> find)
    : ITargetingContext
{
    private readonly Lock _gate = new();
    private Task<ViewerFacts>? _facts;

    public bool IsAnonymous { get; } = subject.UserId is null;

    public string UserId { get; set; } = subject.UserId is { } id ? UserIds.Text(id) : "";

    public string? AppPlatform { get; } = subject.AppPlatform;

    public AppVersion? AppVersion { get; } = Experiments.AppVersion.Parse(subject.AppVersion);

    /// <summary>The same for all flags of a request, however long it takes.</summary>
    public DateTimeOffset Now { get; } = now;

    public bool HasFacts => _facts is { IsCompletedSuccessfully: true };

    /// <summary>All groups once the facts are there; until then those that came with the sign-in.</summary>
    public IEnumerable<string> Groups
    {
        get => HasFacts ? _facts!.Result.Groups : subject.Groups;
        set => throw new NotSupportedException("Groups are facts.");
    }

    /// <summary>Asked for once, however many filters want to know.</summary>
    public Task<ViewerFacts> FactsAsync()
    {
        lock (_gate) return _facts ??= loadFacts();
    }

    public bool IsIn(string group)
    {
        var groups = HasFacts ? _facts!.Result.Groups : subject.Groups;
        for (var index = 0; index < groups.Count; index++)
            if (groups[index] == group) return true;
        return false;
    }

    public ValueTask<FlagState> FindAsync(string key) => find(key);
}
