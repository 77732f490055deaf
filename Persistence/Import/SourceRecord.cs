namespace Jobs.Persistence.Import;

/// <summary>One row as it stands in the file, or what is wrong with it before anybody looked at its meaning.</summary>
internal readonly record struct SourceRecord(IReadOnlyList<string> Fields, RejectReason? Fault = null);
