using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Answers one field. A value that is already there costs no task.</summary>
public delegate ValueTask<object?> FieldResolver(ResolverContext context);

/// <summary>Makes the events of a subscription field; each event is the field's value.</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> FieldSubscriber(ResolverContext context);

/// <summary>Names the object type of a value of an interface or union; null if the value is none of them.</summary>
public delegate ObjectType? TypeResolver(object value, ResolverContext context);

/// <summary>Makes a CLR input object out of coerced fields; a field that was not given and has no default is absent.</summary>
public delegate object InputObjectFactory(IReadOnlyDictionary<string, object?> fields);
