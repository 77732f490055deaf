using Jobs.GraphQL.Binding;

namespace Jobs.Schema;

/// <summary>One flag as it stands for the viewer.</summary>
[GraphQLName("FeatureFlag")]
public sealed record FlagOfViewer(string Key, bool IsEnabled, string? Variant);
