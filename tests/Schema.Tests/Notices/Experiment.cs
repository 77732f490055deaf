using Jobs.Experiments;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema.Tests.Notices;

/// <summary>Experiments as product managers make them through the contract.</summary>
internal static class Experiment
{
    public const long Manager = 900;

    private const string Create = """
        mutation($input: CreateNoticeExperimentInput!) {
          createNoticeExperiment(input: $input) {
            noticeExperiment { id key status version }
            errors { __typename ... on UserError { code message } ... on ValidationError { fields { path message } } }
          }
        }
        """;

    public static ApiViewer ProductManager(this ApiDriver api) => api.As(Manager, "product-manager");

    /// <param name="key">The experiment's key.</param>
    /// <param name="treatmentWeight">Percent of the people who are shown the warning; the others see nothing.</param>
    /// <param name="audience">Who takes part.</param>
    /// <param name="trafficPercent">How many of them.</param>
    public static object Input(
        string key, double treatmentWeight = 50, string audience = "EVERYONE", double trafficPercent = 100) => new
        {
            key,
            hypothesis = "읽지 않은 지원서가 잠긴다고 알리면 더 빨리 열어 본다.",
            audience,
            placement = "EMPLOYER_INBOX",
            trafficPercent,
            variants = new object[]
            {
                new { key = "control", weight = 100 - treatmentWeight },
                new
                {
                    key = "warning",
                    weight = treatmentWeight,
                    content = new
                    {
                        tone = "WARNING",
                        title = "7일이 지나면 열 수 없어요",
                        titleEnglish = "It can be opened for 7 days",
                        body = "읽지 않은 지원서는 잠겨요.",
                        action = new { label = "열어 보기", labelEnglish = "Open", url = "jobs://inbox" },
                        announcedReadDays = 7,
                    },
                },
            },
            primaryMetric = "application_read_within_24h",
        };

    public static async Task<string> CreateAsync(this ApiDriver api, object input) =>
        (await api.ProductManager().SendAsync(Create, new { input })).Text("data.createNoticeExperiment.noticeExperiment.id");

    public static Task<ApiResponse> TryCreateAsync(this ApiViewer viewer, object input) => viewer.SendAsync(Create, new { input });

    /// <summary>start, pause or finish.</summary>
    public static async Task<ApiResponse> MoveAsync(this ApiDriver api, string step, string id)
    {
        var response = await api.ProductManager().SendAsync($$"""
            mutation($id: ID!) {
              {{step}}NoticeExperiment(input: { id: $id }) {
                noticeExperiment { status version startedAt endedAt decision }
                errors { __typename ... on UserError { code } ... on ExperimentNotEditableError { status } }
              }
            }
            """, new { id });
        await api.RefreshAsync();
        return response;
    }

    public static async Task<string> StartAsync(this ApiDriver api, object input)
    {
        var id = await api.CreateAsync(input);
        await api.MoveAsync("start", id);
        return id;
    }

    /// <summary>What was written is served; otherwise it is a moment later.</summary>
    public static Task RefreshAsync(this ApiDriver api) =>
        api.Services.GetRequiredService<ServedSnapshots>().RefreshAsync(TestContext.Current.CancellationToken);
}
