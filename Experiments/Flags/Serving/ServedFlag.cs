using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Jobs.Experiments;

/// <summary>A flag as it is served: checked, compiled, and ready to be evaluated for anybody.</summary>
public sealed class ServedFlag
{
    private readonly FeatureDefinition _compiled;
    private readonly FlagState? _settled;
    private readonly bool _needsPerson;
    private readonly bool _needsGroups;
    private readonly bool _variantTells;
    private readonly VariantShares? _shares;

    internal ServedFlag(FlagDefinition definition, string json, int version)
    {
        (Key, Definition, Json, Version) = (definition.Id, definition, json, version);
        _shares = VariantShares.Of(definition);
        _compiled = FlagCompiler.Compile(definition, withVariants: _shares is null);
        Compiled = Task.FromResult(_compiled);
        var allocation = definition.Allocation;
        _settled = definition.Enabled ? null : new FlagState(Key, IsEnabled: false, allocation?.DefaultWhenDisabled);
        _needsGroups = allocation?.Group is { Count: > 0 };
        _needsPerson = NeedsPerson(definition);
        // Whoever is in gets a variant: a rule of definitions. So without a variant for the others, having one is being in.
        _variantTells = definition.Variants is { Count: > 0 } && allocation?.DefaultWhenDisabled is null;
    }

    public string Key { get; }

    public FlagDefinition Definition { get; }

    /// <summary>The definition as it was written.</summary>
    public string Json { get; }

    public int Version { get; }

    /// <summary>What the library is given: one task for all evaluations.</summary>
    internal Task<FeatureDefinition> Compiled { get; }

    /// <summary>Flags whose state this one depends on.</summary>
    internal IEnumerable<string> Prerequisites => FlagFilters.Of(Definition, PrerequisiteFilter.Alias)
        .Select(settings => ((PrerequisiteSettings)settings).Flag);

    /// <summary>The state where nothing needs to be evaluated: a flag that is off, or nobody where somebody is needed.</summary>
    internal FlagState? SettledFor(FlagSubject subject)
    {
        if (_settled is not null) return _settled;
        return _needsPerson && subject.UserId is null ? new FlagState(Key, IsEnabled: false) : null;
    }

    internal async Task<FlagState> EvaluateAsync(
        IVariantFeatureManager manager, FlagContext context, CancellationToken cancellationToken)
    {
        if (_needsGroups) await context.FactsAsync(); // The library reads groups of an allocation without waiting for them.
        if (_shares is not null || Definition.Variants is not { Count: > 0 })
        {
            var isOn = await manager.IsEnabledAsync<ITargetingContext>(Key, context, cancellationToken);
            return new FlagState(Key, isOn, isOn ? _shares?.VariantOf(context.UserId) : null);
        }
        var variant = (await manager.GetVariantAsync(Key, context, cancellationToken))?.Name;
        var isEnabled = _variantTells
            ? variant is not null && !IsSwitchedOffBy(variant)
            : await manager.IsEnabledAsync<ITargetingContext>(Key, context, cancellationToken);
        return new FlagState(Key, isEnabled, variant);
    }

    private bool IsSwitchedOffBy(string name)
    {
        foreach (var variant in _compiled.Variants)
            if (variant.Name == name) return variant.StatusOverride == StatusOverride.Disabled;
        return false;
    }

    // Of filters of which any is enough, those that need nobody may still be fulfilled.
    private static bool NeedsPerson(FlagDefinition definition)
    {
        if (definition.Allocation is { } given && (given.User ?? (object?)given.Group ?? given.Percentile) is not null) return true;
        var filters = definition.Conditions?.ClientFilters ?? [];
        if (filters.Count == 0) return false;
        return definition.Conditions!.RequirementType == FlagConditions.All
            ? filters.Any(filter => BoardFilters.ByName[filter.Name].NeedsPerson)
            : filters.All(filter => BoardFilters.ByName[filter.Name].NeedsPerson);
    }
}
