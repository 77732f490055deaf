namespace Jobs.GraphQL.Execution;

/// <summary>Starts a subscription: makes the source of its events, or says in a single result why there is none.</summary>
/// <remarks>https://spec.graphql.org/September2025/#CreateSourceEventStream()</remarks>
internal sealed class Subscription(
    GraphQLEngineOptions options, GraphQLRequest request, OperationPlan operation, CoercedVariables variables)
{
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<GraphQLResponse> StartAsync(CancellationToken cancellationToken)
    {
        request.Observer?.OnExecuting();
        var lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        PlannedField? field = null;
        try
        {
            field = operation.RootFieldsFor(variables).Fields[0]; // Validation lets no other number pass.
            var source = await ResolveFieldEventStreamAsync(field, lifetime.Token);
            var events = new SubscriptionEvents(options, request, operation, variables, source, lifetime, cancellationToken);
            return new GraphQLResponse(events, operation);
        }
#pragma warning disable CA1031 // Whatever making the source throws belongs to the field.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await lifetime.CancelAsync();
            lifetime.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return new GraphQLResponse(exception is TimeoutException { Source: nameof(Subscription) }
                ? new GraphQLResult(data: null, [TimedExecution.Timeout(options)], operation)
                : new GraphQLResult([options.ErrorFilter(ErrorOf(exception, field))])
                {
                    OperationName = operation.Name,
                    OperationType = operation.Node.Operation,
                });
        }
    }

    /// <remarks>https://spec.graphql.org/September2025/#ResolveFieldEventStream()</remarks>
    private async ValueTask<IAsyncEnumerable<object?>> ResolveFieldEventStreamAsync(
        PlannedField field, CancellationToken cancellationToken)
    {
        var subscriber = field.Definition.Subscriber
            ?? throw new InvalidOperationException($"Nothing makes events for {field}: the schema was not bound.");
        var resolving = subscriber(new ResolverContext
        {
            Arguments = field.Arguments.CoerceArgumentValues(variables),
            Services = request.Services,
            CancellationToken = cancellationToken,
            Schema = operation.Schema,
            ParentType = field.ParentType,
            Field = field.Definition,
            PlannedField = field,
        });
        if (resolving.IsCompletedSuccessfully) return resolving.Result;
        var task = resolving.AsTask();
        try
        {
            return await task.WaitAsync(options.ExecutionTimeout, cancellationToken);
        }
        catch (TimeoutException timeout) when (!task.IsCompleted)
        {
            _ = task.ContinueWith(static late => late.Exception, TaskScheduler.Default); // Observed; nobody waits any more.
            timeout.Source = nameof(Subscription);
            throw;
        }
    }

    private static GraphQLError ErrorOf(Exception exception, PlannedField? field)
    {
        var error = GraphQLError.Of(exception);
        var node = (exception as FieldException)?.Node;
        return error with
        {
            Path = field is null ? null : [field.ResponseName],
            Locations = node is not null ? [node.Location] : field?.Locations ?? [],
        };
    }
}
