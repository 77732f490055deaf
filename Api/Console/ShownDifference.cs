namespace Jobs.Api.WebConsole;

/// <summary>One line of what changed, in the words of the page; null: it is not there.</summary>
public sealed record ShownDifference(string Name, string? Before, string? After);
