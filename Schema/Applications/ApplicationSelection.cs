using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Which parts of an application its selected fields need.</summary>
public static class ApplicationSelection
{
    /// <summary>Of a connection of applications.</summary>
    public static (ApplicationParts Parts, bool AsksForNext) OfConnection(FieldSelection connection) => connection.Conclude(
        static selection => (
            PartsOf(selection.Beneath("edges", "node")) | PartsOf(selection.Beneath("nodes")), PageSize.AsksForNext(selection)));

    // What is not named here needs everything: a new field is slow at first, and never wrong.
    private static ApplicationParts PartsOf(FieldSelection application) =>
        application.Names.Aggregate(ApplicationParts.Core, (parts, name) => parts | name switch
        {
            "id" or "status" or "jobPost" or "submittedAt" or "answers" or "history" or "announcedReadDeadline" or "__typename"
                => ApplicationParts.Core,
            "readAt" or "decidedAt" => ApplicationParts.Progress,
            "viewerCanMoveTo" => ApplicationParts.Parties,
            "message" => ApplicationParts.Texts,
            "applicant" => OfApplicant(application.Beneath("applicant")),
            _ => ApplicationParts.Whole,
        });

    private static ApplicationParts OfApplicant(FieldSelection applicant) =>
        applicant.Names.Aggregate(ApplicationParts.Core, (parts, name) => parts | name switch
        {
            "displayName" or "__typename" => ApplicationParts.Core,
            "user" => ApplicationParts.Parties,
            _ => ApplicationParts.Applicant | ApplicationParts.Parties,
        });
}
