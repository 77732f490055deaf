using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>Checks a type system document as far as that can be done before its types are put together.</summary>
internal static class SdlValidator
{
    private static readonly Action<SdlDocument, SdlErrors>[] Rules =
    [
        LoneSchemaDefinition.Check,
        UniqueOperationTypes.Check,
        UniqueTypeNames.Check,
        UniqueEnumValueNames.Check,
        UniqueFieldDefinitionNames.Check,
        UniqueArgumentDefinitionNames.Check,
        UniqueDirectiveNames.Check,
        KnownTypeNames.Check,
        KnownDirectives.Check,
        UniqueDirectivesPerLocation.Check,
        PossibleTypeExtensions.Check,
        KnownArgumentNamesOnDirectives.Check,
        UniqueArgumentNames.Check,
        UniqueInputFieldNames.Check,
        ProvidedRequiredArgumentsOnDirectives.Check,
    ];

    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        var sdl = new SdlDocument(document);
        var errors = new SdlErrors();
        foreach (var rule in Rules)
            rule(sdl, errors);
        if (errors.All.Count == 0)
            BuiltInDirectiveArguments.Check(sdl, errors); // Its messages would only repeat what is already reported.
        return errors.All;
    }
}
