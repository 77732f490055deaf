using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A field is selected only where its type has it.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Selections</remarks>
internal sealed class FieldSelections : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Field is not null || context.ParentType is not { } parentType) return;
        var name = field.Name.Value;
        var suggestion = SuggestTypes(parentType, name, context);
        if (suggestion.Length == 0 && parentType is FieldsType type)
            suggestion = context.Suggestions.For(name, type.Fields, candidate => candidate.Name);
        context.Report($"Cannot query field \"{name}\" on type \"{parentType}\".{suggestion}", field);
    }

    /// <summary>Types that have the field and that an inline fragment could narrow to; those that help most come first.</summary>
    private static string SuggestTypes(TypeDefinition parentType, string fieldName, ValidationContext context)
    {
        if (!parentType.IsAbstract) return "";
        var possibleTypes = context.Schema.PossibleTypes(parentType);
        if (!context.Suggestions.TrySpend(possibleTypes.Count)) return "";
        var usageCounts = new Dictionary<FieldsType, int>();
        foreach (var possibleType in possibleTypes.Where(HasField))
        {
            usageCounts[possibleType] = 1;
            foreach (var candidate in possibleType.Interfaces.Where(HasField))
                usageCounts[candidate] = usageCounts.GetValueOrDefault(candidate) + 1;
        }

        return Suggestions.Sentence(WidestFirst(usageCounts), "to use an inline fragment on");

        bool HasField(FieldsType type) => type.Fields.Find(fieldName) is not null;
    }

    /// <summary>A type never comes before an interface of it; beyond that, by how often it was met, then by name.</summary>
    private static List<string> WidestFirst(Dictionary<FieldsType, int> usageCounts)
    {
        var names = new List<string>();
        while (names.Count < Suggestions.CountMax && usageCounts.Count > 0)
        {
            var (next, _) = usageCounts
                .Where(candidate => !candidate.Key.Interfaces.Any(usageCounts.ContainsKey))
                .OrderByDescending(candidate => candidate.Value)
                .ThenBy(candidate => candidate.Key.Name, NaturalOrder.Instance)
                .First();
            usageCounts.Remove(next);
            names.Add(next.Name);
        }

        return names;
    }
}
