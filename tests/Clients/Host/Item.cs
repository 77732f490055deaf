namespace Jobs.Clients;

/// <summary>An element of a list as long as one likes.</summary>
public sealed record Item(string Id);
