using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>What is wrong with a schema's <c>@cost</c> and <c>@listSize</c>, each with its coordinate.</summary>
internal sealed class CostProblems
{
    private readonly List<string> _problems = [];

    public static IReadOnlyList<string> Of(GraphQLSchema schema)
    {
        var problems = new CostProblems();
        foreach (var type in schema.Types.Where(type => type.SyntaxNode is not null))
            problems.Check(type);
        foreach (var directive in schema.Directives.Where(directive => directive.SyntaxNode is not null))
            problems.CheckInputs($"@{directive.Name}(", directive.Arguments, ":)");
        return problems._problems;
    }

    private void Check(TypeDefinition type)
    {
        CheckWeight(type.Name, type.SyntaxNode!.Directives);
        foreach (var extension in type.ExtensionNodes) CheckWeight(type.Name, extension.Directives);
        if (type is InputObjectType input) CheckInputs($"{type.Name}.", input.Fields, "");
        if (type is not FieldsType { Fields: var fields }) return;
        foreach (var field in fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            CheckWeight(coordinate, field.SyntaxNode?.Directives);
            CheckInputs($"{coordinate}(", field.Arguments, ":)");
            if (CostDirectives.Find(field.SyntaxNode?.Directives, CostDirectives.ListSize) is { } directive)
                CheckListSize(coordinate, field, directive);
        }
    }

    private void CheckInputs(string before, InputValueDefinitions inputs, string after)
    {
        foreach (var input in inputs) CheckWeight($"{before}{input.Name}{after}", input.SyntaxNode?.Directives);
    }

    private void CheckWeight(string coordinate, IReadOnlyList<DirectiveNode>? directives)
    {
        if (CostDirectives.Find(directives, CostDirectives.Cost) is { } directive && CostDirectives.WeightOf(directives) is null)
        {
            var weight = CostDirectives.Argument(directive, "weight");
            Report(coordinate, $"the weight of @cost must be a number, not {Text(weight)}.");
        }
    }

    private void CheckListSize(string coordinate, FieldDefinition field, DirectiveNode directive)
    {
        var assumed = CostDirectives.Argument(directive, "assumedSize");
        if (assumed is not (null or NullValueNode) && CostDirectives.NumberOf(assumed) is null or < 0)
            Report(coordinate, $"the assumedSize of @listSize must be 0 or more, not {Text(assumed)}.");
        foreach (var name in CostDirectives.Strings(CostDirectives.Argument(directive, "slicingArguments")))
        {
            if (field.Arguments.Find(name) is not { } argument)
                Report(coordinate, $"the slicing argument \"{name}\" of @listSize is no argument of the field.");
            else if (argument.Type.NullableType != BuiltInScalars.Int)
                Report(coordinate, $"the slicing argument \"{name}\" of @listSize must be an Int, not {argument.Type}.");
        }

        var sizedFields = CostDirectives.Strings(CostDirectives.Argument(directive, "sizedFields"));
        var isList = field.Type.NullableType is ListType;
        if (isList && sizedFields.Count > 0)
            Report(coordinate, "@listSize has sizedFields, but the field is a list itself.");
        else if (!isList && sizedFields.Count == 0)
            Report(coordinate, "@listSize is on a field that is no list, and it has no sizedFields.");
        foreach (var name in isList ? [] : sizedFields)
            CheckSizedField(coordinate, field.Type.NamedType, name);
    }

    private void CheckSizedField(string coordinate, TypeDefinition type, string name)
    {
        if ((type as FieldsType)?.Fields.Find(name) is not { } sized)
            Report(coordinate, $"the sized field \"{name}\" of @listSize is no field of {type}.");
        else if (sized.Type.NullableType is not ListType)
            Report(coordinate, $"the sized field \"{name}\" of @listSize must be a list, not {sized.Type}.");
    }

    private void Report(string coordinate, string problem) => _problems.Add($"{coordinate}: {problem}");

    private static string Text(ValueNode? literal) => literal is null ? "nothing" : Printer.Print(literal);
}
