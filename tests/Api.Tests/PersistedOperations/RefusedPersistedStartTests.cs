using Jobs.Api.Tests.Startup;

namespace Jobs.Api.Tests.PersistedOperations;

/// <summary>Starts with trusted documents that cannot be trusted.</summary>
public sealed class RefusedPersistedStartTests : IDisposable
{
    private readonly DocumentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_problem_of_the_folder_is_named_at_once()
    {
        folder.Write("ios.json", """{"a":"{ nothing }","b":"{"}""");
        folder.Write("web.json", "no json");
        await AssertRefusedAsync(
            new() { ["PersistedOperations__Folder"] = folder.Path },
            "PersistedOperations:Folder has 3 problems", "ios.json: a: Cannot query field", "ios.json: b: Syntax Error",
            "web.json: this is no JSON");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() => await AssertRefusedAsync(
        new() { ["PersistedOperations__Folder"] = "/nowhere" }, "/nowhere: there is no such file or folder");

    [Fact]
    public async Task Trusting_nothing_but_nothing_is_a_mistake() => await AssertRefusedAsync(
        new() { ["PersistedOperations__Mode"] = "TrustedOnly" }, "TrustedOnly needs trusted documents: set Folder or Table.");

    [Fact]
    public async Task A_mode_that_does_not_exist_is_named() => await AssertRefusedAsync(
        new() { ["PersistedOperations__Mode"] = "Trusted" }, "PersistedOperations:Mode");

    private static async Task AssertRefusedAsync(Dictionary<string, string?> settings, params string[] expected)
    {
        settings["ConnectionStrings__Jobs"] = "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x";
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var (exitCode, _, errors) = await ServiceProcess.RunAsync([], settings);
        Assert.Equal(1, exitCode);
        foreach (var part in expected) Assert.Contains(part, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
