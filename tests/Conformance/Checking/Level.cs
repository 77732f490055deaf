namespace Jobs.Conformance.Checking;

/// <summary>How far an answer agrees with the expectation; each level includes those before it.</summary>
internal enum Level
{
    None,

    /// <summary>What the specification demands.</summary>
    Verdict,

    /// <summary>Errors are where the reference reports them.</summary>
    Locations,

    /// <summary>And they say the same, as printed text does to the character.</summary>
    Messages,
}
