namespace Jobs.GraphQL.Execution;

/// <summary>A value that a type cannot take, in a sentence for the person who sent it.</summary>
public sealed class CoercionException(string message) : Exception(message);
