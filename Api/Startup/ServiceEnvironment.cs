namespace Jobs.Api.Startup;

/// <summary>The environment when nobody says: Development under <c>dotnet run</c>, Production elsewhere.</summary>
public static class ServiceEnvironment
{
    /// <summary>The argument that <c>dotnet run</c> puts first; see Api.csproj.</summary>
    private const string DefaultArgument = "--default-environment=";

    /// <returns>The arguments that are left.</returns>
    public static string[] ApplyDefault(string[] args)
    {
        if (args is not [var first, .. var others] || !first.StartsWith(DefaultArgument, StringComparison.Ordinal)) return args;
        if (!IsSet("ASPNETCORE_ENVIRONMENT") && !IsSet("DOTNET_ENVIRONMENT"))
            Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", first[DefaultArgument.Length..]);
        return others;
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
