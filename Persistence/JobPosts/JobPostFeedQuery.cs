namespace Jobs.Persistence;

/// <summary>One page of the feed: open posts for which all given members hold; inside a list any one is enough.</summary>
public sealed record JobPostFeedQuery
{
    private const int WalksMax = 150;

    /// <summary>The present: posts whose time ran out by then are not open.</summary>
    public required DateTimeOffset Now { get; init; }

    public JobPostSort Sort { get; init; }
    public JobPostFeedCursor? After { get; init; }

    /// <summary>Rows at most; one more than the page where somebody asks whether there is a next one.</summary>
    public int Limit { get; init; } = 21;

    /// <summary>What is read of each post, and with it.</summary>
    public JobPostParts Parts { get; init; } = JobPostParts.Whole | JobPostParts.Distance;

    /// <summary>Which applications are read with each post whose employer the viewer acts for; null: none.</summary>
    public FirstApplications? Applications { get; init; }

    /// <summary>Who asks, for the parts that depend on it.</summary>
    public long? ViewerId { get; init; }

    public FeedArea? Area { get; init; }
    public string? Keyword { get; init; }
    public IReadOnlyList<int> CategoryIds { get; init; } = [];
    public IReadOnlyList<WageType> WageTypes { get; init; } = [];
    public int? MinHourlyWage { get; init; }

    /// <summary>Posts all of whose days are among these, or whose days are negotiable.</summary>
    public WorkDays? AvailableDays { get; init; }

    /// <summary>Posts that have any of these parts of the day.</summary>
    public TimeBands? Bands { get; init; }

    public IReadOnlyList<EngagementLength> Lengths { get; init; } = [];
    public bool? IsUrgent { get; init; }
    public bool? PaidSameDay { get; init; }

    /// <summary>Posts open to people of this age.</summary>
    public int? OpenToAge { get; init; }

    public IReadOnlyList<VerificationLevel> EmployerVerification { get; init; } = [];

    /// <summary>Leaves out what this person has applied to.</summary>
    public long? HideAppliedBy { get; init; }

    public DateTimeOffset? PublishedSince { get; init; }

    /// <summary>
    /// Whether a few short stretches of indexes lead to the page, and one plan is the best for all values. It is not where it depends
    /// on how rare a word is, or whether it is worth reading all of an area and ordering it.
    /// </summary>
    internal bool IsShort => string.IsNullOrWhiteSpace(Keyword) && (Area is null || IsWalkOfAreas || IsOfTheNearest);

    /// <summary>Whether each area of the search is walked by itself, in an order that its index has.</summary>
    internal bool IsWalkOfAreas =>
        IsOfFewAreas && string.IsNullOrWhiteSpace(Keyword) && Sort is JobPostSort.Newest or JobPostSort.Recommended;

    private bool IsOfTheNearest => IsOfFewAreas && Sort == JobPostSort.Distance;

    private bool IsOfFewAreas => Area is not null && Area.NearIds.Count + Area.FarIds.Count <= WalksMax;

    /// <summary>When the ranking run began: the first page's present, carried on by the cursors.</summary>
    public DateTimeOffset AsOf => After?.AsOf ?? Now;
}
