namespace Jobs.Schema;

public sealed record WorkExperienceInput(string Title, string? CategoryId, int? Months);

public sealed record UpdateProfileInput(
    string? DisplayName, Optional<DateOnly?> BirthDate, Optional<string?> Introduction,
    IReadOnlyList<WorkExperienceInput>? Experiences, IReadOnlyList<DayOfWeek>? AvailableDays,
    IReadOnlyList<TimeBand>? AvailableBands, bool? SharePhoneNumber);

public sealed record UpdateProfilePayload(Viewer? Viewer, IReadOnlyList<UserError>? Errors)
{
    public static implicit operator UpdateProfilePayload(UserError error) => new(null, [error]);
}

/// <summary>What a person tells about themselves.</summary>
public static class ProfileMutations
{
    public const int ExperiencesMax = 20;

    public static async Task<UpdateProfilePayload> UpdateProfile(
        UpdateProfileInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, TimeProvider time,
        RequestLanguage language, CancellationToken cancellationToken)
    {
        var userId = viewer.RequiredUserId;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The lock serialises two devices that save at once; the later one wins, member by member.
        await db.LockUserAsync(userId, cancellationToken);
        var user = await db.Users.SingleAsync(user => user.Id == userId, cancellationToken);
        var problems = new FieldProblems(language);
        // Once told, the birth date stays: the rules for minors would mean little if it could be changed at will.
        if (input.BirthDate is { IsSet: true, Value: var born } && user.BirthDate is { } told && born != told)
            return new ForbiddenError(language.Say(
                "생년월일은 바꿀 수 없어요. 고객센터에 문의해 주세요.", "The birth date cannot be changed; please ask support."));

        Apply(input, user, Seoul.Today(time), problems);
        if (input.Experiences is { } experiences) await ReplaceAsync(db, userId, experiences, problems, cancellationToken);
        if (problems.Any) return problems.ToError();
        // Experiences are rows of their own: who applies at the same time notices by the person's that they changed.
        db.Entry(user).Property(changed => changed.DisplayName).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(new Viewer(user), null);
    }

    private static void Apply(UpdateProfileInput input, User user, DateOnly today, FieldProblems problems)
    {
        if (input.DisplayName is { } name) user.DisplayName = problems.Text(name, 30, "displayName");
        if (input.BirthDate is { IsSet: true, Value: { } birthDate })
        {
            user.BirthDate = birthDate;
            if (birthDate > today || Age.On(today, birthDate) > 120)
                problems.Add("생년월일을 확인해 주세요.", "Please check the birth date.", "birthDate");
        }

        if (input.Introduction.IsSet)
            user.Introduction = string.IsNullOrWhiteSpace(input.Introduction.Value)
                ? null
                : problems.Text(input.Introduction.Value, 1_000, "introduction");
        if (input.AvailableDays is { } days) user.AvailableDays = DaySets.SetOf(days);
        if (input.AvailableBands is { } bands) user.AvailableBands = DaySets.SetOf(bands);
        if (input.SharePhoneNumber is { } share) user.SharePhoneNumber = share;
    }

    private static async Task ReplaceAsync(
        JobsDb db, long userId, IReadOnlyList<WorkExperienceInput> inputs, FieldProblems problems,
        CancellationToken cancellationToken)
    {
        if (inputs.Count > ExperiencesMax)
        {
            problems.Add($"{ExperiencesMax}개까지 쓸 수 있어요.", $"At most {ExperiencesMax}.", "experiences");
            return;
        }

        // Hires that the board saw itself are not the person's to write.
        var kept = await db.UserExperiences.Where(row => row.UserId == userId && row.IsConfirmed).CountAsync(cancellationToken);
        await db.UserExperiences.Where(row => row.UserId == userId && !row.IsConfirmed).ExecuteDeleteAsync(cancellationToken);
        var first = kept == 0
            ? 0
            : await db.UserExperiences.Where(row => row.UserId == userId).MaxAsync(row => row.Position, cancellationToken) + 1;
        foreach (var (index, input) in inputs.Index())
        {
            var category = input.CategoryId is { } id ? KnownJobCategories.Find(GlobalId.Parse(id, NodeType.JobCategory)) : null;
            if (input.CategoryId is not null && category is null)
                problems.Add("없는 업종이에요.", "There is no such category.", "experiences", $"{index}", "categoryId");
            db.UserExperiences.Add(new UserExperience
            {
                UserId = userId,
                Position = first + index,
                Title = problems.Text(input.Title, 100, "experiences", $"{index}", "title"),
                CategoryId = category?.Id,
                Months = input.Months is { } months ? problems.Range(months, 0, 600, "experiences", $"{index}", "months") : null,
            });
        }
    }
}
