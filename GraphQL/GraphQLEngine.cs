using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Cost;
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

    /// <summary>How many operations wait for room: <see cref="GraphQLEngineOptions.MaxConcurrentExecutions"/>.</summary>
    public int WaitingOperations => _options.Slots.Waiting;

    /// <summary>Builds the schema and binds it.</summary>
    /// <exception cref="SchemaBindingException">The SDL is wrong, or the code does not fit it; with all problems.</exception>
    public static GraphQLEngine Create(string sdl, SchemaBinding binding, GraphQLEngineOptions? options = null) =>
        Create(SchemaDocument.Read(sdl), binding, options);

    /// <summary>Builds the schema of SDL that was read before, and binds it.</summary>
    /// <exception cref="SchemaBindingException">The SDL is wrong, or the code does not fit it; with all problems.</exception>
    public static GraphQLEngine Create(SchemaDocument sdl, SchemaBinding binding, GraphQLEngineOptions? options = null) =>
        new(binding.Bind(sdl, options?.IncrementalDelivery ?? false), options ?? new GraphQLEngineOptions());

    /// <summary>Executes a request with exactly one result, whatever it accepts. Problems are in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<GraphQLResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var result = TryPlan(request, ResponseForms.Single, out var operation, out var variables, out var cost, out var refusal)
            ? Priced(
                FoldedAnswers.Answer(_options, operation, request.CostReporting)
                    ?? await ExecuteAsync(request, operation, variables, cancellationToken), request, cost)
            : refusal;
        return request.Observer?.Watch(result) ?? result;
    }

    /// <summary>Answers a request in one of the forms that it accepts. What is wrong with it is in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ValueTask<GraphQLResponse> RespondAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        // Not async itself: what is known without an execution costs less than a few state machines.
        if (!TryPlan(request, request.Accepts, out var operation, out var variables, out var cost, out var refusal))
            return new(Watched(request, new GraphQLResponse(refusal)));
        return IsSingle(request, operation) && FoldedAnswers.Answer(_options, operation, request.CostReporting) is { } known
            ? new(Watched(request, new GraphQLResponse(Priced(known, request, cost))))
            : RespondAsync(request, operation, variables, cost, cancellationToken);
    }

    private async ValueTask<GraphQLResponse> RespondAsync(
        GraphQLRequest request, OperationPlan operation, CoercedVariables variables, OperationCost cost,
        CancellationToken cancellationToken)
    {
        if (operation.Node.Operation == OperationType.Subscription)
            return Watched(request, await new Subscription(_options, request, operation, variables).StartAsync(cancellationToken));
        if (IsSingle(request, operation))
        {
            var result = await ExecuteAsync(request, operation, variables, cancellationToken);
            return Watched(request, new GraphQLResponse(Priced(result, request, cost)));
        }

        var response = await TimedExecution.RespondAsync(
            _options, request.Services, operation, variables, request.Observer, cancellationToken);
        if (response.Initial is { } initial) Priced(initial, request, cost);
        return Watched(request, response);
    }

    private Task<GraphQLResult> ExecuteAsync(
        GraphQLRequest request, OperationPlan operation, CoercedVariables variables, CancellationToken cancellationToken) =>
        TimedExecution.ExecuteAsync(
            _options, request.Services, operation, variables, rootValue: null, request.Observer, cancellationToken);

    private static bool IsSingle(GraphQLRequest request, OperationPlan operation) =>
        operation.Node.Operation != OperationType.Subscription
        && !(operation.MayBeIncremental && request.Accepts.HasFlag(ResponseForms.Incremental));

    private static GraphQLResult Priced(GraphQLResult result, GraphQLRequest request, OperationCost cost)
    {
        (result.Cost, result.CostReporting) = (cost, request.CostReporting);
        return result;
    }

    private static GraphQLResponse Watched(GraphQLRequest request, GraphQLResponse response)
    {
        request.Observer?.Watch(response);
        return response;
    }

    /// <summary>Everything before execution: document, operation, variables, cost; or why it is not executed.</summary>
    private bool TryPlan(
        GraphQLRequest request, ResponseForms forms, [NotNullWhen(true)] out OperationPlan? operation,
        out CoercedVariables variables, out OperationCost cost, [NotNullWhen(false)] out GraphQLResult? refusal)
    {
        (operation, variables, cost, refusal) = (null, CoercedVariables.None, default, null);
        if (_documents.TryFind(request, out var document, out var errors))
        {
            (operation, var problem) = document.GetOperation(request.OperationName);
            problem ??= Refusal(request, forms, operation!);
            if (problem is not null) errors = [problem];
            else if (TryCoerce(operation!.Variables, VariablesOf(request, operation!), out variables, out errors))
            {
                request.Observer?.OnOperation(operation!.Observed);
                return OperationPrice.IsPaid(_options.Cost, request, operation!, variables, out cost, out refusal);
            }
        }

        refusal = new GraphQLResult(errors);
        return false;
    }

    /// <summary>A caller may give their memory back after the first result; what comes later must not read from it.</summary>
    private static JsonElement VariablesOf(GraphQLRequest request, OperationPlan operation) =>
        (operation.MayBeIncremental || operation.Node.Operation == OperationType.Subscription)
        && request.Variables.ValueKind == JsonValueKind.Object
            ? request.Variables.Clone()
            : request.Variables;

    private bool TryCoerce(
        VariableDefinition[] definitions, JsonElement given, out CoercedVariables variables,
        out IReadOnlyList<GraphQLError> errors)
    {
        variables = CoercedVariables.None;
        if (VariablesDepth.Exceeds(given, _options.MaxVariablesDepth))
        {
            errors =
            [
                new GraphQLError($"The variables are nested more than {_options.MaxVariablesDepth} deep.")
                {
                    Code = ErrorCodes.VariablesTooDeep,
                },
            ];
            return false;
        }

        errors = [];
        if (definitions.Length == 0) return true;
        var coercion = new VariableCoercion(_options.Validation.Suggestions);
        errors = coercion.Errors;
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
    private static GraphQLError? Refusal(GraphQLRequest request, ResponseForms forms, OperationPlan operation)
    {
        if (operation.Node.Operation == OperationType.Subscription && !forms.HasFlag(ResponseForms.Subscription))
        {
            return new GraphQLError("A subscription cannot be answered by one response.")
            {
                Code = ErrorCodes.OperationResolutionFailure,
            };
        }

        if (request.QueryOnly && operation.Node.Operation == OperationType.Mutation)
            return new GraphQLError("Only queries may be sent this way.") { Code = ErrorCodes.QueryOnly };
        return null;
    }
}
