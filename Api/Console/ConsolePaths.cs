namespace Jobs.Api.WebConsole;

/// <summary>The console's addresses, written once.</summary>
public static class ConsolePaths
{
    public const string Root = "/console";
    public const string SignIn = "/console/sign-in";
    public const string SignOut = "/console/sign-out";
    public const string Assets = "/console/assets";
    public const string NewExperiment = "/console/new";
    public const string Flags = "/console/flags";
    public const string NewFlag = "/console/new-flag";
    public const string Errors = "/console/errors";
    public const string Served = "/console/served";
    public const string Events = "/console/events";

    public static string Experiment(string key) => $"/console/experiments/{key}";

    public static string Edit(string key) => $"{Experiment(key)}/edit";

    public static string Step(string key, string step) => $"{Experiment(key)}/step/{step}";

    public static string History(string key) => $"{Experiment(key)}/history";

    public static string Flag(string key) => $"{Flags}/{key}";

    public static string EditFlag(string key) => $"{Flag(key)}/edit";

    public static string Error(string id) => $"{Errors}/{id}";

    public static string Results(string key) => $"{Experiment(key)}/results";

    /// <summary>Where to go after signing in: an address of the console, whatever the query says.</summary>
    public static string Inside(string? path) =>
        path is not null && (path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal)) && !path.Contains('\\')
            ? path : Root;
}
