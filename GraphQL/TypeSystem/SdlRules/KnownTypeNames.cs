using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>Every type referred to is defined or built in.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Schema</remarks>
internal static class KnownTypeNames
{
    private static readonly string[] BuiltInNames =
        [.. BuiltInScalars.All.Select(type => type.Name), .. Introspection.Types.Select(type => type.Name)];

    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        string[] names = [.. BuiltInNames, .. sdl.DefinedTypes.Keys];
        var known = names.ToHashSet(StringComparer.Ordinal);
        var suggestions = new NameSuggestions(ValidationOptions.Default);
        foreach (var reference in sdl.TypeReferences)
        {
            var name = reference.Name.Value;
            if (!known.Contains(name))
                errors.Report($"Unknown type \"{name}\".{suggestions.For(name, names, candidate => candidate)}", reference);
        }
    }
}
