namespace Jobs.Api.Startup;

/// <summary>Which environment the service is in when nobody says.</summary>
public static class ServiceEnvironment
{
    /// <summary>
    /// Set by the launch profile, whose variables would win over those of the shell if it set the environment itself.
    /// So <c>dotnet run</c> means Development, unless ASPNETCORE_ENVIRONMENT says otherwise; a published service means Production.
    /// </summary>
    private const string DefaultVariable = "JOBS_DEFAULT_ENVIRONMENT";

    public static void ApplyDefault()
    {
        if (IsSet("ASPNETCORE_ENVIRONMENT") || IsSet("DOTNET_ENVIRONMENT") || !IsSet(DefaultVariable)) return;
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", Environment.GetEnvironmentVariable(DefaultVariable));
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
