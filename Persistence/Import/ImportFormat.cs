namespace Jobs.Persistence.Import;

/// <summary>The shapes of files that the importer reads; a file is recognised by what is in it, never by its name.</summary>
public enum ImportFormat
{
    /// <summary>Brand pages of 알바천국: place, title, time, pay, date.</summary>
    AlbaBrandPage,

    /// <summary>Several copies of those pages in one file, each row with its source, snapshot and brand.</summary>
    AlbaBrandMerged,

    /// <summary>알바천국 by neighbourhood of Seoul: company, title, location, pay, workTime, recently, howpay.</summary>
    AlbaDong,

    /// <summary>알바천국 with a Korean header: 지역, 근무회사, 근무시간, 급여, 올린시간, 알바설명.</summary>
    AlbaArea,

    /// <summary>알바몬 without a header, with street addresses.</summary>
    Albamon,

    /// <summary>Postings of applicant tracking systems, one JSON object a line.</summary>
    AtsJsonLines,
}
