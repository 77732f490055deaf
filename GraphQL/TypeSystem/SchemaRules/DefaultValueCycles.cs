using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>No default of an input field leads, by the defaults of what it leaves out, back to itself.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#InputFieldDefaultValueHasCycle(). Without recursion over fields: a chain of defaults may
/// be long. Recursion goes into literals only, which the parser bounds.
/// </remarks>
internal sealed class DefaultValueCycles
{
    /// <summary>What defaults leave out can be quadratic in what is written; a schema that people wrote stays far below.</summary>
    private const int ReferencesMax = 10_000_000;

    private readonly SdlErrors _errors;
    private readonly HashSet<InputValueDefinition> _visited = [];
    private readonly List<DefaultedField> _path = [];
    private readonly Dictionary<InputValueDefinition, int> _pathIndex = [];
    private long _references;

    private DefaultValueCycles(SdlErrors errors) => _errors = errors;

    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        var check = new DefaultValueCycles(errors);
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>())
        {
            var fields = new List<DefaultedField>();
            check.Collect(type, given: null, fields);
            foreach (var field in fields)
                check.Follow(field);
        }

        if (check._references > ReferencesMax)
            errors.Report("The default values of input objects refer to each other too often to be checked.");
    }

    private void Follow(DefaultedField start)
    {
        var open = new Stack<(List<DefaultedField> Fields, int Next)>();
        Enter(start, open);
        while (open.TryPop(out var current))
        {
            if (current.Next == current.Fields.Count)
            {
                _pathIndex.Remove(_path[^1].Field);
                _path.RemoveAt(_path.Count - 1);
                continue;
            }

            open.Push((current.Fields, current.Next + 1));
            var field = current.Fields[current.Next];
            if (_pathIndex.TryGetValue(field.Field, out var cycleStart))
                Report(field, cycleStart);
            else
                Enter(field, open);
        }
    }

    private void Enter(DefaultedField field, Stack<(List<DefaultedField> Fields, int Next)> open)
    {
        if (!_visited.Add(field.Field)) return;
        _pathIndex.Add(field.Field, _path.Count);
        _path.Add(field);
        var reached = new List<DefaultedField>();
        Collect(field.Type, field.Default, reached);
        open.Push((reached, 0));
    }

    private void Report(DefaultedField field, int cycleStart)
    {
        if (_errors.IsFull) return;
        var cycle = _path.Skip(cycleStart).ToList();
        var via = cycle.Count == 1 ? "" : " via the default values of: " + string.Join(", ", cycle.Skip(1).Select(step => step.Coordinate));
        _errors.Report(
            $"Invalid circular reference. The default value of Input Object field {field.Coordinate} references itself{via}.",
            cycle.Select(step => step.Default));
    }

    /// <summary>The fields whose defaults complete a literal of the type.</summary>
    private void Collect(InputObjectType type, ValueNode literal, List<DefaultedField> reached)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Items)
                Collect(type, item, reached);
        }
        else if (literal is ObjectValueNode { Fields: var given })
        {
            Collect(type, given, reached);
        }
    }

    private void Collect(InputObjectType type, IReadOnlyList<ObjectFieldNode>? given, List<DefaultedField> reached)
    {
        var values = given is null or [] ? null : given.ToDictionary(field => field.Name.Value, field => field.Value);
        _references += type.Fields.Count;
        if (_references > ReferencesMax || _errors.IsFull) return;
        foreach (var field in type.Fields)
        {
            if (field.Type.NamedType is not InputObjectType fieldType) continue;
            if (values is not null && values.TryGetValue(field.Name, out var value))
                Collect(fieldType, value, reached);
            else if (field.DefaultValue is { } defaultValue)
                reached.Add(new DefaultedField(type, field, fieldType, defaultValue));
        }
    }

    private sealed record DefaultedField(InputObjectType Parent, InputValueDefinition Field, InputObjectType Type, ValueNode Default)
    {
        public string Coordinate => $"{Parent}.{Field.Name}";
    }
}
