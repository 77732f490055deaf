using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>What a client selected beneath a field, at once or deferred, for a resolver that can save work by knowing.</summary>
public sealed class FieldSelection
{
    private readonly IReadOnlyList<PlannedField> _fields;
    private readonly GraphQLSchema _schema;
    private readonly OperationExecution? _execution;

    internal FieldSelection(GraphQLSchema schema, IReadOnlyList<PlannedField> fields, OperationExecution? execution = null) =>
        (_schema, _fields, _execution) = (schema, fields, execution);

    /// <summary>How many fields these are: each name in the response is one of its own.</summary>
    public int Count => _fields.Count;

    /// <summary>The fields right beneath, by their names in the SDL; a name may come several times.</summary>
    public IEnumerable<string> Names => _fields.SelectMany(Selected).Select(selected => selected.Definition.Name);

    /// <summary>What is selected beneath fields further down: <c>selection.Beneath("edges", "node")</c>.</summary>
    public FieldSelection Beneath(params ReadOnlySpan<string> path)
    {
        var fields = _fields;
        foreach (var name in path)
            fields = [.. fields.SelectMany(Selected).Where(selected => selected.Definition.Name == name)];
        return new(_schema, fields, _execution);
    }

    /// <summary>
    /// The coerced arguments, by name, of a single field further down. Null if it is not single, or has arguments that its own
    /// resolver is not called with either. For a resolver that has not waited for anything yet.
    /// </summary>
    /// <param name="beneath">It may come from <see cref="Conclude"/>: it needs to know of no request.</param>
    public IReadOnlyDictionary<string, object?>? ArgumentsOf(FieldSelection beneath)
    {
        if (_execution is null || beneath._fields is not [{ } field]) return null;
        try
        {
            return _execution.CoerceArgumentValues(field);
        }
        catch (FieldException)
        {
            return null; // The field fails by itself, in its place.
        }
    }

    /// <summary>What follows from a selection, worked out once for all requests that are planned alike.</summary>
    /// <param name="conclude">Depends on the selection alone; a static lambda, by which the conclusion is found again.</param>
    public T Conclude<T>(Func<FieldSelection, T> conclude)
    {
        if (_fields is not [{ } field]) return conclude(this);
        if (field.Conclusion is Conclusion<T> known && known.Of == conclude) return known.Value;
        var value = conclude(new(_schema, _fields)); // It is kept, and the request is not.
        field.Conclusion = new Conclusion<T>(conclude, value);
        return value;
    }

    /// <summary>Whether a field is selected, by its names in the SDL: <c>selection.Has("edges", "node")</c>.</summary>
    public bool Has(params ReadOnlySpan<string> path)
    {
        foreach (var field in _fields)
        {
            if (IsBeneath(field, path)) return true;
        }

        return false;
    }

    /// <summary>A field may be selected several times under different names, and beneath each possible type.</summary>
    private bool IsBeneath(PlannedField field, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return true;
        foreach (var selected in Selected(field))
        {
            if (selected.Definition.Name == path[0] && IsBeneath(selected, path[1..])) return true;
        }

        return false;
    }

    private IEnumerable<PlannedField> Selected(PlannedField field) =>
        _schema.PossibleTypes(field.Definition.Type.NamedType).SelectMany(type => field.SelectionsFor(type).AllFields);

    private sealed record Conclusion<T>(Func<FieldSelection, T> Of, T Value);
}
