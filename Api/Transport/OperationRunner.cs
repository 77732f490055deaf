using Jobs.GraphQL;

namespace Jobs.Api.Transport;

/// <summary>From the parameters of one operation to the engine's answer, for every transport the same way.</summary>
public sealed class OperationRunner(GraphQLEngine engine, ErrorPresenter presenter)
{
    /// <param name="parameters">What the client sent.</param>
    /// <param name="services">The scope of this operation, with its viewer in it.</param>
    /// <param name="queryOnly">Whether anything but a query is refused.</param>
    /// <param name="cancellationToken">The client has gone, or does not want the answer any more.</param>
    /// <exception cref="TransportException">The parameters do not say what to execute.</exception>
    public async Task<GraphQLResult> RunAsync(
        RequestParameters parameters, IServiceProvider services, bool queryOnly, CancellationToken cancellationToken)
    {
        var hash = PersistedQueryExtension.HashIn(parameters.Extensions);
        RequireOneDocument(parameters, hash);
        var result = await engine.ExecuteAsync(new GraphQLRequest
        {
            Query = parameters.Query,
            DocumentId = parameters.DocumentId,
            PersistedQueryHash = hash,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Services = services,
            QueryOnly = queryOnly,
        }, cancellationToken);
        presenter.Log(result);
        return result;
    }

    /// <summary>Either a text, which may come with its hash, or what stands for one.</summary>
    private static void RequireOneDocument(RequestParameters parameters, string? hash)
    {
        if (parameters.Query is null && parameters.DocumentId is null && hash is null)
            throw TransportException.BadRequest("\"query\" is missing.");
        if (parameters.Query is not null && parameters.DocumentId is not null)
            throw TransportException.BadRequest("Send either \"query\" or \"documentId\".");
    }
}
