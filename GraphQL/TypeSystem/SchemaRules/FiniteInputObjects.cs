namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>Every input object can be written down: none needs itself, on whatever way, to be complete.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References. First the types that are finite are found, from
/// those that need no other upwards; among the rest every circle is reported. Without recursion: a chain of types may be long.
/// </remarks>
internal sealed class FiniteInputObjects
{
    private readonly SdlErrors _errors;
    private readonly Dictionary<InputObjectType, InputObjectNeeds> _needs = [];
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputValueDefinition Field)> _path = [];
    private readonly Dictionary<InputObjectType, int> _pathIndex = [];

    private FiniteInputObjects(GraphQLSchema schema, SdlErrors errors)
    {
        _errors = errors;
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>())
            _needs.Add(type, new InputObjectNeeds(type));
    }

    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        var check = new FiniteInputObjects(schema, errors);
        InputObjectNeeds.FindFinite(check._needs);
        foreach (var needs in check._needs.Values)
            check.ReportCircles(needs);
    }

    private void ReportCircles(InputObjectNeeds start)
    {
        var open = new Stack<(InputObjectNeeds Needs, int Next)>();
        Enter(start, open);
        while (open.TryPop(out var current))
        {
            if (current.Next == current.Needs.Targets.Count)
            {
                _pathIndex.Remove(current.Needs.Type);
                if (open.Count > 0) _path.RemoveAt(_path.Count - 1); // The field that led here.
                continue;
            }

            open.Push((current.Needs, current.Next + 1));
            var (field, targetType) = current.Needs.Targets[current.Next];
            var target = _needs[targetType];
            if (target.IsFinite) continue;
            if (_pathIndex.TryGetValue(targetType, out var circleStart))
                ReportCircle(targetType, circleStart, (current.Needs.Type, field));
            else if (!_visited.Contains(targetType))
            {
                _path.Add((current.Needs.Type, field));
                Enter(target, open);
            }
        }
    }

    private void Enter(InputObjectNeeds needs, Stack<(InputObjectNeeds Needs, int Next)> open)
    {
        if (needs.IsFinite || !_visited.Add(needs.Type)) return;
        _pathIndex.Add(needs.Type, _path.Count);
        open.Push((needs, 0));
    }

    private void ReportCircle(InputObjectType type, int start, (InputObjectType Type, InputValueDefinition Field) last)
    {
        if (_errors.IsFull) return;
        var circle = _path.Skip(start).Append(last).ToList();
        var fields = string.Join(", ", circle.Select(step => $"{step.Type}.{step.Field.Name}"));
        _errors.Report(
            $"Input Object {type} cannot be provided a finite value because it references itself through fields: {fields}.",
            circle.Select(step => step.Field.SyntaxNode));
    }
}
