using System.Net;
using Jobs.Persistence.Embedded;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.GraphiQL;

/// <summary>GraphiQL where a browser opens the endpoint's address, in Development: the page and its files.</summary>
public sealed class GraphiQLPage(GraphiQLAssets assets, IOptions<GraphQLOptions> options, IHostEnvironment environment)
{
    /// <summary>The parameter that names one of the page's own files: <c>/graphql?graphiql=graphiql.js</c>.</summary>
    private const string FileParameter = "graphiql";

    private const string StartFile = "start.js";

    // Styles are set by the page's libraries as they run; scripts come from files only, and nothing from anywhere else.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly bool isEnabled = options.Value.GraphiQL ?? environment.IsDevelopment();

    /// <summary>A GET for a page, or for a file of it; whatever has a query is a request for data, browser or not.</summary>
    public bool IsWanted(HttpContext context)
    {
        var request = context.Request;
        if (!isEnabled || !HttpMethods.IsGet(request.Method) || context.WebSockets.IsWebSocketRequest) return false;
        if (request.Query.ContainsKey(FileParameter)) return true;
        return !request.Query.ContainsKey("query") && !request.Query.ContainsKey("documentId")
            && !request.Query.ContainsKey("extensions")
            && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && type.Quality != 0);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.Accept;
        headers.CacheControl = "no-cache";
        if (context.Request.Query[FileParameter] is [{ } name])
        {
            await SendFileAsync(context, name);
            return;
        }

        try
        {
            await assets.FetchAsync(context.RequestAborted);
            await WriteAsync(context, "text/html; charset=utf-8", Page(Scripts));
        }
        catch (Exception problem) when (problem is NpmPackageException or IOException or UnauthorizedAccessException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await WriteAsync(context, "text/html; charset=utf-8", Page(Excuse(problem.Message)));
        }
    }

    private async Task SendFileAsync(HttpContext context, string name)
    {
        if (name == StartFile)
        {
            await WriteAsync(context, "text/javascript; charset=utf-8", Start);
        }
        else if (assets.Find(name) is var (path, contentType))
        {
            context.Response.ContentType = contentType;
            await context.Response.SendFileAsync(path, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static Task WriteAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Page(string body) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>GraphiQL</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="?graphiql=graphiql.css">
          <style>
            body { margin: 0; height: 100vh } #graphiql { height: 100% } main { margin: 3em; font: 1em/1.5 sans-serif }
          </style>
        </head>
        <body>
        {{body}}
        </body>
        </html>
        """;

    private const string Scripts = """
        <div id="graphiql"></div>
        <script src="?graphiql=react.js"></script>
        <script src="?graphiql=react-dom.js"></script>
        <script src="?graphiql=graphql-ws.js"></script>
        <script src="?graphiql=graphiql.js"></script>
        <script src="?graphiql=start.js"></script>
        """;

    private static string Excuse(string problem) => $"""
        <main>
          <h1>GraphiQL is not there yet</h1>
          <p>Its files are fetched once, with the npm client, which did not work:
             <code>{WebUtility.HtmlEncode(problem)}</code></p>
          <p>Install Node.js with npm, make sure that <code>npm ping</code> succeeds, and reload this page.
             Requests are answered here all the same: <code>POST</code> a JSON object with a <code>query</code>.</p>
        </main>
        """;

    // What the headers editor says goes into connection_init, too: browsers cannot set headers of a WebSocket.
    private const string Start = """
        const url = location.pathname;
        let headers = {};
        const wsClient = graphqlWs.createClient({
          url: location.origin.replace(/^http/, 'ws') + url,
          connectionParams: () => headers,
        });
        const send = GraphiQL.createFetcher({ url, wsClient });
        const fetcher = (params, options) => {
          headers = options?.headers ?? {};
          return send(params, options);
        };
        ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
          fetcher,
          defaultEditorToolsVisibility: 'headers',
          shouldPersistHeaders: false,
          defaultQuery: '# Ctrl+Enter runs, Ctrl+Space completes. A bearer token goes into Headers:\n'
            + '# { "Authorization": "Bearer …" }\n',
        }));
        """;
}
