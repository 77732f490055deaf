using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record AppSettings(string[] Platforms, AppVersion? MinVersion, AppVersion? BelowVersion);

/// <summary>The app that asks: its platform, and its version from one on or below one.</summary>
[FilterAlias(Alias)]
internal sealed class AppFilter : BoardFilter<AppSettings>
{
    public const string Alias = "Jobs.App";

    public override string Name => Alias;

    public override bool NeedsPerson => false;

    protected override AppSettings ReadSettings(ParameterReader parameters)
    {
        var settings = new AppSettings(
            parameters.Texts("Platforms", "ios", "android", "web"), Version("MinVersion"), Version("BelowVersion"));
        if (!parameters.Has("Platforms") && !parameters.Has("MinVersion") && !parameters.Has("BelowVersion"))
            parameters.Add("", "플랫폼이나 버전이 필요해요.", "Needs platforms or a version.");
        if (parameters.Has("Platforms") && settings.Platforms.Length == 0)
            parameters.Add("Platforms", "플랫폼이 하나는 있어야 해요.", "Needs at least one platform.");
        if (settings is { MinVersion: { } min, BelowVersion: { } below } && min.CompareTo(below) >= 0)
            parameters.Add("BelowVersion", "MinVersion보다 높아야 해요.", "Must be higher than MinVersion.");
        return settings;

        AppVersion? Version(string name)
        {
            if (parameters.Text(name) is not { } text) return null;
            if (AppVersion.Parse(text) is { } version) return version;
            parameters.Add(name, "3.14.0처럼 써 주세요.", "Write it like 3.14.0.");
            return null;
        }
    }

    protected override Task<bool> EvaluateAsync(AppSettings settings, FlagContext context, string flagKey)
    {
        if (settings.Platforms.Length > 0 && !settings.Platforms.AsSpan().Contains(context.AppPlatform)) return No;
        if (settings.MinVersion is null && settings.BelowVersion is null) return Yes;
        if (context.AppVersion is not { } version) return No;
        return Answer((settings.MinVersion is not { } min || version.CompareTo(min) >= 0)
            && (settings.BelowVersion is not { } below || version.CompareTo(below) < 0));
    }
}
