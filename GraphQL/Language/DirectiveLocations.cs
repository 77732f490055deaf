using System.Collections.Frozen;

namespace Jobs.GraphQL.Language;

/// <summary>The places where a directive may be allowed to stand.</summary>
/// <remarks>https://spec.graphql.org/September2025/#DirectiveLocation</remarks>
public static class DirectiveLocations
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION",
        "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    public static bool Contains(string name) => All.Contains(name);
}
