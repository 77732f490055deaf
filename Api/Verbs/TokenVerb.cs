using System.CommandLine;
using Jobs.Api.SignIn;
using Jobs.Api.Startup;
using Jobs.Persistence.Embedded;

namespace Jobs.Api.Verbs;

/// <summary><c>token</c>: prints one token of the development issuer, and nothing else, on standard output.</summary>
public static class TokenVerb
{
    private const int HoursMax = 24 * 365;

    public static Command Create()
    {
        var user = new Option<string>("--user") { Required = true, Description = "Who signs in; somebody new is a new user." };
        var role = new Option<string?>("--role") { Description = "A role beside that of an ordinary user." };
        role.AcceptOnlyFromAmong(Roles.ProductManager, Roles.Operator);
        var hours = new Option<int>("--hours") { Description = "How long it is valid.", DefaultValueFactory = _ => 12 };
        hours.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > HoursMax)
                result.AddError($"--hours must be 1 to {HoursMax}.");
        });
        var command = new Command("token", "Print a token for trying the service out (Development only).") { user, role, hours };
        command.SetAction(parsed => Console.Out.WriteLine(
            Issue(parsed.GetRequiredValue(user), parsed.GetValue(role), TimeSpan.FromHours(parsed.GetValue(hours)))));
        return command;
    }

    private static string Issue(string subject, string? role, TimeSpan lifetime)
    {
        var builder = JobsService.CreateBuilder([]);
        if (!builder.Environment.IsDevelopment())
            throw new StartupException(
                $"Tokens of the service's own exist in Development only; this is {builder.Environment.EnvironmentName}. "
                + "Sign in at one of Auth:Issuers.");
        var configuredKey = builder.Configuration[$"{AuthOptions.Section}:{nameof(AuthOptions.DevelopmentKey)}"];
        var key = DevelopmentIssuer.ReadOrCreateKey(configuredKey, DataFolder.Find());
        return DevelopmentIssuer.CreateToken(key, subject, role, TimeProvider.System.GetUtcNow(), lifetime);
    }
}
