using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>A field of an object type; as text its schema coordinate, for example <c>JobPost.employer</c>.</summary>
public readonly record struct SchemaField(ObjectType ParentType, FieldDefinition Definition)
{
    public override string ToString() => $"{ParentType.Name}.{Definition.Name}";
}
