using System.CommandLine;
using Jobs.Clients;
using Microsoft.Extensions.Hosting;

var requireToken = new Option<bool>("--require-token")
{
    Description = "Refuse strangers. Any non-empty bearer token is a known person, in the Authorization header or, for"
        + " WebSockets, in connection_init: { \"Authorization\": \"Bearer anything\" }.",
};
var batching = new Option<bool>("--batching") { Description = "Accept several requests in one body." };
var trustedDocuments = new Option<DirectoryInfo>("--trusted-documents")
{
    Description = "A folder of manifests and .graphql files whose documents may be asked for by id.",
};
trustedDocuments.AcceptExistingOnly();
var trustedOnly = new Option<bool>("--trusted-only") { Description = "Answer those documents and nothing else." };
var graphiQL = new Option<bool>("--graphiql") { Description = "Give browsers GraphiQL." };
var urls = new Option<string>("--urls")
{
    Description = "Where to listen; port 0 takes a free one, which the ready line names.",
    DefaultValueFactory = _ => "http://127.0.0.1:5090",
};
var command = new RootCommand("Serves a toy schema at /graphql with the service's own endpoint, for clients to try.")
{
    requireToken, batching, trustedDocuments, trustedOnly, graphiQL, urls,
};
command.SetAction(async (arguments, _) =>
{
    await using var host = ToyHost.Build(
        arguments.GetValue(urls)!, arguments.GetValue(requireToken), arguments.GetValue(batching),
        arguments.GetValue(trustedDocuments), arguments.GetValue(trustedOnly), arguments.GetValue(graphiQL));
    await host.StartAsync(CancellationToken.None);
    Console.WriteLine($"Ready at {host.Urls.First()}/graphql");
    await host.WaitForShutdownAsync(CancellationToken.None);
});
// The host itself knows how to stop; it gets all the time that its connections take.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
