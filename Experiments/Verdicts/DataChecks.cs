namespace Jobs.Experiments;

/// <summary>Signs that the counts are wrong: no statistics make up for them.</summary>
internal static class DataChecks
{
    public static IEnumerable<VerdictCheck> Of(ExperimentData data, VerdictOptions options) =>
        [SampleRatioOf(data, options), MultipleExposureOf(data, options)];

    private static VerdictCheck SampleRatioOf(ExperimentData data, VerdictOptions options)
    {
        var (korean, english) = (Shares(data, " 대 "), Shares(data, " to "));
        if (SampleRatio.SmallestExpected(data.AssignedPerArm, data.Weights) < options.SampleRatioPeople)
            return new(VerdictCheckName.SampleRatio, CheckState.Waiting, new(
                $"배정된 사람이 아직 적어 비율을 볼 수 없습니다({korean}).",
                $"Too few people yet to compare the arms' sizes ({english})."));
        return SampleRatio.PValue(data.AssignedPerArm, data.Weights) < options.SampleRatioAlpha
            ? new(VerdictCheckName.SampleRatio, CheckState.Failed, new(
                $"배정된 사람의 비율이 정한 비율과 다릅니다({korean}): 어딘가에서 사람이 빠지거나 두 번 세어집니다.",
                $"The arms' sizes do not fit their weights ({english}): people are lost or counted twice somewhere."))
            : new(VerdictCheckName.SampleRatio, CheckState.Passed, new(
                $"배정된 사람의 비율이 정한 비율과 맞습니다({korean}).", $"The arms' sizes fit their weights ({english})."));
    }

    private static string Shares(ExperimentData data, string separator) =>
        string.Join(separator, data.AssignedPerArm.Select(people => Figures.Count(people)));

    private static VerdictCheck MultipleExposureOf(ExperimentData data, VerdictOptions options)
    {
        var people = data.AssignedPerArm.Sum() + data.PeopleInSeveralVariants;
        var share = people == 0 ? 0 : (double)data.PeopleInSeveralVariants / people;
        var (several, most) = (Figures.Count(data.PeopleInSeveralVariants), Figures.Plain(options.MultipleExposureShare) + "%");
        var counts = $"{Figures.Count(people)}명 중 {several}명({Figures.Percent(share)})이 여러 안내를 보았습니다";
        var english = $"{several} of {Figures.Count(people)} people ({Figures.Percent(share)}) saw several variants";
        if (share > options.MultipleExposureShare)
            return new(VerdictCheckName.MultipleExposure, CheckState.Failed,
                new($"{counts}: {most}를 넘으면 비교할 수 없습니다.", $"{english}: above {most} the arms cannot be compared."));
        var others = data.PeopleExcluded;
        return new(VerdictCheckName.MultipleExposure, CheckState.Passed, new(
            $"{counts}. 이들과 그 밖의 {Figures.Count(others)}명은 세지 않습니다.",
            $"{english}; they and {Figures.Count(others)} others are left out."));
    }
}
