namespace Jobs.Schema;

/// <summary>The feed's cursors: sort key and id of the last post, and when the ranking run began.</summary>
public static class JobPostFeedCursors
{
    private const byte FirstList = 0x20; // One list per sort, so that a cursor of one order does not fit another.
    private const long InstantMax = 253_402_300_799_999_999; // The last microsecond of the year 9999.

    public static string Write(JobPostSort sort, JobPostFeedCursor cursor) =>
        Cursor.Write(List(sort), cursor.Key, cursor.Id, cursor.AsOf.UtcTicks);

    /// <summary>The page after the cursor, of the same ranking run.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT: not a cursor of the feed in this order.</exception>
    public static JobPostFeedQuery Continue(JobPostFeedQuery query, string after)
    {
        if (Cursor.Read(after, List(query.Sort), 3) is not [{ } key, { } id, { } asOf] || asOf < 0 || !IsKey(query.Sort, key))
            throw Cursor.DoesNotFit();
        return query with
        {
            After = new JobPostFeedCursor(key, id, new DateTimeOffset(Math.Min(asOf, query.Now.UtcTicks), TimeSpan.Zero)),
        };
    }

    private static bool IsKey(JobPostSort sort, long key) => sort switch
    {
        JobPostSort.Distance or JobPostSort.Wage => key is >= -1 and <= int.MaxValue,
        JobPostSort.Deadline => key is >= 0 and <= InstantMax or long.MaxValue,
        _ => key is >= 0 and <= InstantMax,
    };

    private static byte List(JobPostSort sort) => (byte)(FirstList + (int)sort);
}
