namespace Jobs.Persistence;

/// <summary>What the board knows about somebody who applies, at one moment.</summary>
/// <param name="FirstResultId">The application that the same key made before.</param>
/// <param name="Post">Null: there is none that the person may see.</param>
public sealed record ApplyFacts(long? FirstResultId, AppliedPost? Post);
