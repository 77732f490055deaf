namespace Jobs.GraphQL.Execution;

/// <summary>How a leaf is written: the built-in scalars have a short way, all others go through their coercion.</summary>
internal enum LeafKind
{
    None,
    Int,
    Float,
    Text,
    Boolean,
    Scalar,
    Enum,
}
