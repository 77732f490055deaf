using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Which parts of an application its selected fields need.</summary>
public static class ApplicationSelection
{
    /// <summary>Of a connection of applications.</summary>
    public static ApplicationParts OfConnection(FieldSelection connection) => connection.Conclude(
        static selection => PartsOf(selection.Beneath("edges", "node")) | PartsOf(selection.Beneath("nodes")));

    // What is not named here needs everything: a new field is slow at first, and never wrong.
    private static ApplicationParts PartsOf(FieldSelection application) =>
        application.Names.Aggregate(ApplicationParts.Core, (parts, name) => parts | name switch
        {
            "id" or "status" or "jobPost" or "submittedAt" or "readAt" or "decidedAt" or "answers" or "history"
                or "viewerCanMoveTo" or "announcedReadDeadline" or "__typename" => ApplicationParts.Core,
            "message" => ApplicationParts.Texts,
            "applicant" => OfApplicant(application.Beneath("applicant")),
            _ => ApplicationParts.Whole,
        });

    private static ApplicationParts OfApplicant(FieldSelection applicant) =>
        applicant.Names.All(name => name is "displayName" or "user" or "__typename")
            ? ApplicationParts.Core : ApplicationParts.Applicant;
}
