using System.Text.Json;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>How the values of one scalar are read from variables and literals, and written to a response.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion-and-Input-Coercion</remarks>
public abstract class ScalarCoercion
{
    /// <summary>Takes any value unchanged: what a custom scalar does as long as nothing is bound to it.</summary>
    public static ScalarCoercion PassThrough { get; } = new PassThroughCoercion();

    /// <summary>The CLR type that resolvers see; null if any.</summary>
    public virtual Type? RuntimeType => null;

    /// <summary>Reads a variable's JSON value.</summary>
    /// <exception cref="CoercionException">The value is not one of the scalar's; the message says why.</exception>
    public abstract object? ParseValue(JsonElement value);

    /// <summary>Reads a literal; variables inside it (only possible for custom scalars) are already replaced.</summary>
    /// <exception cref="CoercionException">The literal is not one of the scalar's; the message says why.</exception>
    public abstract object? ParseLiteral(ValueNode literal);

    /// <summary>Turns a resolver's value into what JSON holds: string, bool, number, list, dictionary or JsonElement.</summary>
    /// <exception cref="CoercionException">The value cannot be written as this scalar.</exception>
    public abstract object? Serialize(object value);
}
