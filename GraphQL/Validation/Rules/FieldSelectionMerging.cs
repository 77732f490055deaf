using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation.FieldMerging;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>Fields that meet under one response name ask for the same, or can at least have results of the same shape.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Selection-Merging</remarks>
internal sealed class FieldSelectionMerging : ValidationRule
{
    private const string Exceeded = "The document's fields take too many steps to decide whether they can be merged.";
    private const string ExceededByConflicts = "The document's fields conflict in more places than can be told.";

    private readonly List<(SelectionSetNode Selections, TypeDefinition? ParentType)> _sets = [];

    public override void EnterSelectionSet(SelectionSetNode selections, ValidationContext context)
    {
        // One field or one spread has nothing beside it; the fragment is looked at on its own.
        if (selections.Selections is not [FieldNode or FragmentSpreadNode])
            _sets.Add((selections, context.ParentType));
    }

    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        var reader = new SelectionReader(context);
        var sets = _sets.ConvertAll(set => reader.Read(set.Selections, set.ParentType));
        var check = new MergeCheck(reader, new StepLimit(context.Options.MaxFieldMergingSteps, Exceeded));
        if (check.FindAny(sets) is { } anyConflict)
            ReportAll(sets, anyConflict, reader, context);
    }

    /// <summary>Comparing pairs can take too long: then at least the conflict that is known already is told.</summary>
    private static void ReportAll(
        List<SelectedFields> sets, FieldConflict anyConflict, SelectionReader reader, ValidationContext context)
    {
        var finder = new ConflictFinder(reader, new StepLimit(context.Options.MaxFieldConflictSteps, ExceededByConflicts));
        var isReported = false;
        try
        {
            foreach (var conflict in sets.SelectMany(finder.FindIn))
            {
                isReported = true;
                Report(conflict, context);
            }
        }
        finally
        {
            if (!isReported) Report(anyConflict, context);
        }
    }

    private static void Report(FieldConflict conflict, ValidationContext context) =>
        context.Report(conflict.Message, [.. conflict.Fields1, .. conflict.Fields2]);
}
