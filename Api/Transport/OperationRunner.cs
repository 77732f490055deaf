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
        var result = await engine.ExecuteAsync(new GraphQLRequest
        {
            Query = parameters.Query ?? throw TransportException.BadRequest("\"query\" is missing."),
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Services = services,
            QueryOnly = queryOnly,
        }, cancellationToken);
        presenter.Log(result);
        return result;
    }
}
