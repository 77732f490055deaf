namespace Jobs.Persistence.Samples;

/// <summary>A hundred people to sign in as in development: 1 to 20 hire, 21 to 100 look for work.</summary>
internal sealed class SamplePeople(Random random, DateTimeOffset now)
{
    public const int Count = 100;
    public const int EmployerMembers = 20;

    /// <summary>Issuer of the tokens that the service hands out in development.</summary>
    public const string Issuer = "jobs-development";

    private const double NearbyMeters = 2_500;

    private static readonly string[] Introductions =
    [
        "시간 약속을 잘 지킵니다.", "집이 가까워서 급할 때도 나갈 수 있습니다.", "처음이지만 빨리 배우겠습니다.", "손님을 대하는 일을 좋아합니다.",
        "오래 함께할 곳을 찾고 있습니다.",
    ];

    public List<User> Users { get; } = [];
    public List<UserExperience> Experiences { get; } = [];
    public List<UserNeighborhood> Neighborhoods { get; } = [];

    /// <param name="ids">Ids for people 1 to 100.</param>
    /// <param name="center">Where many of them live.</param>
    public void Create(IReadOnlyList<long> ids, Neighborhood center)
    {
        var nearby = KnownNeighborhoods.Shipped.Within(center.Center, NearbyMeters, NeighborhoodLevel.Dong);
        for (var number = 1; number <= Count; number++)
        {
            var id = ids[number - 1];
            var home = number == 42 ? center : nearby[number % nearby.Count].Neighborhood;
            Users.Add(new User
            {
                Id = id,
                Issuer = Issuer,
                Subject = $"{number}",
                DisplayName = $"이웃 {number}",
                BirthDate = Seoul.DayOf(now).AddYears(-19 - number * 7 % 40).AddDays(-1 - number * 13 % 360),
                Introduction = Introductions[number % Introductions.Length],
                AvailableDays = number % 3 == 0 ? WorkDays.Weekend : number % 3 == 1 ? WorkDays.Weekdays : WorkDays.All,
                AvailableBands = number % 4 == 0 ? TimeBands.Evening | TimeBands.Night : TimeBands.Morning | TimeBands.Afternoon,
                CreatedAt = now.AddDays(-10 - number),
            });
            Live(id, home, number % 2 == 0 ? nearby[(number * 3 + 1) % nearby.Count].Neighborhood : null);
            for (var position = 0; position <= number % 3; position++) Experiences.Add(Experience(id, position));
        }
    }

    private void Live(long userId, Neighborhood home, Neighborhood? second)
    {
        Neighborhoods.Add(new UserNeighborhood { UserId = userId, Position = 0, NeighborhoodId = home.Id });
        if (second is not null && second.Id != home.Id)
            Neighborhoods.Add(new UserNeighborhood { UserId = userId, Position = 1, NeighborhoodId = second.Id });
    }

    private UserExperience Experience(long userId, int position)
    {
        var trade = SampleTrade.All[random.Next(SampleTrade.All.Count)];
        return new UserExperience
        {
            UserId = userId,
            Position = position,
            Title = $"{trade.Kind} {trade.Roles[0]}",
            CategoryId = KnownJobCategories.Find(trade.CategoryKey)!.Id,
            Months = random.Next(1, 30),
        };
    }
}
