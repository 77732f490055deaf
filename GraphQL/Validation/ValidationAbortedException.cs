namespace Jobs.GraphQL.Validation;

/// <summary>A limit of <see cref="ValidationOptions"/> is reached: the walk stops, what was found so far stands.</summary>
internal sealed class ValidationAbortedException(string message, string code) : Exception(message)
{
    public string Code { get; } = code;
}
