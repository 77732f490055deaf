namespace Jobs.Experiments;

/// <summary>One round of background work that has ended.</summary>
/// <param name="Work">Which work, for example <c>guardrail-watch</c>: a few fixed names.</param>
/// <param name="Period">How long until the next round begins.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failure">What ended it early; null: it went well.</param>
public sealed record WorkRound(string Work, TimeSpan Period, DateTimeOffset StartedAt, TimeSpan Duration, Exception? Failure);
