using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An object literal has each field once.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness</remarks>
internal static class UniqueInputFieldNames
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        var arguments = sdl.AppliedDirectives.SelectMany(directive => directive.Arguments);
        var open = new Stack<ValueNode>(sdl.DefaultValues.Concat(arguments.Select(argument => argument.Value)));
        while (open.TryPop(out var value))
        {
            if (value is ListValueNode list)
            {
                foreach (var item in list.Items)
                    open.Push(item);
            }
            else if (value is ObjectValueNode fields)
            {
                RepeatedNames.Report(
                    fields.Fields.Select(field => field.Name), errors,
                    name => $"There can be only one input field named \"{name}\".");
                foreach (var field in fields.Fields)
                    open.Push(field.Value);
            }
        }
    }
}
