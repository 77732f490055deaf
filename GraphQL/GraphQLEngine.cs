using System.Text.Json;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.PersistedOperations;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL;

/// <summary>A schema with the code behind it: one per process, safe for any number of requests at once.</summary>
public sealed class GraphQLEngine
{
    /// <summary>Where reading half a surrogate pair out of a JSON string fails.</summary>
    private const string JsonAssembly = "System.Text.Json";

    private readonly GraphQLEngineOptions _options;
    private readonly DocumentLookup _documents;

    /// <summary>For a schema whose fields have their resolvers already.</summary>
    internal GraphQLEngine(GraphQLSchema schema, GraphQLEngineOptions options)
    {
        (Schema, _options) = (schema, options);
        _documents = new DocumentLookup(new DocumentPreparation(schema, options), options);
    }

    public GraphQLSchema Schema { get; }

    /// <summary>The documents that requests may name by their ids; none until somebody brings them.</summary>
    public TrustedDocuments TrustedDocuments => _documents.Trusted;

    /// <summary>Builds the schema and binds it.</summary>
    /// <exception cref="SchemaBindingException">The SDL is wrong, or the code does not fit it; with all problems.</exception>
    public static GraphQLEngine Create(string sdl, SchemaBinding binding, GraphQLEngineOptions? options = null) =>
        new(binding.Bind(sdl), options ?? new GraphQLEngineOptions());

    /// <summary>Executes a request. What is wrong with it is in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<GraphQLResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        if (!_documents.TryFind(request, out var document, out var errors)) return RequestError(errors);
        var (operation, problem) = document.GetOperation(request.OperationName);
        problem ??= Refusal(request, operation!);
        if (problem is not null) return RequestError([problem]);
        return TryCoerce(operation!.Variables, request.Variables, out var variables, out errors)
            ? ExecuteAsync(request, operation, variables, cancellationToken)
            : RequestError(errors);
    }

    private async Task<GraphQLResult> ExecuteAsync(
        GraphQLRequest request, OperationPlan operation, CoercedVariables variables, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.ExecutionTimeout);
        try
        {
            return await new Executor(_options, request.Services, operation, variables, limit.Token).ExecuteAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            var seconds = _options.ExecutionTimeout.TotalSeconds;
            var timeout = new GraphQLError($"The execution took longer than {seconds:0.###} s.") { Code = ErrorCodes.Timeout };
            return new GraphQLResult(data: null, [_options.ErrorFilter(timeout)], operation);
        }
    }

    private static Task<GraphQLResult> RequestError(IReadOnlyList<GraphQLError> errors) =>
        Task.FromResult(new GraphQLResult(errors));

    private bool TryCoerce(
        IReadOnlyList<VariableDefinition> definitions, JsonElement given, out CoercedVariables variables,
        out IReadOnlyList<GraphQLError> errors)
    {
        var coercion = new VariableCoercion(_options.Validation.Suggestions);
        errors = coercion.Errors;
        variables = CoercedVariables.None;
        try
        {
            variables = coercion.CoerceVariableValues(definitions, given);
        }
        catch (InvalidOperationException problem)
            when (problem.Source?.StartsWith(JsonAssembly, StringComparison.Ordinal) == true)
        {
            errors = [new GraphQLError("The variables hold text that is not Unicode.") { Code = ErrorCodes.BadUserInput }];
        }
#pragma warning disable CA1031 // A scalar or an input record that breaks must be seen by the filter like a resolver that does.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            errors = [_options.ErrorFilter(GraphQLError.Internal(problem))];
        }

        return errors.Count == 0;
    }

    /// <summary>Why an operation is not executed although nothing is wrong with it; null if it is.</summary>
    private GraphQLError? Refusal(GraphQLRequest request, OperationPlan operation)
    {
        if (operation.Size.Depth > _options.MaxDepth)
            return TooLarge($"The operation is {operation.Size.Depth} fields deep; {_options.MaxDepth} are allowed.");
        if (operation.Size.Fields > _options.MaxFields)
            return TooLarge($"The operation selects {operation.Size.Fields} fields; {_options.MaxFields} are allowed.");
        if (operation.Node.Operation == OperationType.Subscription)
        {
            return new GraphQLError("A subscription cannot be answered by one response.")
            {
                Code = ErrorCodes.OperationResolutionFailure,
            };
        }

        if (request.QueryOnly && operation.Node.Operation != OperationType.Query)
            return new GraphQLError("Only queries may be sent this way.") { Code = ErrorCodes.QueryOnly };
        return null;
    }

    private static GraphQLError TooLarge(string message) => new(message) { Code = ErrorCodes.DocumentTooLarge };
}
