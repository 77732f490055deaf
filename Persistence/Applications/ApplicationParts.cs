namespace Jobs.Persistence;

/// <summary>What is read of an application beside what everybody needs of it (<see cref="Core"/>).</summary>
[Flags]
public enum ApplicationParts
{
    /// <summary>Whose, for which post, its status and its times, and what the applicant is called.</summary>
    Core = 0,

    /// <summary>What either side wrote.</summary>
    Texts = 1,

    /// <summary>Everything else that the applicant showed.</summary>
    Applicant = 2,

    Whole = Texts | Applicant,
}
