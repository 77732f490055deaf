using System.Globalization;

namespace Jobs.Persistence;

/// <summary>
/// What a statement selects of the first applications to each of its posts, if whoever asks may act for the employer: a row for
/// each application, or one without, and the rows of a post one after the other.
/// </summary>
/// <remarks>
/// The posts go by the name of <c>post</c>, and their columns come first, their id before all; <c>member.is_there</c> says
/// whether they are the viewer's.
/// </remarks>
internal sealed class FirstApplicationsSelect(FirstApplications which)
{
    /// <summary>Comes after the columns of posts.</summary>
    public const string Columns = ", application.*";

    private readonly ApplicationSelect select = new(which.Parts);
    private int position;

    /// <summary>Comes after the tables of posts.</summary>
    public void AddJoin(SqlText text)
    {
        var limit = Math.Clamp(which.Limit, 1, FirstApplications.LimitMax).ToString(CultureInfo.InvariantCulture);
        text.Add($"""
             LEFT JOIN LATERAL (SELECT {select.Columns} FROM applications AS application
                WHERE member.is_there AND application.job_post_id = post.id
                ORDER BY {ApplicationOrder.Of(which.Sort)} LIMIT {limit}) AS application ON true
            """);
    }

    /// <summary>Comes after the order of the posts.</summary>
    public void AddOrder(SqlText text) => text.Add($", {ApplicationOrder.Of(which.Sort)}");

    /// <summary>Reads the rest of the first row of a post.</summary>
    public void Read(ref RowReader row, JobPost post)
    {
        position = row.Position;
        post.KnownApplications = new KnownApplications(which);
        if (!row.IsNull) post.KnownApplications.Add(select.Read(ref row));
    }

    /// <summary>Reads a row that is one more of the same post's; false: it is another's.</summary>
    public bool TryReadMore(RowReader row, JobPost post)
    {
        if (row.Int64() != post.Id) return false;
        row.GoTo(position);
        post.KnownApplications!.Add(select.Read(ref row));
        return true;
    }
}
