namespace Jobs.Experiments;

/// <summary>What a client says that happened to a notice.</summary>
/// <param name="TrackingToken">As it came with the notice.</param>
/// <param name="Type">What happened.</param>
/// <param name="At">When, by the client's clock.</param>
public sealed record NoticeReport(string TrackingToken, NoticeEventType Type, DateTimeOffset At);
