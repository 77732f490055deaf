namespace Jobs.Persistence;

/// <summary>What is read of an application beside what everybody needs of it (<see cref="Core"/>).</summary>
[Flags]
public enum ApplicationParts
{
    /// <summary>For which post, since when and in which status it lies there, and what the applicant is called.</summary>
    Core = 0,

    /// <summary>What either side wrote.</summary>
    Texts = 1,

    /// <summary>Everything else that the applicant showed.</summary>
    Applicant = 2,

    /// <summary>Who applied to whom.</summary>
    Parties = 4,

    /// <summary>When it was read and decided, and how often it changed.</summary>
    Progress = 8,

    Whole = Texts | Applicant | Parties | Progress,
}
