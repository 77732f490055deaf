namespace Jobs.Persistence;

/// <summary>What is read of a post beside what everybody needs of it (<see cref="Core"/>), and what is read with it.</summary>
[Flags]
public enum JobPostParts
{
    /// <summary>Which post, whose, of what kind, where, and from when to when it is open.</summary>
    Core = 0,

    Description = 1,
    Place = 2,
    Wage = 4,
    Schedule = 8,
    Details = 16,

    /// <summary>All that is the post's own.</summary>
    Whole = Description | Place | Wage | Schedule | Details,

    /// <summary>Who the employer is: id, name, kind and area.</summary>
    Employer = 32,

    ApplicationCount = 64,
    SaveCount = 128,

    /// <summary>Whether whoever asks saved it.</summary>
    IsSaved = 256,

    /// <summary>Whether whoever asks may act for its employer.</summary>
    IsMember = 512,

    /// <summary>All that is the employer's own.</summary>
    WholeEmployer = Employer | 1024,
}
