namespace Jobs.GraphQL.Incremental;

/// <summary>A deferred fragment of one object of a response: it is announced, delivered and completed as a whole.</summary>
internal sealed class DeferredFragment(string? label, IReadOnlyList<object> path)
{
    public string? Label { get; } = label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>The fragment around it, which is delivered before.</summary>
    public DeferredFragment? Parent { get; set; }

    public List<DeferredFragment> Children { get; } = [];

    /// <summary>The groups of fields that it waits for, some of them perhaps together with other fragments.</summary>
    public List<ExecutionGroup> Groups { get; } = [];

    /// <summary>How many of them are not complete.</summary>
    public int Missing { get; set; }

    /// <summary>False before the part of the response that it stands in is complete, and after its own end.</summary>
    public bool IsKnown { get; set; }

    /// <summary>True while it is the client's turn to wait for it: nothing around it is missing.</summary>
    public bool IsOpen { get; set; }

    /// <summary>True while its neighbours are made known.</summary>
    public bool IsOffered { get; set; }

    /// <summary>What the client knows it by, from its announcement to its end.</summary>
    public string? Id { get; set; }
}
