namespace Jobs.GraphQL.Execution;

/// <summary>Executes an operation in the time that it may take.</summary>
internal static class TimedExecution
{
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GraphQLResult> ExecuteAsync(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        object? rootValue, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ExecutionTimeout);
        try
        {
            return await new Executor(options, services, operation, variables, rootValue, limit.Token).ExecuteAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return new GraphQLResult(data: null, [Timeout(options)], operation);
        }
    }

    public static GraphQLError Timeout(GraphQLEngineOptions options)
    {
        var seconds = options.ExecutionTimeout.TotalSeconds;
        return options.ErrorFilter(new GraphQLError($"The execution took longer than {seconds:0.###} s.")
        {
            Code = ErrorCodes.Timeout,
        });
    }
}
