using System.Collections.ObjectModel;

namespace Jobs.Api.Sentry;

/// <summary>An error to be told of. What is left null or empty is not sent, or filled in by <see cref="SentryClient"/>.</summary>
/// <remarks>
/// Nothing here is masked but messages of exceptions (<see cref="ExceptionChain"/>): whoever fills in tags and contexts answers
/// for them. The name of the machine has no place, since it may be a person's.
/// </remarks>
public sealed record SentryEvent
{
    /// <summary>Sent twice, it counts once.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Null: when it is captured.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public SentryLevel Level { get; init; } = SentryLevel.Error;

    public string? Logger { get; init; }

    /// <summary>What was being done, such as the operation.</summary>
    public string? Transaction { get; init; }

    /// <summary>Where there is no exception.</summary>
    public string? Message { get; init; }

    public IReadOnlyList<SentryException> Exceptions { get; init; } = [];

    /// <summary>Events with the same one are one issue.</summary>
    public IReadOnlyList<string> Fingerprint { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Groups of further facts; small ones, since 8 kB of each are kept.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Contexts { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>>.Empty;

    /// <summary>Null: those of the calling flow.</summary>
    public IReadOnlyList<Breadcrumb>? Breadcrumbs { get; init; }

    /// <summary>A hash already, never an id of ours.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether it happened while a GraphQL request was answered.</summary>
    public bool IsGraphQL { get; init; }

    /// <summary>Null: that of the calling flow.</summary>
    public TraceContext? Trace { get; init; }
}
