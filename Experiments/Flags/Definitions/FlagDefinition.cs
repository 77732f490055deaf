using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>A flag in the Microsoft feature-management schema, as far as the board uses it.</summary>
/// <remarks>
/// https://github.com/microsoft/FeatureManagement/blob/main/Schema/FeatureFlag.v2.0.0.schema.json; without telemetry, because an
/// evaluation is no exposure.
/// </remarks>
public sealed record FlagDefinition
{
    public required string Id { get; init; }
    public string? Description { get; init; }
    public string? DisplayName { get; init; }

    /// <summary>The kill switch: false is off for everybody, whatever else is written.</summary>
    public required bool Enabled { get; init; }

    public FlagConditions? Conditions { get; init; }
    public IReadOnlyList<FlagVariant>? Variants { get; init; }
    public FlagAllocation? Allocation { get; init; }
}

/// <summary>Who the flag is on for; without filters it is everybody.</summary>
public sealed record FlagConditions
{
    public const string Any = "Any";
    public const string All = "All";

    /// <summary>Null means Any, as in the schema.</summary>
    public string? RequirementType { get; init; }

    public IReadOnlyList<FlagFilter>? ClientFilters { get; init; }
}

/// <summary>One condition; the filter of that name knows its parameters.</summary>
public sealed record FlagFilter
{
    public required string Name { get; init; }
    public JsonElement? Parameters { get; init; }
}

/// <summary>One of the ways in which a flag can be on.</summary>
public sealed record FlagVariant
{
    public required string Name { get; init; }

    /// <summary>For clients that evaluate flags themselves; the service tells the name only.</summary>
    public JsonElement? ConfigurationValue { get; init; }

    /// <summary>None, Enabled or Disabled: what the flag is for whoever gets this variant.</summary>
    public string? StatusOverride { get; init; }
}
