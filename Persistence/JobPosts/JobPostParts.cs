namespace Jobs.Persistence;

/// <summary>
/// What is read of a post beside what everybody needs of it (<see cref="Core"/>), and what is read with it. The parts are small
/// because a column that nobody asked for costs PostgreSQL a quarter of a microsecond a row.
/// </summary>
[Flags]
public enum JobPostParts
{
    /// <summary>Which post, whose, what it is called, where, and since when it is public.</summary>
    Core = 0,

    Description = 1,

    /// <summary>Where it is, with what may not be shown of that.</summary>
    Place = PublicPoint | 2,

    /// <summary>For what unit of work how much is paid.</summary>
    Pay = 4,

    PaidSameDay = 8,

    /// <summary>What else is agreed about the pay.</summary>
    PayTerms = 16,

    HourlyEquivalent = 32,
    WeeklyHours = 64,

    /// <summary>The place among recommendations.</summary>
    RecommendedAt = 128,

    /// <summary>On which days, from when to when, and for how long an engagement.</summary>
    Schedule = 256,

    /// <summary>From which date to which, breaks, and parts of the day.</summary>
    ScheduleTerms = 512,

    /// <summary>The status, and when the time runs out.</summary>
    Life = 1024,

    /// <summary>The trade, and whether somebody is needed at once.</summary>
    Kind = 2048,

    Details = MinimumAge | 4096,

    /// <summary>All that is the post's own.</summary>
    Whole = Description | Place | Pay | PaidSameDay | PayTerms | HourlyEquivalent | WeeklyHours | RecommendedAt | Schedule
        | ScheduleTerms | Life | Kind | Details,

    /// <summary>The employer's id and name.</summary>
    Employer = 8192,

    /// <summary>What kind of employer, and in which area.</summary>
    EmployerKind = Employer | 16384,

    /// <summary>How and when the employer was checked.</summary>
    EmployerVerification = Employer | 32768,

    /// <summary>All that is the employer's own.</summary>
    WholeEmployer = EmployerKind | EmployerVerification | 65536,

    ApplicationCount = 131072,
    SaveCount = 262144,

    /// <summary>Whether whoever asks saved it.</summary>
    IsSaved = 524288,

    /// <summary>Whether whoever asks may act for its employer.</summary>
    IsMember = 1048576,

    /// <summary>How far it is from the centre of the search, if that has one.</summary>
    Distance = 2097152,

    /// <summary>Where everybody may be told it is.</summary>
    PublicPoint = 4194304,

    MinimumAge = 8388608,
}
