using System.Globalization;

namespace Jobs.Experiments;

/// <summary>Rules about several flags: prerequisites that exist and end somewhere, parts of a layer that never meet.</summary>
internal static class FlagReferences
{
    public static IReadOnlyList<ContentProblem> Check(
        FlagDefinition definition, IReadOnlyList<FlagDefinition> others, IReadOnlyList<NoticeExperiment> experiments)
    {
        var problems = new ContentProblems();
        CheckPrerequisites(definition, others, problems);
        CheckLayers(definition, others, experiments, problems);
        return problems.All;
    }

    public static IReadOnlyList<ContentProblem> CheckArchiving(string key, IReadOnlyList<FlagDefinition> others)
    {
        var problems = new ContentProblems();
        if (key == ExperimentDefinition.Holdout)
            problems.Add("key", "모든 실험이 이 플래그를 봐요. 보관할 수 없어요.", "Every experiment asks for it; it cannot be archived.");
        foreach (var other in others.Where(other => PrerequisitesOf(other).Contains(key)))
            problems.Add("key", $"플래그 ‘{other.Id}’의 선행 플래그예요.", $"It is a prerequisite of the flag \"{other.Id}\".");
        return problems.All;
    }

    private static void CheckPrerequisites(
        FlagDefinition definition, IReadOnlyList<FlagDefinition> others, ContentProblems problems)
    {
        const string Path = "conditions.client_filters";
        var prerequisites = others.ToDictionary(other => other.Id, PrerequisitesOf);
        foreach (var key in PrerequisitesOf(definition).Where(key => key != definition.Id && !prerequisites.ContainsKey(key)))
            problems.Add(Path, $"선행 플래그 ‘{key}’이(가) 없어요.", $"There is no flag \"{key}\" to be a prerequisite.");
        prerequisites[definition.Id] = PrerequisitesOf(definition);
        var circle = FlagCircles.In(prerequisites);
        if (circle.Contains(definition.Id))
            problems.Add(Path, $"선행 플래그가 서로를 기다려요: {string.Join(", ", circle)}.",
                $"The prerequisites wait for each other: {string.Join(", ", circle)}.");
    }

    private static void CheckLayers(
        FlagDefinition definition, IReadOnlyList<FlagDefinition> others, IReadOnlyList<NoticeExperiment> experiments,
        ContentProblems problems)
    {
        (string Key, LayerSettings Part)[] taken =
        [
            .. others.SelectMany(other => PartsOf(other).Select(part => (other.Id, part))),
            .. experiments.Select(ExperimentDefinition.Of).SelectMany(other => PartsOf(other).Select(part => (other.Id, part))),
        ];
        foreach (var part in PartsOf(definition))
            foreach (var (key, other) in taken.Where(other => Meet(other.Part, part)))
                problems.Add("conditions.client_filters",
                    $"레이어 ‘{part.Layer}’의 {Range(other)} 구간은 ‘{key}’이(가) 쓰고 있어요.",
                    $"{Range(other)} of the layer \"{part.Layer}\" is taken by \"{key}\".");
    }

    private static bool Meet(LayerSettings left, LayerSettings right) =>
        left.Layer == right.Layer && left.From < right.To && right.From < left.To;

    private static string Range(LayerSettings part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.From}~{part.To}");

    private static string[] PrerequisitesOf(FlagDefinition definition) =>
        [.. FlagFilters.Of(definition, PrerequisiteFilter.Alias).Select(settings => ((PrerequisiteSettings)settings).Flag)];

    private static IEnumerable<LayerSettings> PartsOf(FlagDefinition definition) =>
        FlagFilters.Of(definition, LayerFilter.Alias).Select(settings => (LayerSettings)settings);
}
