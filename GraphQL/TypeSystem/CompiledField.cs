using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What the binding made to answer a field.</summary>
internal sealed record CompiledField(
    FieldResolver? Resolver = null, Func<object, object?>? Getter = null, SlotReader? Read = null);
