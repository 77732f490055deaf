using System.IO.Compression;
using System.Text;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;

namespace Jobs.Api.Tests.Http;

/// <summary>Answers that are longer than one buffer; introspection, which the plan holds from its third time on.</summary>
public sealed class LongAnswerTests(LongAnswerTests.SelfDescribingApi api) : IClassFixture<LongAnswerTests.SelfDescribingApi>
{
    [Fact]
    public async Task A_long_answer_is_the_same_every_time_it_is_asked_for()
    {
        const string Query = """{"query":"{ __schema { types { name description fields { name description type { name } } } } }"}""";
        var answers = new List<string>();
        foreach (var accepted in new[] { "identity", "identity", "identity", "gzip" }) // The third is a part of the plan.
        {
            using var response = await api.RespondAsync(HttpRequests.Post(Query, null, ("Accept-Encoding", accepted)));
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using var reader = new StreamReader(accepted == "gzip" ? new GZipStream(body, CompressionMode.Decompress) : body);
            answers.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
            var length = response.Content.Headers.ContentLength;
            if (accepted == "identity") Assert.Equal(Encoding.UTF8.GetByteCount(answers[^1]), length);
        }
        Assert.True(answers[0].Length > 20_000, $"{answers[0].Length} characters");
        Assert.Single(answers.Distinct());
    }

    public sealed class SelfDescribingApi : ApiDriver
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration["GraphQL:Introspection"] = "true";
    }
}
