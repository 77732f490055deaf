using Jobs.GraphQL.Validation.Rules;

namespace Jobs.GraphQL.Validation;

/// <summary>All rules of the specification and those of incremental delivery, in its order, with the names by which they are known elsewhere.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Validation</remarks>
internal static class SpecifiedRules
{
    private static readonly (string Name, Func<ValidationRule> Create)[] All =
    [
        ("ExecutableDefinitions", () => new ExecutableDefinitions()),
        ("KnownOperationTypes", () => new OperationTypeExistence()),
        ("UniqueOperationNames", () => new OperationNameUniqueness()),
        ("LoneAnonymousOperation", () => new LoneAnonymousOperation()),
        ("SingleFieldSubscriptions", () => new SingleRootField()),
        ("DeferStreamDirectiveOnRootField", () => new IncrementalRootFields()),
        ("DeferStreamDirectiveOnValidOperations", () => new IncrementalOperations()),
        ("DeferStreamDirectiveLabel", () => new IncrementalLabels()),
        ("StreamDirectiveOnListField", () => new StreamedFieldsAreLists()),
        ("FieldsOnCorrectType", () => new FieldSelections()),
        ("OverlappingFieldsCanBeMerged", () => new FieldSelectionMerging()),
        ("ScalarLeafs", () => new LeafFieldSelections()),
        ("KnownArgumentNames", () => new ArgumentNames()),
        ("UniqueArgumentNames", () => new ArgumentUniqueness()),
        ("ProvidedRequiredArguments", () => new RequiredArguments()),
        ("UniqueFragmentNames", () => new FragmentNameUniqueness()),
        ("KnownTypeNames", () => new NamedTypeExistence()),
        ("FragmentsOnCompositeTypes", () => new FragmentsOnCompositeTypes()),
        ("NoUnusedFragments", () => new FragmentsMustBeUsed()),
        ("KnownFragmentNames", () => new FragmentSpreadTargetDefined()),
        ("NoFragmentCycles", () => new FragmentSpreadsMustNotFormCycles()),
        ("PossibleFragmentSpreads", () => new FragmentSpreadIsPossible()),
        ("ValuesOfCorrectType", () => new ValuesOfCorrectType()),
        ("UniqueInputFieldNames", () => new InputObjectFieldUniqueness()),
        ("KnownDirectives", () => new DirectivesAreDefined()),
        ("KnownDirectives", () => new DirectivesAreInValidLocations()),
        ("UniqueDirectivesPerLocation", () => new DirectivesAreUniquePerLocation()),
        ("UniqueVariableNames", () => new VariableUniqueness()),
        ("VariablesAreInputTypes", () => new VariablesAreInputTypes()),
        ("NoUndefinedVariables", () => new AllVariableUsesDefined()),
        ("NoUnusedVariables", () => new AllVariablesUsed()),
        ("VariablesInAllowedPosition", () => new AllVariableUsagesAreAllowed()),
    ];

    /// <summary>Fresh rules for one document: those named, or all.</summary>
    public static IReadOnlyList<ValidationRule> Create(IReadOnlyCollection<string>? names) =>
        [.. All.Where(rule => names is null || names.Contains(rule.Name)).Select(rule => rule.Create())];
}
