using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>One error as it was caught, and what is known about it. Twenty fields that one exception fails are one error.</summary>
public sealed record CaughtError(ErrorSource Source)
{
    /// <summary>Also what the client is told.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Null: something took too long, or was only written to the log.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What stands for the type of an exception where there is none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The operation's name, masked; or that of the background work or the log's category; null: it has none.</summary>
    public string? Operation { get; init; }

    /// <summary>Response names without list indexes, masked, each once.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Names of fields as the schema has them, from the root to the one that failed; null: it was no field.</summary>
    public IReadOnlyList<object>? SchemaPath { get; init; }

    /// <summary>The schema's coordinate of the field that failed first.</summary>
    public string? Field { get; init; }

    /// <summary>The object type that the field belongs to.</summary>
    public string? ParentType { get; init; }

    public Damage Damage { get; init; } = new(IsCore: false, RequestFailed: true);

    /// <summary>What somebody gave us is not stored.</summary>
    public bool IsDataLost { get; init; }

    /// <summary>Stands for the person; null for nobody in particular.</summary>
    public string? Viewer { get; init; }

    /// <summary>What running experiments show the person.</summary>
    public IReadOnlyList<ViewerVariant> Variants { get; init; } = [];

    /// <summary>Whether somebody was answered all the same.</summary>
    public bool IsHandled { get; init; } = true;
}
