namespace Jobs.Persistence.Samples;

/// <summary>A shop of the sample board with its trade and the area where it hires.</summary>
internal sealed record SampleEmployer(Employer Employer, SampleTrade Trade, Neighborhood Home);

/// <summary>About two hundred invented shops, evenly over the neighbourhoods of Seoul.</summary>
internal static class SampleEmployers
{
    public const int Count = 200;

    public static List<SampleEmployer> Create(IReadOnlyList<Neighborhood> dongs, IReadOnlyList<long> ids, DateTimeOffset now)
    {
        var employers = new List<SampleEmployer>(Count);
        for (var index = 0; index < Count; index++)
        {
            var home = dongs[index * dongs.Count / Count];
            var trade = SampleTrade.All[index % SampleTrade.All.Count];
            // 30 names and 16 trades have no common rhythm within 240 shops, so no two are called the same.
            var name = $"{SampleTrade.ShopNames[index % SampleTrade.ShopNames.Count]} {trade.Kind} {Branch(home)}";
            employers.Add(new SampleEmployer(new Employer
            {
                Id = ids[index],
                DisplayName = name,
                Kind = EmployerKind.Business,
                Introduction = $"{home.FullName}에서 이웃과 함께 일하는 {trade.Kind}입니다. (예시 데이터)",
                NeighborhoodId = home.Id,
                VerificationLevel = VerificationLevel.Business,
                VerifiedAt = now.AddDays(-30 - index % 300),
                CreatedAt = now.AddDays(-31 - index % 300),
                Origin = RecordOrigin.Sample,
            }, trade, home));
        }
        return employers;
    }

    private static string Branch(Neighborhood home) => $"{home.Name.TrimEnd('동')}점";
}
