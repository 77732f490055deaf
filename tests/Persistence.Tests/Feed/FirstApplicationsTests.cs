namespace Jobs.Persistence.Tests.Feed;

/// <summary>Applications that came with a post are its first page, and no page that asks for anything else.</summary>
public sealed class FirstApplicationsTests
{
    public static TheoryData<string> Members => [.. typeof(ApplicationInboxQuery).GetProperties().Select(member => member.Name)
        .Where(name => name != nameof(ApplicationInboxQuery.JobPostId))];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_page_that_differs_in_one_member_is_another(string member)
    {
        var first = new FirstApplications(ApplicationSort.Newest, ApplicationParts.Core, Limit: 3);
        var page = new ApplicationInboxQuery { JobPostId = 1, Sort = first.Sort, Parts = first.Parts, Limit = first.Limit };
        Assert.True(first.Are(page));
        var changed = typeof(ApplicationInboxQuery).GetProperty(member)!;
        changed.SetValue(page, Other(changed.PropertyType));
        Assert.False(first.Are(page));
    }

    private static object Other(Type type)
    {
        object[] others =
        [
            7L, 7, "카페", DateTimeOffset.UnixEpoch, ApplicationSort.Oldest, ApplicationParts.Whole,
            new ApplicationCursor(false, DateTimeOffset.UnixEpoch, 7), new[] { ApplicationStatus.Read }, new[] { 7L },
        ];
        return others.Single((Nullable.GetUnderlyingType(type) ?? type).IsInstanceOfType);
    }
}
