namespace Jobs.Experiments;

/// <summary>What a flag is for one person in one request.</summary>
/// <param name="Key">The flag.</param>
/// <param name="IsEnabled">Also false for a flag that is not there.</param>
/// <param name="Variant">The variant's name; null where the flag has none for the person.</param>
public readonly record struct FlagState(string Key, bool IsEnabled, string? Variant = null);
