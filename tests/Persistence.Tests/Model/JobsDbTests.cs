using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Model;

public sealed class JobsDbTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly IDbContextFactory<JobsDb> dbFactory = JobsDb.CreateFactory(database.DataSource);

    [Fact]
    public async Task The_second_of_two_edits_of_one_version_is_refused()
    {
        await using var db = dbFactory.CreateDbContext();
        var post = await AddPostAsync(db);
        await using var other = dbFactory.CreateDbContext();
        var same = await other.JobPosts.SingleAsync(found => found.Id == post.Id, Cancellation);

        post.Title = "첫째";
        await db.SaveChangesAsync(Cancellation);
        same.Title = "둘째";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancellation));

        await using var reader = dbFactory.CreateDbContext();
        var stored = await reader.JobPosts.SingleAsync(found => found.Id == post.Id, Cancellation);
        Assert.Equal(("첫째", 2), (stored.Title, stored.Version));
    }

    [Fact]
    public async Task Saving_without_a_change_keeps_the_version()
    {
        await using var db = dbFactory.CreateDbContext();
        var post = await AddPostAsync(db);
        await db.SaveChangesAsync(Cancellation);
        Assert.Equal(1, post.Version);
    }

    [Fact]
    public async Task One_person_has_one_live_application_to_a_post_and_may_apply_again_after_taking_it_back()
    {
        await using var db = dbFactory.CreateDbContext();
        var post = await AddPostAsync(db);
        var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        await db.StoreAsync(Some.Application(post, applicant, ApplicationStatus.Withdrawn));
        await db.StoreAsync(Some.Application(post, applicant));

        var twice = await Assert.ThrowsAsync<DbUpdateException>(() => db.StoreAsync(Some.Application(post, applicant)));
        var reason = Assert.IsType<PostgresException>(twice.InnerException);
        Assert.Equal(("ux_applications_live", PostgresErrorCodes.UniqueViolation), (reason.ConstraintName, reason.SqlState));
    }

    [Fact]
    public async Task An_application_names_the_employer_of_its_post()
    {
        await using var db = dbFactory.CreateDbContext();
        var post = await AddPostAsync(db);
        var stranger = await db.StoreAsync(Some.Employer("남의 가게"));
        var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        var application = Some.Application(
            new JobPost { Id = post.Id, EmployerId = stranger.Id, Title = "", Description = "" }, applicant);

        var wrong = await Assert.ThrowsAsync<DbUpdateException>(() => db.StoreAsync(application));
        Assert.Equal("fk_applications_job_post_id_employer_id",
            Assert.IsType<PostgresException>(wrong.InnerException).ConstraintName);
    }

    [Fact]
    public async Task The_frozen_experiences_come_back_as_they_were()
    {
        await using var db = dbFactory.CreateDbContext();
        var post = await AddPostAsync(db);
        var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        var application = new Application
        {
            JobPostId = post.Id,
            EmployerId = post.EmployerId,
            ApplicantId = applicant.Id,
            SubmittedAt = Some.Now,
            ApplicantDisplayName = "지원자",
            ApplicantExperiences = [new("카페 \"봄\"", 2, 7, true), new("편의점", null, null, false)],
        };
        db.Add(application);
        db.Add(new ApplicationAnswer { Application = application, Position = 0, Question = "주말에 되나요?", Answer = "네" });
        db.Add(new ApplicationEvent { Application = application, Status = ApplicationStatus.Submitted, At = Some.Now });
        await db.SaveChangesAsync(Cancellation);

        await using var other = dbFactory.CreateDbContext();
        var stored = await other.Applications.SingleAsync(found => found.Id == application.Id, Cancellation);
        Assert.Equal([new("카페 \"봄\"", 2, 7, true), new("편의점", null, null, false)], stored.ApplicantExperiences);
        Assert.Equal("네", (await other.ApplicationAnswers.SingleAsync(
            answer => answer.ApplicationId == application.Id, Cancellation)).Answer);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"title": "카페", "months": 7, "categoryId": null, "isConfirmed": true}]""")]
    public void Experiences_that_were_read_are_written_as_they_came_looked_at_or_not(string json)
    {
        var read = ApplicantExperiencesConverter.Read(json);
        Assert.Equal(json, ApplicantExperiencesConverter.Write(read));
        Assert.Equal(json == "[]" ? [] : [new ApplicantExperience("카페", null, 7, true)], read);
        Assert.Equal(json, ApplicantExperiencesConverter.Write(read));
    }

    [Fact]
    public async Task Plain_Npgsql_reads_a_post_as_EF_does_but_for_the_search_text()
    {
        await using var db = dbFactory.CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var full = Some.JobPost(
            employer.Id, "가득 찬 공고", "설명\n둘째 줄", wageType: WageType.Monthly, wageAmount: 2_500_000, isUrgent: true,
            paidSameDay: true, hideExactAddress: true, expiresAt: Some.Now.AddDays(30));
        (full.Address, full.WageAmountMax, full.WageNegotiable) = ("서울 강남구 테헤란로 1", 3_000_000, true);
        (full.StartsOn, full.EndsOn, full.Headcount) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 30), 3);
        (full.Benefits, full.ImportHash) = (["식사 제공", "4대 보험"], "hash");
        var bare = Some.JobPost(
            employer.Id, "", status: JobPostStatus.Draft, wageAmount: 0, days: WorkDays.None, startMinute: null, endMinute: null);
        foreach (var post in new[] { full, bare })
        {
            await db.StoreAsync(post);
            var read = (await new JobPostsById(database.RoundTrips).ReadAsync([post.Id], JobPostParts.Whole, Cancellation))
                .Single().JobPost;
            read.SearchText = post.SearchText;
            await using var other = dbFactory.CreateDbContext();
            Assert.Equivalent(await other.JobPosts.SingleAsync(found => found.Id == post.Id, Cancellation), read, strict: true);
        }
    }

    [Fact]
    public async Task Plain_Npgsql_reads_a_person_as_EF_does()
    {
        await using var db = dbFactory.CreateDbContext();
        var full = Some.User("full");
        (full.BirthDate, full.Introduction, full.PhoneNumber, full.SharePhoneNumber) = (new DateOnly(1999, 5, 5), "안녕하세요", "01012345678", true);
        (full.AvailableDays, full.AvailableBands) = (WorkDays.Saturday | WorkDays.Sunday, TimeBands.Morning);
        foreach (var user in new[] { full, Some.User("bare") })
        {
            await db.StoreAsync(user);
            var users = new UsersById(database.RoundTrips);
            await using var other = dbFactory.CreateDbContext();
            var expected = await other.Users.SingleAsync(found => found.Id == user.Id, Cancellation);
            Assert.Equivalent(expected, (await users.ReadAsync([user.Id], Cancellation)).Single(), strict: true);
            var (read, neighborhoodIds) = (await users.ReadWithNeighborhoodIdsAsync(user.Id, Cancellation))!.Value;
            Assert.Equivalent(expected, read, strict: true);
            Assert.Empty(neighborhoodIds);
        }
    }

    private static async Task<JobPost> AddPostAsync(JobsDb db)
    {
        var employer = await db.StoreAsync(Some.Employer());
        return await db.StoreAsync(Some.JobPost(employer.Id));
    }
}
