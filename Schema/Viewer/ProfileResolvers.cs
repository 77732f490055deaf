namespace Jobs.Schema;

/// <summary>Fields of <c>Profile</c> that are more than a column.</summary>
public static class ProfileResolvers
{
    public static string DisplayName(Profile profile) => profile.Account.DisplayName;

    public static DateOnly? BirthDate(Profile profile) => profile.Account.BirthDate;

    public static string? Introduction(Profile profile) => profile.Account.Introduction;

    public static IReadOnlyList<DayOfWeek> AvailableDays(Profile profile) => DaySets.List(profile.Account.AvailableDays);

    public static IReadOnlyList<TimeBand> AvailableBands(Profile profile) => DaySets.List(profile.Account.AvailableBands);

    public static bool SharePhoneNumber(Profile profile) => profile.Account.SharePhoneNumber;

    /// <summary>Five things to tell, 20 points each; a name everybody has.</summary>
    public static int Completeness(Profile profile)
    {
        var (account, points) = (profile.Account, 0);
        if (account.BirthDate is not null) points += 20;
        if (!string.IsNullOrEmpty(account.Introduction)) points += 20;
        if (profile.Experiences.Count > 0) points += 20;
        if (account.AvailableDays != WorkDays.None) points += 20;
        if (account.AvailableBands != TimeBands.None) points += 20;
        return points;
    }
}

/// <summary>Fields of <c>WorkExperience</c> that are more than a column.</summary>
public static class WorkExperienceResolvers
{
    public static JobCategory? Category(WorkExperience experience) =>
        experience.CategoryId is { } id ? KnownJobCategories.Find(id) : null;
}
