namespace Jobs.GraphQL.Validation;

/// <summary>How much work one question about a document may still cost.</summary>
internal sealed class StepLimit(int maxSteps, string exceeded)
{
    private int _spent;

    /// <exception cref="ValidationAbortedException">The limit is exceeded.</exception>
    public void Spend(int steps)
    {
        _spent += steps;
        if (_spent > maxSteps) Abort();
    }

    public void Abort() => throw new ValidationAbortedException($"{exceeded} Validation aborted.", ErrorCodes.ValidationTooCostly);
}
