using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>No default of an input field leads, by the defaults of what it leaves out, back to itself.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#InputFieldDefaultValueHasCycle(). A chain of defaults may be long,
/// so fields are followed without recursion; it goes into literals only, which the parser bounds.
/// </remarks>
internal sealed class DefaultValueCycles
{
    /// <summary>What defaults leave out can be quadratic in what is written; a schema of people stays far below.</summary>
    private const int ReferencesMax = 2_000_000;

    private readonly SdlErrors _errors;
    private readonly HashSet<InputValueDefinition> _visited = [];
    private readonly List<DefaultedField> _path = [];
    private readonly Dictionary<InputValueDefinition, int> _pathIndex = [];
    private readonly Dictionary<InputObjectType, int> _pathCountByType = [];
    private readonly Dictionary<InputObjectType, List<DefaultedField>> _allDefaults = [];
    private readonly HashSet<InputObjectType> _followed = [];
    private long _references;

    private DefaultValueCycles(SdlErrors errors) => _errors = errors;

    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        var check = new DefaultValueCycles(errors);
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>())
        {
            foreach (var field in check.AllDefaults(type))
                check.Follow(field);
        }

        if (check._references > ReferencesMax)
            errors.Report("The default values of input objects refer to each other too often to be checked.");
    }

    private void Follow(DefaultedField start)
    {
        var open = new Stack<Frame>();
        Enter(start, open);
        while (open.TryPop(out var frame) && !_errors.IsFull)
        {
            if (frame.Next == frame.Fields.Count)
            {
                Leave(frame);
                continue;
            }

            open.Push(frame with { Next = frame.Next + 1 });
            var field = frame.Fields[frame.Next];
            if (_pathIndex.TryGetValue(field.Field, out var cycleStart))
                Report(field, cycleStart);
            else
                Enter(field, open);
        }
    }

    private void Enter(DefaultedField field, Stack<Frame> open)
    {
        if (!_visited.Add(field.Field)) return;
        _pathIndex.Add(field.Field, _path.Count);
        _path.Add(field);
        _pathCountByType[field.Parent] = _pathCountByType.GetValueOrDefault(field.Parent) + 1;
        if (field.Default is ObjectValueNode { Fields.Count: 0 })
        {
            // All defaults of a type again: worth a look only if one of them is on the path.
            var isKnown = _followed.Contains(field.Type) && _pathCountByType.GetValueOrDefault(field.Type) == 0;
            open.Push(new Frame(isKnown ? [] : AllDefaults(field.Type), field.Type));
        }
        else
        {
            var reached = new List<DefaultedField>();
            Collect(field.Type, field.Default, reached);
            open.Push(new Frame(reached, AllDefaultsOf: null));
        }
    }

    private void Leave(Frame frame)
    {
        var field = _path[^1];
        _path.RemoveAt(_path.Count - 1);
        _pathIndex.Remove(field.Field);
        _pathCountByType[field.Parent]--;
        if (frame.AllDefaultsOf is { } type) _followed.Add(type);
    }

    private List<DefaultedField> AllDefaults(InputObjectType type)
    {
        if (!_allDefaults.TryGetValue(type, out var defaults))
        {
            _allDefaults[type] = defaults = [];
            Collect(type, [], defaults);
        }

        return defaults;
    }

    private void Report(DefaultedField field, int cycleStart)
    {
        if (_errors.IsFull) return;
        var cycle = _path.Skip(cycleStart).ToList();
        var others = string.Join(", ", cycle.Skip(1).Select(step => step.Coordinate));
        var via = others.Length == 0 ? "" : $" via the default values of: {others}";
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

    private void Collect(InputObjectType type, IReadOnlyList<ObjectFieldNode> given, List<DefaultedField> reached)
    {
        var values = given.Count == 0 ? null : given.ToDictionary(field => field.Name.Value, field => field.Value);
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

    /// <summary>What one default leads to, and how far it has been followed.</summary>
    private readonly record struct Frame(List<DefaultedField> Fields, InputObjectType? AllDefaultsOf, int Next = 0);

    private sealed record DefaultedField(
        InputObjectType Parent, InputValueDefinition Field, InputObjectType Type, ValueNode Default)
    {
        public string Coordinate => $"{Parent}.{Field.Name}";
    }
}
