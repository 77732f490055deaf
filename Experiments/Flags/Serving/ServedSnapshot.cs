using System.Collections.Frozen;
using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>Everything that is served at one revision. It never changes: another revision is another snapshot.</summary>
public sealed class ServedSnapshot
{
    internal ServedSnapshot(
        long revision, IEnumerable<ServedFlag> flags, IReadOnlyList<NoticeExperiment> experiments,
        IEnumerable<ServedFlag> experimentFlags, IReadOnlyDictionary<string, IReadOnlyList<ContentProblem>> problems)
    {
        (Revision, Experiments, Problems) = (revision, experiments, problems);
        Flags = flags.ToFrozenDictionary(flag => flag.Key);
        ExperimentFlags = experimentFlags.ToFrozenDictionary(flag => flag.Key[ExperimentDefinition.Prefix.Length..]);
        // No session manager: it would be asked before the kill switch. No snapshot manager: its cache forgets whom it asked for.
        Manager = new FeatureManager(new SnapshotDefinitions(this), new FeatureManagementOptions())
        {
            FeatureFilters = BoardFilters.All,
        };
    }

    public static ServedSnapshot Empty { get; } =
        new(0, [], [], [], FrozenDictionary<string, IReadOnlyList<ContentProblem>>.Empty);

    public long Revision { get; }

    /// <summary>By key; archived ones are not among them.</summary>
    public IReadOnlyDictionary<string, ServedFlag> Flags { get; }

    /// <summary>Those that run.</summary>
    public IReadOnlyList<NoticeExperiment> Experiments { get; }

    /// <summary>
    /// What is wrong with rows that were not written through the console, by the key of the flag or <c>experiment-</c> and the
    /// experiment's. The last good definition of such a row is served, or none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ContentProblem>> Problems { get; }

    /// <summary>How experiments are evaluated, by the key of the experiment.</summary>
    public IReadOnlyDictionary<string, ServedFlag> ExperimentFlags { get; }

    internal IVariantFeatureManager Manager { get; }

    /// <summary>What to keep on the disk: good definitions only.</summary>
    internal ServedRows ToRows() => new(Revision, [.. Flags.Values.Select(ToRow).OrderBy(row => row.Key)], Experiments);

    private static FeatureFlag ToRow(ServedFlag flag) =>
        new() { Key = flag.Key, Description = "", Definition = flag.Json, Version = flag.Version };
}
