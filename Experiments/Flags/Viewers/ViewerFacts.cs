namespace Jobs.Experiments;

/// <summary>What the board knows about the person a flag is evaluated for.</summary>
public sealed record ViewerFacts
{
    public static readonly ViewerFacts Nobody = new();

    /// <summary>As it is hashed: decimal. Empty for nobody, who takes part in no percentage.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Roles in the team, <c>employer</c> or <c>applicant</c>, and <c>area-</c> with the code of each area.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the person is a member of any employer; everybody else is an applicant.</summary>
    public bool IsEmployer { get; init; }

    /// <summary>The person's neighbourhoods and every area around them.</summary>
    public IReadOnlyList<string> AreaCodes { get; init; } = [];

    public DateTimeOffset? AccountCreatedAt { get; init; }
    public DateTimeOffset? ApplicationSubmittedAt { get; init; }

    /// <summary>When an employer last opened an application of this person for the first time.</summary>
    public DateTimeOffset? ApplicationReadAt { get; init; }

    /// <summary>When the person's employers last got an application.</summary>
    public DateTimeOffset? ApplicationReceivedAt { get; init; }

    public DateTimeOffset? PostPublishedAt { get; init; }

    /// <summary>Null: never.</summary>
    internal DateTimeOffset? LastTime(string happening) => happening switch
    {
        DaysSinceFilter.ApplicationSubmitted => ApplicationSubmittedAt,
        DaysSinceFilter.ApplicationRead => ApplicationReadAt,
        DaysSinceFilter.ApplicationReceived => ApplicationReceivedAt,
        DaysSinceFilter.PostPublished => PostPublishedAt,
        _ => null,
    };
}
