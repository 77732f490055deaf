namespace Jobs.Experiments;

/// <summary>Makes a snapshot of rows. A row that is wrong keeps its last good definition, and is told about.</summary>
internal sealed class SnapshotBuild(ServedRows rows, ServedSnapshot previous)
{
    private readonly Dictionary<string, ServedFlag> _flags = [];
    private readonly List<ServedFlag> _experimentFlags = [];
    private readonly List<NoticeExperiment> _experiments = [];
    private readonly Dictionary<string, IReadOnlyList<ContentProblem>> _problems = [];

    public static ServedSnapshot Of(ServedRows rows, ServedSnapshot previous) => new SnapshotBuild(rows, previous).Build();

    private ServedSnapshot Build()
    {
        foreach (var row in rows.Flags)
            if (Serve(row) is { } flag) _flags[row.Key] = flag;
        BreakCircles();
        foreach (var experiment in rows.Experiments) Add(experiment);
        return new ServedSnapshot(rows.Revision, _flags.Values, _experiments, _experimentFlags, _problems);
    }

    private ServedFlag? Serve(FeatureFlag row)
    {
        var lastGood = previous.Flags.GetValueOrDefault(row.Key);
        if (lastGood is not null && lastGood.Version == row.Version && lastGood.Json == row.Definition) return lastGood;
        var (definition, problems) = FlagRules.Read(row.Key, row.Definition);
        if (definition is not null && problems.Count == 0) return new ServedFlag(definition, row.Definition, row.Version);
        _problems[row.Key] = problems;
        // However wrong the rest is: who writes "enabled": false wants it off.
        return FlagRules.IsSwitchedOff(row.Definition)
            ? new ServedFlag(new FlagDefinition { Id = row.Key, Enabled = false }, row.Definition, row.Version)
            : lastGood;
    }

    // A flag that waits for itself would wait for ever. The rules refuse circles; SQL does not.
    private void BreakCircles()
    {
        foreach (var key in FlagCircles.In(_flags.Values))
        {
            _flags.Remove(key);
            _problems[key] =
            [
                new ContentProblem("conditions", "선행 플래그가 서로를 기다려요.", "The prerequisites wait for each other."),
            ];
        }
        foreach (var key in _problems.Keys.Where(key => !_flags.ContainsKey(key)).ToArray())
        {
            if (!previous.Flags.TryGetValue(key, out var lastGood)) continue;
            _flags[key] = lastGood;
            if (FlagCircles.In(_flags.Values).Count > 0) _flags.Remove(key);
        }
    }

    private void Add(NoticeExperiment experiment)
    {
        var definition = ExperimentDefinition.Of(experiment);
        var json = FlagDefinitionText.Of(definition);
        var (checkedDefinition, problems) = FlagRules.Read(definition.Id, json, isExperiment: true);
        if (checkedDefinition is not null && problems.Count == 0)
        {
            _experiments.Add(experiment);
            _experimentFlags.Add(new ServedFlag(checkedDefinition, json, experiment.Version));
            return;
        }
        _problems[definition.Id] = problems;
        if (!previous.ExperimentFlags.TryGetValue(experiment.Key, out var lastGood)) return;
        _experiments.Add(previous.Experiments.Single(known => known.Key == experiment.Key));
        _experimentFlags.Add(lastGood);
    }
}
