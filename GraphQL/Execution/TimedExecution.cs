using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Incremental;

namespace Jobs.GraphQL.Execution;

/// <summary>Executes an operation in the time that it may take.</summary>
internal static class TimedExecution
{
    private static readonly Action<object?> Cancel = static source => ((CancellationTokenSource)source!).Cancel();

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GraphQLResult> ExecuteAsync(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        object? rootValue, OperationObserver? observer, CancellationToken cancellationToken)
    {
        observer?.OnExecuting();
        var limit = DeadlinePool.Rent();
        var isOver = false;
        try
        {
            using var callers = cancellationToken.UnsafeRegister(Cancel, limit);
            limit.CancelAfter(options.ExecutionTimeout);
            using var slot = await options.Slots.TakeAsync(limit.Token);
            var execution = new OperationExecution(
                options, services, operation, variables, rootValue, isIncremental: false, limit.Token)
            {
                Observer = observer,
            };
            var result = await execution.ExecuteAsync();
            isOver = true; // Every resolver has answered, those too whose answer nobody wanted any more.
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return new GraphQLResult(data: null, [Timeout(options)], operation);
        }
        finally
        {
            if (isOver) DeadlinePool.Return(limit);
            else limit.Dispose();
        }
    }

    /// <summary>The same, if what is deferred and streamed may follow the first result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GraphQLResponse> RespondAsync(
        GraphQLEngineOptions options, IServiceProvider services, OperationPlan operation, CoercedVariables variables,
        OperationObserver? observer, CancellationToken cancellationToken)
    {
        observer?.OnExecuting();
        var lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isKept = false;
        try
        {
            lifetime.CancelAfter(options.ExecutionTimeout);
            using var slot = await options.Slots.TakeAsync(lifetime.Token);
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
