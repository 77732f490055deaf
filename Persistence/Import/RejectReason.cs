namespace Jobs.Persistence.Import;

/// <summary>
/// Why a row did not become a post. In files and counts it is spelled like a GraphQL enum value: PLACE_UNKNOWN.
/// </summary>
public enum RejectReason
{
    /// <summary>The row has bytes that its file's encoding does not know.</summary>
    TextUnreadable,

    /// <summary>A quoted field opens and never closes; only this line is given up, not the rest of the file.</summary>
    QuotesBroken,

    /// <summary>A line longer than any posting could be.</summary>
    LineTooLong,

    /// <summary>More or fewer columns than the file's format has.</summary>
    ColumnCountWrong,

    /// <summary>A line of a JSON file that is not one JSON object of the expected shape.</summary>
    JsonInvalid,

    /// <summary>Nothing is left of the title once the page's interface words are gone.</summary>
    TitleMissing,

    /// <summary>No place is given.</summary>
    PlaceMissing,

    /// <summary>"전국": a post for the whole country is near nobody.</summary>
    PlaceNationwide,

    /// <summary>The place is named, but no area of the country is called so.</summary>
    PlaceUnknown,

    /// <summary>Several areas are called so, and nothing says which is meant.</summary>
    PlaceAmbiguous,

    /// <summary>The work is not in Korea.</summary>
    PlaceAbroad,

    /// <summary>No wage is given; a post without a wage is not a post here.</summary>
    WageMissing,

    /// <summary>An amount, but per hour, day or month is neither said nor plain from the amount.</summary>
    WageTypeUnknown,

    /// <summary>The wage is not a number.</summary>
    WageUnreadable,

    /// <summary>An amount that nobody pays, like 8,590 won a month or 200,000 won an hour.</summary>
    WageImplausible,

    /// <summary>The hours are neither a time span, nor negotiable, nor empty.</summary>
    TimeUnreadable,
}
