using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests.PersistedOperations;

/// <summary>The service as production runs it: a folder and the table are trusted, and nothing else.</summary>
public sealed class TrustedOnlyDriver : ApiDriver
{
    public const string Manifest = """{"shown":"query Shown { __typename }","left-out":"query LeftOut { nothingLikeThis }"}""";
    private readonly DocumentFolder folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        folder.Write("web.json", Manifest);
        builder.Configuration.AddInMemoryCollection(
        [
            new("PersistedOperations:Mode", "TrustedOnly"),
            new("PersistedOperations:Folder", folder.Path),
            new("PersistedOperations:Table", "true"),
            new("PersistedOperations:Strict", "false"),
        ]);
    }
}
