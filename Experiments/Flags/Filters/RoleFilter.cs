using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record RoleSettings(bool IsEmployer);

/// <summary>Members of an employer, or everybody else: who looks for work.</summary>
[FilterAlias(Alias)]
internal sealed class RoleFilter : BoardFilter<RoleSettings>
{
    public const string Alias = "Jobs.Role";
    public const string Employer = "employer";
    public const string Applicant = "applicant";

    public override string Name => Alias;

    protected override RoleSettings ReadSettings(ParameterReader parameters)
    {
        parameters.Require("Role");
        return new RoleSettings(parameters.Text("Role", Employer, Applicant) == Employer);
    }

    protected override async Task<bool> EvaluateAsync(RoleSettings settings, FlagContext context, string flagKey) =>
        (await context.FactsAsync()).IsEmployer == settings.IsEmployer;
}
