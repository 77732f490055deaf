// Prints what it is answered, a line a value: Client URL TOKEN
using Jobs.Clients;
using Newtonsoft.Json;

using var client = new GraphQLClient(new Uri(args[0]), args[1]);

var feed = await FeedGQL.SendQueryAsync(client, new FeedGQL.Variables
{
    area = new AreaInput { neighborhoodCode = "1168064000" },
    first = 5,
});
foreach (var edge in feed.Data.jobPosts.edges)
{
    var post = edge.node;
    if (post.status != JobPostStatus.OPEN || post.publishedAt is not { Kind: DateTimeKind.Utc }) return 1;
    Print("post", post.id, edge.distanceMeters, post.title, post.publishedAt.Value.ToString("yyyy-MM-dd"), post.webUrl.AbsoluteUri,
        post.wage.type, post.wage.amount, post.wage.hourlyEquivalent, string.Join(',', post.schedule.days), post.schedule.startTime);
}

var introduced = await client.SendMutationAsync<Contract.Mutation>(IntroduceGQL.Request(new
{
    input = new UpdateProfileInput { displayName = "씨샵", birthDate = "1990-01-31" },
}), default);
Print("profile", introduced.Data.updateProfile.viewer.profile.displayName, introduced.Data.updateProfile.viewer.profile.birthDate);

var application = (await ApplyAsync()).application;
Print("application", application.id, application.status);
foreach (var error in (await ApplyAsync()).errors)
{
    var existing = error is Contract.AlreadyAppliedError already ? already.application.id : null;
    Print("error", error.GetType().Name, error.code, existing);
}

var refused = await FeedGQL.SendQueryAsync(client, new FeedGQL.Variables { area = new AreaInput() });
Print("refused", refused.Errors[0].Message);
return 0;

async Task<Contract.ApplyToJobPostPayload> ApplyAsync()
{
    var post = feed.Data.jobPosts.edges[0].node;
    var answers = post.questions.ConvertAll(question => new ScreeningAnswerInput { questionId = question.id, answer = "네" });
    var request = ApplyGQL.Request(new { input = new ApplyToJobPostInput { jobPostId = post.id, answers = answers } });
    return (await client.SendMutationAsync<Contract.Mutation>(request, default)).Data.applyToJobPost;
}

void Print(params object[] values) => Console.WriteLine(JsonConvert.SerializeObject(
    Array.ConvertAll(values, value => value is Enum ? value.ToString() : value)));
