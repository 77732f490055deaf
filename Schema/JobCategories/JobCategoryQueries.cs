namespace Jobs.Schema;

public static class JobCategoryQueries
{
    public static IReadOnlyList<JobCategory> JobCategories() => KnownJobCategories.All;
}

/// <summary>Fields of <c>JobCategory</c> that are more than a column.</summary>
public static class JobCategoryResolvers
{
    public static string Id(JobCategory category) => GlobalId.Of(NodeType.JobCategory, category.Id);

    public static string Name(JobCategory category, RequestLanguage language) => language.Say(category.NameKo, category.NameEn);
}
