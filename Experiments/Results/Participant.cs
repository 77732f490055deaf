namespace Jobs.Experiments;

/// <summary>What the events say about one person in one experiment.</summary>
internal sealed class Participant(int metrics)
{
    private readonly DateTimeOffset?[] happened = new DateTimeOffset?[metrics];

    public ArmSighting Assignment { get; } = new();
    public ArmSighting Exposure { get; } = new();
    public bool HasClicked { get; set; }
    public bool HasDismissed { get; set; }

    /// <summary>Two arms on one person's screen: nobody can tell which one moved them.</summary>
    public bool IsInSeveralVariants => Exposure.IsOfSeveral;

    public ArmSighting Of(CountedPeople counted) => counted == CountedPeople.Exposed ? Exposure : Assignment;

    public void Happened(int metric, DateTimeOffset at, CountedPeople counted)
    {
        // What happened before the person was told anything says nothing about the telling.
        if (!(at >= Of(counted).At)) return;
        if (happened[metric] is not { } first || at < first) happened[metric] = at;
    }

    public DateTimeOffset? FirstTime(int metric) => happened[metric];
}

/// <summary>When a person first got an arm, and whether they got another one too.</summary>
internal sealed class ArmSighting
{
    public int? Arm { get; private set; }
    public DateTimeOffset? At { get; private set; }
    public bool IsOfSeveral { get; private set; }

    public void See(int arm, DateTimeOffset at)
    {
        if (Arm is { } known && known != arm) IsOfSeveral = true;
        if (At is { } first && first <= at) return;
        (Arm, At) = (arm, at);
    }
}
