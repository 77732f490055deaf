namespace Jobs.Persistence;

/// <summary>SQL of the orders of applications, whose table goes by the name of <c>application</c>.</summary>
internal static class ApplicationOrder
{
    /// <summary>Comes after ORDER BY.</summary>
    public static string Of(ApplicationSort sort) => sort switch
    {
        ApplicationSort.Newest => "application.submitted_at DESC, application.id DESC",
        ApplicationSort.Oldest => "application.submitted_at, application.id",
        _ => "(application.status = 'SUBMITTED') DESC, application.submitted_at DESC, application.id DESC",
    };
}
