using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>A type that implements an interface has all that the interface, and those behind it, promise.</summary>
/// <remarks>https://spec.graphql.org/September2025/#IsValidImplementation()</remarks>
internal static class InterfaceImplementations
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        foreach (var type in schema.DefinedTypes().OfType<FieldsType>())
        {
            var nodesByName = type.InterfaceNodes().ToLookup(node => node.Name.Value);
            foreach (var nodes in nodesByName)
            {
                if (schema.FindType(nodes.Key) is not InterfaceType @interface)
                {
                    var message = $"Type {type} must only implement Interface types, it cannot implement {nodes.Key}.";
                    foreach (var _ in nodes)
                        errors.Report(message, nodes);
                }
                else if (@interface == type)
                {
                    var message = $"Type {type} cannot implement itself because it would create a circular reference.";
                    foreach (var _ in nodes)
                        errors.Report(message, nodes);
                }
                else
                {
                    foreach (var _ in nodes.Skip(1))
                        errors.Report($"Type {type} can only implement {@interface} once.", nodes);
                    CheckAncestors(type, @interface, nodesByName, errors);
                    InterfaceFields.Check(type, @interface, errors);
                }
            }
        }
    }

    private static void CheckAncestors(
        FieldsType type, InterfaceType @interface, ILookup<string, NamedTypeNode> implemented, SdlErrors errors)
    {
        foreach (var ancestor in @interface.InterfaceNodes())
        {
            var name = ancestor.Name.Value;
            if (implemented.Contains(name) || errors.IsFull) continue;
            errors.Report(
                name == type.Name
                    ? $"Type {type} cannot implement {@interface} because it would create a circular reference."
                    : $"Type {type} must implement {name} because it is implemented by {@interface}.",
                @interface.InterfaceNodes().Where(node => node.Name.Value == name).Concat(implemented[@interface.Name]));
        }
    }
}
