namespace Jobs.Api.WebConsole;

/// <summary>The console's addresses, written once.</summary>
public static class ConsolePaths
{
    public const string Root = "/console";
    public const string SignIn = "/console/sign-in";
    public const string SignOut = "/console/sign-out";
    public const string Forbidden = "/console/forbidden";
    public const string Assets = "/console/assets";
    public const string NewExperiment = "/console/new";

    public static string Experiment(string key) => $"/console/experiments/{key}";

    public static string Edit(string key) => $"{Experiment(key)}/edit";

    public static string Step(string key, string step) => $"{Experiment(key)}/step/{step}";

    public static string History(string key) => $"{Experiment(key)}/history";

    public static string Results(string key) => $"{Experiment(key)}/results";

    /// <summary>Where to go after signing in: an address of the console, whatever the query says.</summary>
    public static string Inside(string? path) =>
        path is not null && (path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal)) && !path.Contains('\\')
            ? path : Root;
}
