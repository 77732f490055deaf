using System.Globalization;
using Jobs.Experiments;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>What the calculator answers: how many people and days are needed, or why that cannot be told.</summary>
public sealed record SampleCalculation(string Korean, string English, bool IsAnswer)
{
    private const double Alpha = 0.05;
    private const double Power = 0.8;
    private const double WeightDefault = 50;

    /// <summary>Fills the planned people and days of the form, where it can.</summary>
    public static SampleCalculation Of(ExperimentInput form)
    {
        var numbers = new FormNumbers();
        var (rate, effect) = (numbers.ReadShare(form.ExpectedRate, "rate"), numbers.ReadShare(form.ExpectedEffect, "effect"));
        if (rate is not (> 0 and < 1) || effect is null or 0 || rate + effect is not (> 0 and < 1))
            return Refusal("지금 비율과 바라는 변화를 써 주세요. 둘을 더한 값이 0%와 100% 사이여야 해요.",
                "Write the rate today and the change worth having; together they must lie between 0 % and 100 %.");
        double[] weights = [.. (form.Variants ?? []).Select(variant => numbers.Read(variant.Weight, "weight") ?? WeightDefault)];
        if (weights.Length < 2 || weights.Any(weight => weight <= 0))
            return Refusal("먼저 안을 두 개 이상 쓰고 비율을 정해 주세요.", "Write two variants or more first, each with a weight.");

        var people = SampleSize.Planned(rate.Value, effect.Value, Alpha, Power, weights);
        form.PlannedSampleSize = people.ToString(CultureInfo.InvariantCulture);
        var perDay = numbers.Read(form.PeoplePerDay, "perDay");
        var days = perDay is { } coming
            ? SampleSize.PlannedDays(coming, numbers.Read(form.TrafficPercent, "traffic") ?? 100, people) : null;
        if (days is { } known) form.PlannedDays = known.ToString(CultureInfo.InvariantCulture);
        return Answer(people, days, isPaceKnown: perDay is > 0);
    }

    private static SampleCalculation Answer(long people, int? days, bool isPaceKnown)
    {
        var count = people.ToString("#,0", CultureInfo.InvariantCulture);
        var (korean, english) = (days, isPaceKnown) switch
        {
            ({ } known, _) => ($"약 {known}일이 걸려요.", $"That takes about {known} days."),
            (null, true) => ("이 속도로는 10년 안에 끝나지 않아요.", "At this pace it would not end within ten years."),
            _ => ("하루에 새로 오는 사람을 쓰면 기간도 알려 드려요.", "With the new people a day, the length can be told as well."),
        };
        return new($"모든 안을 더해 {count}명이 필요해요. {korean} 날마다 결과를 봐도 틀리지 않는 수예요.",
            $"{count} people are needed, in all variants together. {english} The number holds however often you look.",
            IsAnswer: true);
    }

    private static SampleCalculation Refusal(string korean, string english) => new(korean, english, IsAnswer: false);
}
