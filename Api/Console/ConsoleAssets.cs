using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.WebConsole;

/// <summary>The console's style sheet and script, out of the program itself, at addresses that change with their bytes.</summary>
public static class ConsoleAssets
{
    private const int HashLength = 12;

    private static readonly FrozenDictionary<string, Asset> ByName = new[]
    {
        Read("console.css", "text/css; charset=utf-8"),
        Read("console.js", "text/javascript; charset=utf-8"),
    }.ToFrozenDictionary(asset => asset.Name);

    public static string AddressOf(string name) => $"{ConsolePaths.Assets}/{ByName[name].Hash}/{name}";

    /// <summary>Anybody may have them: they are the same for all, and the sign-in page needs them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{ConsolePaths.Assets}/{{hash}}/{{name}}", IResult (string hash, string name, HttpContext context) =>
        {
            if (!ByName.TryGetValue(name, out var asset) || asset.Hash != hash) return TypedResults.NotFound();
            context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
            return TypedResults.Bytes(asset.Bytes, asset.ContentType);
        });

    private static Asset Read(string name, string contentType)
    {
        using var stream = typeof(ConsoleAssets).Assembly.GetManifestResourceStream($"Console/{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new(name, contentType, bytes.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..HashLength]);
    }

    private sealed record Asset(string Name, string ContentType, byte[] Bytes, string Hash);
}
