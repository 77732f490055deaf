using System.Text.Json;
using Jobs.GraphQL;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Observability;

/// <summary>Begins to observe each operation of any transport.</summary>
public sealed class OperationObservations(
    GraphQLEngine engine, DeprecatedUseTally tally, SlowOperationLog slowOperations, TimeProvider time,
    IHttpContextAccessor http, IOptions<ObservabilityOptions> options)
{
    public GraphQLEngine Engine => engine;

    public DeprecatedUseTally Tally => tally;

    public SlowOperationLog SlowOperations => slowOperations;

    public TimeProvider Time => time;

    public ObservabilityOptions Options { get; } = options.Value;

    /// <summary>From here on, in the calling flow: its spans and its SQL statements belong to this operation.</summary>
    public OperationObservation Begin(JsonElement variables) =>
        new(this, ClientIdentity.Of(http.HttpContext), variables);
}
