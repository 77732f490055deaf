using Microsoft.Extensions.Options;

namespace Jobs.Api.SignIn;

/// <summary>What must hold between the settings of <c>Auth</c>; checked before the service listens.</summary>
public sealed class AuthOptionsRules(IHostEnvironment environment) : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options)
    {
        var problems = options.Issuers.SelectMany((issuer, index) => IssuerProblems(issuer, $"Auth:Issuers:{index}")).ToList();
        problems.AddRange(options.Issuers.GroupBy(issuer => issuer.Issuer).Where(group => group.Count() > 1)
            .Select(group => $"Auth:Issuers names the issuer '{group.Key}' more than once."));
        if (options.DevelopmentKey is { } key)
        {
            if (!environment.IsDevelopment())
                problems.Add("Auth:DevelopmentKey is set, but the environment is not Development. "
                    + "Remove it: it would let its holder sign in as anybody.");
            if (KeyProblem(key) is { } problem) problems.Add($"Auth:DevelopmentKey: {problem}");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> IssuerProblems(IssuerOptions issuer, string path)
    {
        if (issuer.Issuer.Length == 0) yield return $"{path}:Issuer is missing.";
        if (issuer.Audience.Length == 0) yield return $"{path}:Audience is missing.";
        if (issuer.Issuer == DevelopmentIssuer.Name)
            yield return $"{path}:Issuer is '{DevelopmentIssuer.Name}', which is reserved for the service's own tokens.";
        if (issuer.SigningKey is null == issuer.MetadataAddress is null)
            yield return $"{path} needs either SigningKey or MetadataAddress.";
        else if (issuer.SigningKey is { } text)
        {
            if (KeyProblem(text) is { } problem) yield return $"{path}:SigningKey: {problem}";
            else if (VerificationKey.FromSetting(text) is var key && issuer.Algorithm is { } algorithm
                && algorithm != key.Algorithm)
                yield return $"{path}:Algorithm is {algorithm}, but the signing key is one for {key.Algorithm}.";
        }
        else if (issuer.MetadataAddress is { } address)
        {
            if (!IsSafe(address)) yield return $"{path}:MetadataAddress must be an https address.";
            if (issuer.Algorithm == SignatureAlgorithm.HS256)
                yield return $"{path}:Algorithm HS256 needs a SigningKey: a published secret is none.";
        }
    }

    private bool IsSafe(Uri address) => address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps
            || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static string? KeyProblem(string text)
    {
        try
        {
            VerificationKey.FromSetting(text);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
