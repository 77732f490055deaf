namespace Jobs.Experiments.Tests;

/// <summary>Made-up people; tests/Clients/Flags/people.mjs makes the same for the browsers' library.</summary>
internal static class VectorPerson
{
    public static readonly DateTimeOffset Now = new(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[][] Areas =
    [
        [], ["1168064000", "1168000000", "1100000000"], ["1168000000", "1100000000"], ["2600000000"],
        ["4100000000"], ["1100000000"], ["1168064000", "1168000000", "1100000000", "2600000000"],
    ];

    private static readonly string?[] Platforms = ["ios", "android", "web", null, "ios"];

    public static (FlagSubject Subject, ViewerFacts Facts) Of(int index)
    {
        var (isEmployer, areas) = (index % 4 == 0, Areas[index % Areas.Length]);
        string[] team = index % 50 == 0 ? ["product-manager"] : [];
        var subject = new FlagSubject(Platforms[index % Platforms.Length], VersionOf(index));
        subject.SignIn(UserIdOf(index), team);
        return (subject, new ViewerFacts
        {
            UserId = $"{subject.UserId}",
            Groups = [.. team, isEmployer ? "employer" : "applicant", .. areas.Select(code => $"area-{code}")],
            IsEmployer = isEmployer,
            AreaCodes = areas,
            AccountCreatedAt = Now.AddDays(-(index % 500)).AddMinutes(-index),
            ApplicationSubmittedAt = index % 3 == 0 ? null : Now.AddDays(-(index % 40)).AddMinutes(-index),
            ApplicationReadAt = index % 5 == 0 ? null : Now.AddDays(-(index % 9)),
            ApplicationReceivedAt = isEmployer ? Now.AddDays(-(index % 13)).AddMilliseconds(-1) : null,
            PostPublishedAt = isEmployer ? Now.AddDays(-(index % 17)).AddMilliseconds(1) : null,
        });
    }

    private static long UserIdOf(int index) => (index % 3) switch
    {
        1 => 1_000_000 + index * 3,
        2 => (1L << 59) + index * 104_729L,
        _ => index,
    };

    private static string? VersionOf(int index) =>
        index % 11 == 0 ? null : $"{index % 4}.{index % 6}.{index % 3}{(index % 7 == 0 ? "-beta" : "")}";
}
