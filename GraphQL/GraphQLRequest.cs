using System.Text.Json;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Diagnostics;

namespace Jobs.GraphQL;

/// <summary>One request, whatever carried it here.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document, UTF-8; empty when the request only says which one it means.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The id of a trusted document, instead of <see cref="Query"/>: <c>sha256:…</c> or one of the manifest's own.</summary>
    public string? DocumentId { get; init; }

    /// <summary>What Apollo's <c>extensions.persistedQuery</c> holds: the SHA-256 of a text, sent before or beside it.</summary>
    public string? PersistedQueryHash { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or undefined/null when none were sent. Copied for what outlives the first result.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Where resolvers' services come from: the scope of this request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>True when nothing may be changed (HTTP GET): a mutation is a request error.</summary>
    public bool QueryOnly { get; init; }

    /// <summary>Whether the answer says what the operation costs.</summary>
    public CostReporting CostReporting { get; init; }

    /// <summary>In which forms the answer may come.</summary>
    public ResponseForms Accepts { get; init; }

    /// <summary>Told what becomes of the request; made for it alone.</summary>
    public OperationObserver? Observer { get; init; }

    /// <summary>Opens the services for one event of a subscription, so that each event reads what is true by then.</summary>
    /// <remarks>
    /// The request's own <see cref="Services"/> stay for the whole subscription: its source is made with them. Without this
    /// they answer the events as well, and loaders forget from event to event what they have loaded.
    /// </remarks>
    public Func<EventScope>? OpenEventScope { get; init; }
}
