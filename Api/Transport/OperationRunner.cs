using Jobs.Api.Observability;
using Jobs.GraphQL;

namespace Jobs.Api.Transport;

/// <summary>From the parameters of one operation to the engine's answer, for every transport the same way.</summary>
public sealed class OperationRunner(
    GraphQLEngine engine, ErrorPresenter presenter, OperationObservations observations, IServiceScopeFactory scopes)
{
    /// <summary>An answer in any of several forms; the first result is logged here, later ones by whoever reads them.</summary>
    /// <param name="parameters">What the client sent.</param>
    /// <param name="services">The scope of this operation, with its caller in it.</param>
    /// <param name="caller">Enters the scopes of single events.</param>
    /// <param name="forms">What the transport can carry, and the client takes.</param>
    /// <param name="queryOnly">Whether a mutation is refused.</param>
    /// <param name="cancellationToken">The client has gone, or does not want the answer any more.</param>
    /// <exception cref="TransportException">The parameters do not say what to execute.</exception>
    public async ValueTask<GraphQLResponse> RespondAsync(
        RequestParameters parameters, IServiceProvider services, Caller caller, ResponseForms forms, bool queryOnly,
        CancellationToken cancellationToken)
    {
        var hash = HashOfOneDocument(parameters);
        var observation = observations.Begin(caller.Context, parameters.Variables, services);
        try
        {
            var response = await engine.RespondAsync(new GraphQLRequest
            {
                Query = parameters.Query,
                DocumentId = parameters.DocumentId,
                PersistedQueryHash = hash,
                OperationName = parameters.OperationName,
                Variables = parameters.Variables,
                Services = services,
                QueryOnly = queryOnly,
                CostReporting = parameters.CostReporting,
                Accepts = forms,
                OpenEventScope = forms.HasFlag(ResponseForms.Subscription) ? EventScopesOf(caller) : null,
                Observer = observation,
            }, cancellationToken);
            if (response.Initial is { } initial) presenter.Log(initial, services);
            return response;
        }
        catch (Exception exception)
        {
            observation.Abandon(exception);
            throw;
        }
    }

    private Func<EventScope> EventScopesOf(Caller caller) => () =>
    {
        var scope = caller.OpenScope(scopes);
        return new EventScope(scope.ServiceProvider, scope);
    };

    /// <summary>Either a text, which may come with its hash, or what stands for one.</summary>
    private static string? HashOfOneDocument(RequestParameters parameters)
    {
        var hash = PersistedQueryExtension.HashIn(parameters.Extensions);
        if (parameters.Query is null && parameters.DocumentId is null && hash is null)
            throw TransportException.BadRequest("\"query\" is missing.");
        if (parameters.Query is not null && parameters.DocumentId is not null)
            throw TransportException.BadRequest("Send either \"query\" or \"documentId\".");
        return hash;
    }
}
