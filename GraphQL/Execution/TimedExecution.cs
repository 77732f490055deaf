using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Incremental;

namespace Jobs.GraphQL.Execution;

/// <summary>Executes an operation in the time that it may take.</summary>
internal static class TimedExecution
{
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GraphQLResult> ExecuteAsync(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        object? rootValue, OperationObserver? observer, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ExecutionTimeout);
        try
        {
            return await new OperationExecution(
                options, services, operation, variables, rootValue, isIncremental: false, limit.Token)
            {
                Observer = observer,
            }.ExecuteAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return new GraphQLResult(data: null, [Timeout(options)], operation);
        }
    }

    /// <summary>The same, if what is deferred and streamed may follow the first result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GraphQLResponse> RespondAsync(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        OperationObserver? observer, CancellationToken cancellationToken)
    {
        var lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isKept = false;
        try
        {
            lifetime.CancelAfter(options.ExecutionTimeout);
            var execution = new OperationExecution(
                options, services, operation, variables, rootValue: null, isIncremental: true, lifetime.Token)
            {
                Observer = observer,
            };
            var initial = await execution.ExecuteAsync();
            isKept = execution.Delivery is not null;
            if (!isKept) return new GraphQLResponse(initial);
            lifetime.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);
            return new GraphQLResponse(initial, new IncrementalResults(execution, lifetime, cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && lifetime.IsCancellationRequested)
        {
            return new GraphQLResponse(new GraphQLResult(data: null, [Timeout(options)], operation));
        }
        finally
        {
            if (!isKept)
                lifetime.Dispose();
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
