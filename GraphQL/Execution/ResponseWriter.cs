using System.Buffers;
using System.Collections;
using System.Text.Json;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Incremental;

namespace Jobs.GraphQL.Execution;

/// <summary>Writes a response map as UTF-8, in one pass over the tree.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Response-Format</remarks>
internal readonly struct ResponseWriter(JsonOutput json)
{
    /// <summary>Without a tree, <c>data</c> is null; a request error has no <c>data</c>.</summary>
    /// <returns>How many bytes were written.</returns>
    public static long Write(IBufferWriter<byte> output, GraphQLResult result, ResultTree? tree)
    {
        using var json = new JsonOutput(output);
        var writer = new ResponseWriter(json);
        json.WriteStartObject();
        var isLater = result.Payload is not null && tree is null;
        if (result.Errors.Count > 0 && !isLater)
        {
            json.WritePropertyName("errors");
            writer.WriteErrors(result.Errors);
        }

        if (!result.IsRequestError && !isLater && result.CostReporting != CostReporting.Validate)
            writer.WriteData(tree);
        if (result.Payload is not null)
            writer.WritePayload(result.Payload);
        if (result is { CostReporting: not CostReporting.None, Cost: { } cost })
            writer.WriteCost(cost);
        json.WriteEndObject();
        return json.Length;
    }

    /// <summary>The response map in memory of its own.</summary>
    public static byte[] Write(GraphQLResult result, ResultTree tree)
    {
        var text = new ArrayBufferWriter<byte>();
        Write(text, result, tree);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>One value of a tree, by itself.</summary>
    public static void WriteValue(IBufferWriter<byte> output, ResultTree tree, in ResultSlot slot)
    {
        using var json = new JsonOutput(output);
        new ResponseWriter(json).WriteSlot(tree, slot);
    }

    public static void WriteErrors(IBufferWriter<byte> output, IReadOnlyList<GraphQLError> errors)
    {
        using var json = new JsonOutput(output);
        new ResponseWriter(json).WriteErrors(errors);
    }

    /// <summary>What an incremental result says beside its data.</summary>
    private void WritePayload(IncrementalPayload payload)
    {
        json.WritePropertyName("hasNext");
        json.WriteBooleanValue(payload.HasNext);
        WriteParts("pending", payload.Pending, WritePending);
        WriteParts("incremental", payload.Incremental, WriteEntry);
        WriteParts("completed", payload.Completed, WriteCompleted);
    }

    private void WriteParts<T>(string name, List<T> parts, Action<T> write)
    {
        if (parts.Count == 0) return;
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var part in parts)
        {
            json.WriteStartObject();
            write(part);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePending((string Id, IReadOnlyList<object> Path, string? Label) announced)
    {
        WriteMember("id", announced.Id);
        WriteMember("path", announced.Path);
        if (announced.Label is not null)
            WriteMember("label", announced.Label);
    }

    private void WriteEntry(IncrementalEntry entry)
    {
        WriteMember("id", entry.Id);
        if (entry.HasItems)
        {
            json.WritePropertyName("items");
            json.WriteStartArray();
            foreach (var tree in entry.Trees)
                WriteSlot(tree, tree[ResultTree.Root, 0]);
            json.WriteEndArray();
        }
        else
        {
            WriteData(entry.Trees[0]);
        }

        if (entry.Errors.Count > 0)
        {
            json.WritePropertyName("errors");
            WriteErrors(entry.Errors);
        }

        if (entry.SubPath.Count > 0)
            WriteMember("subPath", entry.SubPath);
    }

    private void WriteCompleted((string Id, GraphQLError? Error) completed)
    {
        WriteMember("id", completed.Id);
        if (completed.Error is null) return;
        json.WritePropertyName("errors");
        WriteErrors([completed.Error]);
    }

    private void WriteMember(string name, object value)
    {
        json.WritePropertyName(name);
        WriteAny(value);
    }

    private void WriteData(ResultTree? tree)
    {
        json.WritePropertyName("data");
        if (tree is null || tree.IsNull)
            json.WriteNullValue();
        else
            WriteObject(tree, tree.RootSet, ResultTree.Root);
    }

    private void WriteObject(ResultTree tree, PlannedSelectionSet set, int container)
    {
        json.WriteStartObject();
        var fields = set.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            json.WriteKey(fields[i].Key);
            WriteSlot(tree, tree[container, i]);
        }

        json.WriteEndObject();
    }

    private void WriteSlot(ResultTree tree, in ResultSlot slot)
    {
        switch (slot.Reference)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case PlannedSelectionSet set: WriteObject(tree, set, ResultTree.Unpack(slot.Bits).Container); break;
            case ValuePlan: WriteList(tree, slot); break;
            case FoldedAnswer folded: json.WriteValue(folded.Utf8); break;
            case var kind when kind == ResultSlot.Int: json.WriteNumberValue(slot.Bits); break;
            case var kind when kind == ResultSlot.Float: json.WriteNumberValue(BitConverter.Int64BitsToDouble(slot.Bits)); break;
            case var kind when kind == ResultSlot.True: json.WriteBooleanValue(true); break;
            case var kind when kind == ResultSlot.False: json.WriteBooleanValue(false); break;
            case var other: WriteAny(other); break;
        }
    }

    private void WriteList(ResultTree tree, in ResultSlot slot)
    {
        var (container, length) = ResultTree.Unpack(slot.Bits);
        json.WriteStartArray();
        for (var i = 0; i < length; i++)
            WriteSlot(tree, tree[container, i]);
        json.WriteEndArray();
    }

    /// <summary>JSON has no infinity, which fragments that double often enough cost.</summary>
    private void WriteCost(OperationCost cost)
    {
        json.WritePropertyName("extensions");
        json.WriteStartObject();
        json.WritePropertyName("cost");
        WriteAny(new Dictionary<string, object?>
        {
            ["fieldCost"] = Math.Min(double.MaxValue, Math.Round(cost.FieldCost, 2)),
            ["typeCost"] = Math.Min(double.MaxValue, Math.Round(cost.TypeCost, 2)),
        });
        json.WriteEndObject();
    }

    private void WriteErrors(IReadOnlyList<GraphQLError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WritePropertyName("message");
            json.WriteStringValue(error.Message);
            WriteLocations(error);
            if (error.Path is { } path)
            {
                json.WritePropertyName("path");
                WriteAny(path);
            }

            WriteExtensions(error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLocations(GraphQLError error)
    {
        if (error.Locations.Count == 0) return;
        json.WritePropertyName("locations");
        json.WriteStartArray();
        foreach (var location in error.Locations)
        {
            json.WriteStartObject();
            json.WritePropertyName("line");
            json.WriteNumberValue(location.Line);
            json.WritePropertyName("column");
            json.WriteNumberValue(location.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteExtensions(GraphQLError error)
    {
        if (error.Code is null && error.Extensions is not { Count: > 0 }) return;
        json.WritePropertyName("extensions");
        json.WriteStartObject();
        if (error.Code is not null)
        {
            json.WritePropertyName("code");
            json.WriteStringValue(error.Code);
        }

        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (name == "code" && error.Code is not null) continue;
            json.WritePropertyName(name);
            WriteAny(value);
        }

        json.WriteEndObject();
    }

    /// <summary>What a custom scalar or an extension may hold.</summary>
    private void WriteAny(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case JsonElement element: json.WriteElement(element); break;
            case IReadOnlyDictionary<string, object?> fields: WriteFields(fields); break;
            case IEnumerable items: WriteItems(items); break;
            default: throw new InvalidOperationException($"A response cannot hold a {value.GetType().Name}.");
        }
    }

    private void WriteFields(IReadOnlyDictionary<string, object?> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            WriteAny(value);
        }

        json.WriteEndObject();
    }

    private void WriteItems(IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            WriteAny(item);
        json.WriteEndArray();
    }
}
