using System.Diagnostics.Metrics;
using System.Text.Json;
using Jobs.Api.Errors;
using Jobs.Api.Triage;
using Jobs.GraphQL;
using Jobs.Persistence;
using Jobs.Schema;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Observability;

/// <summary>Begins to observe each operation of any transport, and tells how many have not begun yet.</summary>
public sealed class OperationObservations(
    GraphQLEngine engine, DeprecatedUseTally tally, SlowOperationLog slowOperations, TimeProvider time,
    IOptions<ObservabilityOptions> options, ErrorTriage? triage = null, ErrorCapture? errors = null) : IDisposable
{
    private readonly Meter meter = GraphQLTelemetry.ObserveWaiting(engine);

    public GraphQLEngine Engine => engine;

    public DeprecatedUseTally Tally => tally;

    public SlowOperationLog SlowOperations => slowOperations;

    public TimeProvider Time => time;

    public ObservabilityOptions Options { get; } = options.Value;

    public void Dispose() => meter.Dispose();

    /// <summary>From here on, in the calling flow: its spans belong to this operation.</summary>
    /// <param name="request">The one that it came in, or that opened its socket.</param>
    /// <param name="variables">As the client sent them.</param>
    /// <param name="services">Those of the operation's scope, which know the viewer.</param>
    public OperationObservation Begin(HttpContext request, JsonElement variables, IServiceProvider services) =>
        new(this, ClientIdentity.Of(request), variables, services);

    /// <summary>For the share of an operation's requests that fail, where somebody watches over errors.</summary>
    internal void CountRequest(string? operation, bool failed, IServiceProvider services)
    {
        if (triage is not null && errors is not null)
            triage.CountRequest(operation is null ? null : MaskedText.Name(operation), failed, errors.VariantsOf(services));
    }

    /// <summary>What people may not do is a part of the product and no error, unless suddenly everybody may not.</summary>
    internal void CountOutcome(object? mutated)
    {
        if (errors is null || mutated is not MutationPayload { Errors: { } refusals }) return;
        foreach (var refusal in refusals) errors.CountExpected(EnumText.Of(refusal.Code));
    }
}
