using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Samples;

/// <summary>
/// What a first start in development finds: posts all over Seoul, shops, people to sign in as, and a full inbox.
/// </summary>
public static class SamplePosts
{
    private const int Seed = 20_260_101;
    private const int InboxCount = 40;
    private const int ApplicantsFrom = 50;
    private const string SeoulCode = "11";
    private const string CenterCode = "1168064000"; // 역삼1동
    private const long CreationLock = 0x4A6F6273_0001; // "Jobs" and a number of ours.

    /// <summary>
    /// Does nothing once there is a post; of several instances that start at once, one creates and the others wait for it.
    /// </summary>
    /// <returns>True if it created the samples.</returns>
    public static async Task<bool> CreateAsync(
        NpgsqlDataSource dataSource, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, $"SELECT pg_advisory_xact_lock({CreationLock})", cancellationToken);
        if (await HasPostAsync(connection, cancellationToken)) return false;
        await WriteAsync(connection, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await RunAsync(connection, "ANALYZE job_posts, employers, applications", cancellationToken);
        return true;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        now = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var random = new Random(Seed);
        var ids = new SampleIds(connection);
        var dongs = KnownNeighborhoods.Shipped.All
            .Where(area => area.Level == NeighborhoodLevel.Dong && area.Code.StartsWith(SeoulCode, StringComparison.Ordinal))
            .ToList();
        var center = KnownNeighborhoods.Shipped.Find(CenterCode)!;

        var employers = SampleEmployers.Create(
            dongs, await ids.NextAsync("employers", SampleEmployers.Count, cancellationToken), now);
        var jobs = new SampleJobPosts(random, now);
        var posts = jobs.Create(employers, dongs, await ids.NextAsync("job_posts", SampleJobPosts.Count, cancellationToken));
        var people = new SamplePeople(random, now);
        people.Create(await ids.PeopleAsync(SamplePeople.Issuer, SamplePeople.Count, cancellationToken), center);
        var inbox = new SampleInbox(now);
        inbox.Create(
            [.. posts.Where(post => post.NeighborhoodId == center.Id)], jobs.Questions.ToLookup(question => question.JobPostId),
            [.. people.Users.Skip(ApplicantsFrom - 1)], people.Experiences.ToLookup(line => line.UserId),
            people.Neighborhoods.ToLookup(place => place.UserId),
            await ids.NextAsync("applications", InboxCount, cancellationToken));

        await using var db = new JobsDb(new DbContextOptionsBuilder<JobsDb>().UseNpgsql(connection).Options);
        var copy = new EntityCopy(db.Model, connection);
        var users = people.Users.Where(user => !ids.KnownPeople.Contains(user.Id)).ToList();
        var newUserIds = users.Select(user => user.Id).ToHashSet();
        await copy.WriteAsync(users, cancellationToken);
        await copy.WriteAsync([.. people.Experiences.Where(line => newUserIds.Contains(line.UserId))], cancellationToken);
        await copy.WriteAsync([.. people.Neighborhoods.Where(place => newUserIds.Contains(place.UserId))], cancellationToken);
        await copy.WriteAsync([.. employers.Select(employer => employer.Employer)], cancellationToken);
        await copy.WriteAsync(Members(employers, people.Users, posts, center), cancellationToken);
        await copy.WriteAsync(posts, cancellationToken);
        await copy.WriteAsync(jobs.Questions, cancellationToken);
        await copy.WriteAsync(inbox.Applications, cancellationToken);
        await copy.WriteAsync(inbox.Answers, cancellationToken);
        await copy.WriteAsync(inbox.Events, cancellationToken);
    }

    /// <summary>Every shop has someone behind it; person 1 also those that hire in the centre.</summary>
    private static List<EmployerMember> Members(
        List<SampleEmployer> employers, List<User> users, List<JobPost> posts, Neighborhood center)
    {
        var central = posts.Where(post => post.NeighborhoodId == center.Id).Select(post => post.EmployerId).ToHashSet();
        var pairs = new HashSet<(long EmployerId, long UserId)>();
        for (var index = 0; index < employers.Count; index++)
            pairs.Add((employers[index].Employer.Id, users[index % SamplePeople.EmployerMembers].Id));
        foreach (var employerId in central) pairs.Add((employerId, users[0].Id));
        return [.. pairs.Select(pair => new EmployerMember { EmployerId = pair.EmployerId, UserId = pair.UserId })];
    }

    private static async Task<bool> HasPostAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM job_posts)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
