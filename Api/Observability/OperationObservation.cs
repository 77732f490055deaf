using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Jobs.Api.Errors;
using Jobs.GraphQL;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Language;

namespace Jobs.Api.Observability;

/// <summary>One operation's span, its measurements, its line in the slow log, and its use of what is deprecated.</summary>
public sealed class OperationObservation : OperationObserver
{
    private readonly OperationObservations observations;
    private readonly ClientIdentity client;
    private readonly JsonElement variables;
    private readonly IServiceProvider services;
    private readonly long startedAt;
    private readonly Activity? span;
    private ObservedOperation? operation;
    private SqlUse? sql;

    public OperationObservation(
        OperationObservations observations, ClientIdentity client, JsonElement variables, IServiceProvider services)
    {
        (this.observations, this.client, this.variables, this.services) = (observations, client, variables, services);
        startedAt = observations.Time.GetTimestamp();
        span = GraphQLTelemetry.Activities.StartActivity("GraphQL Operation", ActivityKind.Server);
    }

    private string? KnownName => observations.Engine.TrustedDocuments is { Count: > 0 } trusted
        && operation is { Name: { } name } && trusted.Includes(operation.DocumentHash) ? name : null;

    public override void OnOperation(ObservedOperation operation)
    {
        this.operation = operation;
        CountDeprecatedUses(operation);
        if (span is null) return;
        span.DisplayName = TypeOf(operation);
        span.SetTag("graphql.operation.type", TypeOf(operation));
        if (operation.Name is not null) span.SetTag("graphql.operation.name", MaskedText.Name(operation.Name));
        span.SetTag("graphql.document.hash", operation.DocumentHash);
        if (observations.Options.TraceDocuments)
            span.SetTag("graphql.document", Encoding.UTF8.GetString(operation.Document.Span));
    }

    public override void OnExecuting() => sql = SqlUse.Start();

    public override void OnMutated(object? value) => observations.CountOutcome(value);

    protected override void OnEnd(GraphQLResult? result)
    {
        var duration = observations.Time.GetElapsedTime(startedAt);
        var error = result is { Errors: [var first, ..] } ? first.Code ?? "GRAPHQL_ERROR" : null;
        if (GraphQLTelemetry.RequestDuration.Enabled) Measure(duration, error); // Tags are a large structure.
        EndSpan(result, error);
        if (operation is not { Type: not OperationType.Subscription }) return;
        observations.CountRequest(operation.Name, result?.Errors.Any(FailedOperation.IsOurs) == true, services);
        observations.SlowOperations.Note(operation, client, duration, result?.Cost, sql, WrittenBytes);
    }

    /// <summary>The exception is whoever called's to report; a client that has gone is nobody's error.</summary>
    public void Abandon(Exception exception)
    {
        if (exception is not OperationCanceledException) span?.SetStatus(ActivityStatusCode.Error);
        Abandon();
    }

    private static string TypeOf(ObservedOperation operation) => operation.Type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private void CountDeprecatedUses(ObservedOperation operation)
    {
        var coordinates = operation.DeprecatedUsesWith(variables);
        if (coordinates.Count == 0) return;
        var counted = observations.Tally.Add(coordinates, client);
        foreach (var coordinate in coordinates)
            GraphQLTelemetry.DeprecatedUses.Add(1,
                new("graphql.schema.coordinate", coordinate), new("client.name", counted.Name),
                new("client.version", counted.Version));
    }

    // Names are the clients' own inventions: only those of documents that we know are few enough to be told apart.
    private void Measure(TimeSpan duration, string? error)
    {
        var tags = new TagList();
        if (operation is not null) tags.Add("graphql.operation.type", TypeOf(operation));
        if (KnownName is { } name) tags.Add("graphql.operation.name", name);
        if (error is not null) tags.Add("error.type", error);
        GraphQLTelemetry.RequestDuration.Record(duration.TotalSeconds, tags);
    }

    private void EndSpan(GraphQLResult? result, string? error)
    {
        if (span is null) return;
        if (error is not null) span.SetTag("error.type", error);
        // What a client did wrong is no failure of the server that the span is about.
        if (result?.Errors.Any(one => one.Code is ErrorCodes.InternalServerError or ErrorCodes.Timeout) == true)
            span.SetStatus(ActivityStatusCode.Error);
        span.Stop();
    }
}
