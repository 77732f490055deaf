namespace Jobs.Persistence;

/// <summary>What is read of a post beside what everybody needs of it (<see cref="Core"/>), and what is read with it.</summary>
[Flags]
public enum JobPostParts
{
    /// <summary>Which post, whose, where, and from when to when it is open.</summary>
    Core = 0,

    Description = 1,
    Place = 2,

    /// <summary>For what unit of work how much is paid.</summary>
    Pay = 4,

    /// <summary>What else is agreed about the pay.</summary>
    PayTerms = 8,

    Schedule = 16,
    Details = 32,

    /// <summary>The trade, and whether somebody is needed at once.</summary>
    Kind = 64,

    /// <summary>What follows from the rest: won per hour, hours a week, the place among recommendations.</summary>
    Derived = 128,

    /// <summary>All that is the post's own.</summary>
    Whole = Description | Place | Pay | PayTerms | Schedule | Details | Kind | Derived,

    /// <summary>Who the employer is: id, name, kind and area.</summary>
    Employer = 256,

    ApplicationCount = 512,
    SaveCount = 1024,

    /// <summary>Whether whoever asks saved it.</summary>
    IsSaved = 2048,

    /// <summary>Whether whoever asks may act for its employer.</summary>
    IsMember = 4096,

    /// <summary>All that is the employer's own.</summary>
    WholeEmployer = Employer | 8192,

    /// <summary>How far it is from the centre of the search, if that has one.</summary>
    Distance = 16384,
}
