using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record AccountAgeSettings(DayRange Days);

/// <summary>How many days ago the person first signed in.</summary>
[FilterAlias(Alias)]
internal sealed class AccountAgeFilter : BoardFilter<AccountAgeSettings>
{
    public const string Alias = "Jobs.AccountAge";

    public override string Name => Alias;

    protected override AccountAgeSettings ReadSettings(ParameterReader parameters) => new(DayRange.Read(parameters));

    protected override async Task<bool> EvaluateAsync(AccountAgeSettings settings, FlagContext context, string flagKey) =>
        (await context.FactsAsync()).AccountCreatedAt is { } created && settings.Days.Holds(created, context.Now);
}
