using Jobs.Persistence;
using Jobs.Schema;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests.Errors;

/// <summary>The whole service as in production, with receivers for all that it sends anywhere.</summary>
public sealed class CanaryApi : ReportingApi
{
    public const long Member = 41;
    public const long Manager = 43;
    private MixpanelReceiver? mixpanel;

    public MixpanelReceiver Mixpanel => mixpanel!;

    /// <summary>Ids that exist, by the names that inputs have for them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> IdsAsync()
    {
        var yeoksam = KnownNeighborhoods.Shipped.Find("1168064000")!;
        await As(Member).SendAsync("{ __typename }"); // The first request makes the account.
        await As(Member + 1).SendAsync("{ __typename }");
        await using (var born = Database.DataSource.CreateCommand("UPDATE users SET birth_date = '1999-05-05'"))
            await born.ExecuteNonQueryAsync();
        var employer = await InsertAsync(new Employer
        {
            DisplayName = "역삼 김밥",
            Kind = EmployerKind.Business,
            NeighborhoodId = yeoksam.Id,
            VerificationLevel = VerificationLevel.Business,
            VerifiedAt = Time.UtcNow,
            CreatedAt = Time.UtcNow,
            Origin = RecordOrigin.Member,
        });
        await InsertAsync(new EmployerMember { EmployerId = employer.Id, UserId = Member });
        var post = JobPostLife.NewDraft(employer, Time.UtcNow);
        (post.Title, post.Description, post.WageAmount) = ("주말 홀서빙", "손님을 맞이하고 음식을 나릅니다.", 12_000);
        JobPostLife.Publish(post, employer, Time.UtcNow);
        await InsertAsync(post);
        var (postId, employerId) = (GlobalId.Of(NodeType.JobPost, post.Id), GlobalId.Of(NodeType.Employer, employer.Id));
        var applied = await As(Member + 1).SendAsync(
            "mutation($id: ID!) { applyToJobPost(input: { jobPostId: $id }) { application { id } errors { __typename } } }",
            new { id = postId });
        var applicationId = applied.Text("data.applyToJobPost.application.id");
        return new Dictionary<string, string>
        {
            ["jobPostId"] = postId,
            ["jobPostIds"] = postId,
            ["jobPost"] = postId,
            ["node"] = postId,
            ["employerId"] = employerId,
            ["employer"] = employerId,
            ["applicationId"] = applicationId,
            ["applicationIds"] = applicationId,
            ["application"] = applicationId,
            ["neighborhoodId"] = GlobalId.Of(NodeType.Neighborhood, yeoksam.Id),
        };
    }

    public override async ValueTask InitializeAsync()
    {
        mixpanel = await MixpanelReceiver.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mixpanel.DisposeAsync();
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sentry:TracesOverOtlp"] = "true",
            ["Sentry:NameStatements"] = "true",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://{Receiver.Authority}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["Mixpanel:Token"] = "canary",
            ["Mixpanel:ApiHost"] = Mixpanel.Address.AbsoluteUri,
            ["Mixpanel:SpoolFolder"] = Path.Combine(Folder, "events"),
            ["Mixpanel:RequestSecondsMax"] = "300", // By the tests' clock, which goes on faster while they wait.
        });
    }
}
