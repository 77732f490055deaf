using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.Schema;

/// <summary>A scalar that travels as one JSON string.</summary>
public abstract class TextScalar<T>(string name, string format) : ScalarCoercion where T : struct
{
    public override Type RuntimeType => typeof(T);

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Read(value.GetString()!) : throw NotOne(value.GetRawText());

    public override object? ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Read(text.Value) : throw NotOne(Printer.Print(literal));

    public override object? Serialize(object value) =>
        value is T typed ? Write(typed) : throw new CoercionException($"{name} cannot represent a {value.GetType().Name}.");

    protected abstract bool TryRead(string text, out T value);

    protected abstract string Write(T value);

    private object Read(string text) => TryRead(text, out var value) ? value : throw NotOne($"\"{text}\"");

    private CoercionException NotOne(string shown) =>
        new($"{name} must be {format}, not {(shown.Length <= 60 ? shown : string.Concat(shown.AsSpan(0, 60), "…"))}.");
}
