using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Api.Errors;

/// <summary>What an error took from an answer.</summary>
/// <param name="IsCore">A field that the schema marks with <c>@corePath</c> is gone.</param>
/// <param name="RequestFailed">A root field is gone, so the answer is not what was asked for.</param>
public readonly record struct Damage(bool IsCore, bool RequestFailed);

/// <summary>Reads <c>@corePath</c> out of the schema: the fields that people come for.</summary>
public static class CorePaths
{
    public const string Directive = "corePath";

    /// <remarks>
    /// What may be null beneath a core field is no core: a feed without ratings is a feed, and somebody looks at it when there is time.
    /// </remarks>
    public static Damage DamageOf(FieldFailure failure, ObservedOperation? operation)
    {
        // No data at all: every root field is gone, not only the one that failed.
        if (failure is { Lost: 0, Fields: [{ Definition.Type.IsNonNull: true }, ..] } && operation is not null)
            return DamageOf(operation.RootFields);
        return new(failure.Fields.Skip(failure.Lost).Any(field => Includes(field.Definition)), RequestFailed: failure.Lost == 0);
    }

    /// <summary>The whole operation failed: it was too slow, or broke outside of its fields.</summary>
    public static Damage DamageOf(IReadOnlyList<SchemaField> rootFields) =>
        new(rootFields.Any(field => Includes(field.Definition)), RequestFailed: true);

    private static bool Includes(FieldDefinition field) =>
        field.SyntaxNode?.Directives.Any(directive => directive.Name.Value == Directive) == true;
}
