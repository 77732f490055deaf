using System.Globalization;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>An experiment as the form sends it: texts, whatever was typed, so that the form can show them again.</summary>
public sealed class ExperimentInput
{
    public string? Key { get; set; }
    public int Version { get; set; }
    public string? Command { get; set; }
    public string? Hypothesis { get; set; }
    public string? Promise { get; set; }
    public string? NotBuilt { get; set; }
    public string? ToldAfterwards { get; set; }
    public string? Audience { get; set; }
    public string? Placement { get; set; }
    public string? Areas { get; set; }
    public string? Conditions { get; set; }
    public string? TrafficPercent { get; set; }
    public string? Layer { get; set; }
    public List<VariantInput>? Variants { get; set; }
    public string? Testers { get; set; }
    public string? PrimaryMetric { get; set; }
    public string? ExpectedRate { get; set; }
    public string? ExpectedEffect { get; set; }
    public List<string>? Guardrails { get; set; }
    public string? PeoplePerDay { get; set; }
    public string? PlannedDays { get; set; }
    public string? PlannedSampleSize { get; set; }

    /// <summary>An empty form: a control and one arm that shows something.</summary>
    public static ExperimentInput New() => new()
    {
        TrafficPercent = "100",
        Variants = [new() { Key = "control", Weight = "50" }, new() { Key = "treatment", Weight = "50", Shows = true }],
    };

    public static ExperimentInput Of(string key, int version, NoticeExperimentContent content) => new()
    {
        Key = key,
        Version = version,
        Hypothesis = content.Hypothesis,
        Promise = content.Promise,
        NotBuilt = content.NotBuilt,
        ToldAfterwards = content.ToldAfterwards,
        Audience = content.Audience.ToString(),
        Placement = content.Placement.ToString(),
        Areas = string.Join('\n', content.NeighborhoodIds.Select(id => KnownNeighborhoods.Shipped.Find(id)?.FullName ?? $"{id}")),
        Conditions = content.Conditions == "[]" ? "" : content.Conditions,
        TrafficPercent = content.TrafficPercent.ToString(CultureInfo.InvariantCulture),
        Layer = content.Layer,
        Variants = [.. content.Variants.Select(VariantInput.Of)],
        Testers = string.Join('\n', content.Testers.Select(tester => $"{tester.UserId} {tester.VariantKey}")),
        PrimaryMetric = content.PrimaryMetric,
        ExpectedRate = content.ExpectedRate is { } rate ? FormNumbers.Percent(rate) : null,
        ExpectedEffect = content.ExpectedEffect is { } effect ? FormNumbers.Percent(effect) : null,
        Guardrails = [.. content.GuardrailMetrics],
        PlannedDays = content.PlannedDays?.ToString(CultureInfo.InvariantCulture),
        PlannedSampleSize = content.PlannedSampleSize?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What it says, and every word that cannot be what its field asks for.</summary>
    public (NoticeExperimentContent Content, IReadOnlyList<ContentProblem> Problems) ToContent()
    {
        var numbers = new FormNumbers();
        var content = new NoticeExperimentContent
        {
            Hypothesis = FormText.Words(Hypothesis),
            Promise = FormText.Words(Promise),
            NotBuilt = FormText.Words(NotBuilt),
            ToldAfterwards = FormText.Words(ToldAfterwards),
            Audience = numbers.ReadChoice<ExperimentAudience>(Audience, "audience"),
            Placement = numbers.ReadChoice<NoticePlacement>(Placement, "placement"),
            NeighborhoodIds = ReadAreas(numbers),
            Conditions = string.IsNullOrWhiteSpace(Conditions) ? "[]" : FormText.Words(Conditions),
            TrafficPercent = numbers.Read(TrafficPercent, "trafficPercent") ?? 100,
            Layer = string.IsNullOrWhiteSpace(Layer) ? null : Layer.Trim(),
            Variants = [.. (Variants ?? []).Select((variant, index) => variant.ToVariant(numbers, $"variants.{index}"))],
            Testers = ReadTesters(numbers),
            PrimaryMetric = PrimaryMetric ?? "",
            ExpectedRate = numbers.ReadShare(ExpectedRate, "expectedRate"),
            ExpectedEffect = numbers.ReadShare(ExpectedEffect, "expectedEffect"),
            GuardrailMetrics = Guardrails ?? [],
            PlannedDays = numbers.ReadWhole(PlannedDays, "plannedDays"),
            PlannedSampleSize = numbers.ReadWhole(PlannedSampleSize, "plannedSampleSize"),
        };
        return (content, numbers.Problems);
    }

    private List<long> ReadAreas(FormNumbers numbers)
    {
        var ids = new List<long>();
        foreach (var line in FormText.Lines(Areas))
        {
            var area = KnownNeighborhoods.Shipped.Find(line)
                ?? KnownNeighborhoods.Shipped.All.FirstOrDefault(area => area.FullName == line);
            if (area is not null) ids.Add(area.Id);
            else numbers.Report($"'{line}'은(는) 없는 동네예요.", $"There is no area '{line}'.", "neighborhoodIds");
        }
        return ids;
    }

    private List<ExperimentTester> ReadTesters(FormNumbers numbers)
    {
        var testers = new List<ExperimentTester>();
        foreach (var line in FormText.Lines(Testers))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [var number, var variant]
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                testers.Add(new(id, variant));
            else numbers.Report($"'{line}': 사람 번호와 안 이름을 써 주세요.", $"'{line}': write a person's number and a variant.", "testers");
        }
        return testers;
    }
}
