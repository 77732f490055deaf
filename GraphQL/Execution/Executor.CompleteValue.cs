using System.Collections;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

internal sealed partial class Executor
{
    private bool CompleteFieldValue(PlannedField field, object? value, int container, int ordinal)
    {
        if (_execution.IsMutation && _work is null && container == ResultTree.Root)
        {
            _execution.Batches?.ClearCaches(); // What the mutation had loaded for itself may be older than what it wrote.
            _execution.Observer?.OnMutated(value);
        }

        return CompleteValue(field, field.Value, value, container, ordinal);
    }

    /// <summary>Puts a value where it belongs; false if it failed and may not be null.</summary>
    /// <remarks>https://spec.graphql.org/September2025/#CompleteValue()</remarks>
    private bool CompleteValue(PlannedField field, ValuePlan plan, object? value, int container, int ordinal)
    {
        try
        {
            if (value is null)
            {
                return !plan.IsNonNull || HandleFieldError(
                    new FieldException($"Cannot return null for non-nullable field {field}."), field, plan, container, ordinal);
            }

            if (value is Exception failure) ExceptionDispatchInfo.Throw(failure);
            if (plan.Leaf != LeafKind.None)
                CompleteLeafValue(plan, value, ref Tree[container, ordinal]);
            else if (plan.Item is not null)
                return CompleteListValue(field, plan, value, container, ordinal) || !plan.IsNonNull;
            else
                return CompleteObjectValue(field, plan, value, container, ordinal) || !plan.IsNonNull;
            return true;
        }
#pragma warning disable CA1031 // Whatever getting at the value throws belongs to its field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return HandleFieldError(exception, field, plan, container, ordinal);
        }
    }

    private bool CompleteListValue(PlannedField field, ValuePlan plan, object value, int container, int ordinal)
    {
        if (field.Stream is not null && ReferenceEquals(plan, field.Value) && _execution.MayStream(field, value))
            return CompleteStreamedList(field, plan, value, container, ordinal);
        var items = ItemsOf(field, value);
        var list = Tree.AddList(plan, items.Count, container, ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (CompleteValue(field, plan.Item!, items[i], list, i)) continue;
            Tree[container, ordinal] = default;
            return false;
        }

        return true;
    }

    // One item too many is enough for the tree to refuse them.
    private IReadOnlyList<object?> ItemsOf(PlannedField field, object value) => value switch
    {
        IReadOnlyList<object?> items => items,
        AsyncItems items => items.Read,
        IList items and not (IDictionary or Array { Rank: > 1 }) => Boxed(items),
        IEnumerable items and not (string or IDictionary) => [.. items.Cast<object?>().Take(_execution.Options.MaxResultValues + 1)],
        _ => throw new CoercionException($"Expected Iterable, but did not find one for field \"{field}\"."),
    };

    // Of a value type; one item too many as well.
    private object?[] Boxed(IList items)
    {
        var boxed = new object?[Math.Min(items.Count, _execution.Options.MaxResultValues + 1)];
        for (var i = 0; i < boxed.Length; i++) boxed[i] = items[i];
        return boxed;
    }

    private bool CompleteObjectValue(PlannedField field, ValuePlan plan, object value, int container, int ordinal)
    {
        var type = plan.Object ?? ResolveAbstractType(field, plan.Abstract!, value);
        var selections = field.SelectionsFor(type);
        if (selections.IsIncremental && !_execution.TryDefer(selections))
            selections = field.AtOnce.SelectionsFor(type);
        if (ExecuteSelectionSet(selections, value, Tree.AddObject(selections, container, ordinal))) return true;
        Tree[container, ordinal] = default;
        return false;
    }

    /// <remarks>https://spec.graphql.org/September2025/#ResolveAbstractType()</remarks>
    private ObjectType ResolveAbstractType(PlannedField field, TypeDefinition abstractType, object value)
    {
        var resolveType = (abstractType as InterfaceType)?.ResolveType ?? (abstractType as UnionType)?.ResolveType;
        var type = resolveType?.Invoke(value, ContextOf(field, parent: null, ArgumentValues.Empty))
            ?? throw new CoercionException(
                $"Abstract type \"{abstractType}\" must resolve to an Object type at runtime for field \"{field}\". "
                + $"Either the \"{abstractType}\" type should provide a \"resolveType\" function "
                + "or each possible type should provide an \"isTypeOf\" function.");
        return GraphQLSchema.IsPossibleType(abstractType, type)
            ? type
            : throw new CoercionException($"Runtime Object type \"{type}\" is not a possible type for \"{abstractType}\".");
    }

    private static void CompleteLeafValue(ValuePlan plan, object value, ref ResultSlot slot)
    {
        switch (plan.Leaf)
        {
            case LeafKind.Text when value is string:
                slot.Reference = value;
                break;
            case LeafKind.Int when value is int number:
                slot = ResultSlot.Of(number);
                break;
            case LeafKind.Boolean when value is bool truth:
                slot = ResultSlot.Of(truth);
                break;
            case LeafKind.Enum:
                slot.Reference = plan.Enum!.NameOf is { } nameOf ? nameOf(value) : plan.Enum.Find(value as string ?? "")?.Name;
                if (slot.Reference is null)
                    throw new CoercionException($"Enum \"{plan.Enum}\" cannot represent value: {InspectedValue.Of(value)}");
                break;
            default:
                slot = SlotOf(plan.Coercion!.Serialize(value));
                break;
        }
    }

    private static ResultSlot SlotOf(object? serialized) => serialized switch
    {
        int number => ResultSlot.Of(number),
        double number => ResultSlot.Of(number),
        bool truth => ResultSlot.Of(truth),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => default,
        _ => new ResultSlot { Reference = serialized },
    };

    /// <summary>Records what went wrong at a position, which becomes null. False if it may not be.</summary>
    /// <remarks>https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</remarks>
    private bool HandleFieldError(Exception exception, PlannedField field, ValuePlan plan, int container, int ordinal)
    {
        if (exception is OperationCanceledException && _execution.CancellationToken.IsCancellationRequested)
            ExceptionDispatchInfo.Throw(exception); // Not this field: the request as a whole has come to its end.

        Tree[container, ordinal] = default;
        var error = GraphQLError.Of(exception);
        AddError(error with
        {
            Failure = error.Exception is null or GraphQLException ? null : Tree.FailureAt(container, ordinal),
            Path = Tree.PathTo(container, ordinal),
            Locations = exception is FieldException { Node: { } node } ? [node.Location] : field.Locations,
        });
        return !plan.IsNonNull;
    }

    private void AddError(GraphQLError error) => (_errors ??= []).Add(_execution.Options.ErrorFilter(error));
}
