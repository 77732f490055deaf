using Jobs.Persistence.Embedded;

namespace Jobs.Api.GraphiQL;

/// <summary>The scripts and the style sheet of GraphiQL, out of pinned packages, fetched when first asked for.</summary>
/// <remarks>GraphiQL 4.1.2 is the last one that works as it is shipped; 5 wants a bundler for its editor's workers.</remarks>
public sealed class GraphiQLAssets : IDisposable
{
    private static readonly NpmPackage GraphiQL = new(
        "graphiql", "4.1.2", "sha512-rNlzQIAzm6i2KBXmVQWBgLvt0TloxFVB2d18bukvdsvjEuFDHsKx5IVOomL1W1o5WW+tE54+ioHb2AEKzO2cUg==");

    private static readonly NpmPackage React = new(
        "react", "18.3.1", "sha512-wS+hAgJShR0KhEvPJArfuPVN1+Hz1t0Y6n5jLrGQbkb4urgPE/0Rve+1kMB1v/oWgHgm4WIcV+i7F2pTVj+2iQ==");

    private static readonly NpmPackage ReactDom = new(
        "react-dom", "18.3.1", "sha512-5m4nQKp+rZRb09LNH59GM4BxTh9251/ylbKIbpe7TpGxfJ+9kv6BLkLBXIjjspbgbnIBNqlI23tRnTWT0snUIw==");

    private static readonly NpmPackage GraphQLWs = new(
        "graphql-ws", "5.16.2",
        "sha512-E1uccsZxt/96jH/OwmLPuXMACILs76pKF2i3W861LpKBCYtGIyPQGtWLuBLkND4ox1KHns70e83PS4te50nvPQ==");

    private static readonly Dictionary<string, (NpmPackage Package, string Path, string ContentType)> Files =
        new(StringComparer.Ordinal)
        {
            ["graphiql.css"] = (GraphiQL, "graphiql.min.css", "text/css; charset=utf-8"),
            ["graphiql.js"] = (GraphiQL, "graphiql.min.js", "text/javascript; charset=utf-8"),
            ["react.js"] = (React, "umd/react.production.min.js", "text/javascript; charset=utf-8"),
            ["react-dom.js"] = (ReactDom, "umd/react-dom.production.min.js", "text/javascript; charset=utf-8"),
            ["graphql-ws.js"] = (GraphQLWs, "umd/graphql-ws.min.js", "text/javascript; charset=utf-8"),
        };

    private readonly string cache = NpmPackage.CacheFolder();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Makes sure that the files are there. What failed is tried again when the page is asked for again.</summary>
    /// <exception cref="NpmPackageException">They cannot be fetched.</exception>
    public async Task FetchAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var package in (NpmPackage[])[GraphiQL, React, ReactDom, GraphQLWs])
                await package.FetchAsync(FolderOf(package), cancellationToken: cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Null if the page has no such file.</summary>
    public (string Path, string ContentType)? Find(string name)
    {
        if (!Files.TryGetValue(name, out var file)) return null;
        var path = Path.Combine(FolderOf(file.Package), file.Path);
        return File.Exists(path) ? (path, file.ContentType) : null;
    }

    public void Dispose() => turn.Dispose();

    private string FolderOf(NpmPackage package) => Path.Combine(cache, $"{package.Name}-{package.Version}");
}
