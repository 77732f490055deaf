using System.Text.Json.Nodes;
using Jobs.GraphQL;
using Jobs.GraphQL.TypeSystem;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema.Tests;

/// <summary>Statements read what is selected: a field must not depend on what is selected beside it.</summary>
public sealed class SelectionTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const int DepthMax = 3;

    [Theory]
    [InlineData("JobPost", "query($id: ID!) { jobPost(id: $id) { SELECTED } }", "jobPost")]
    [InlineData("JobPost", "{ jobPosts { nodes { SELECTED } } }", "jobPosts.nodes.0")]
    [InlineData("JobPost", "{ jobPosts { edges { node { SELECTED } } } }", "jobPosts.edges.0.node")]
    [InlineData("JobPostViewerState", "{ jobPosts { nodes { viewerState { SELECTED } } } }", "jobPosts.nodes.0.viewerState")]
    [InlineData("Wage", "query($id: ID!) { jobPost(id: $id) { wage { SELECTED } } }", "jobPost.wage")]
    [InlineData("Wage", "{ jobPosts { nodes { wage { SELECTED } } } }", "jobPosts.nodes.0.wage")]
    [InlineData("WorkSchedule", "{ jobPosts { nodes { schedule { SELECTED } } } }", "jobPosts.nodes.0.schedule")]
    [InlineData("EmployerVerification", "{ jobPosts { nodes { employer { verification { SELECTED } } } } }", "jobPosts.nodes.0.employer.verification")]
    [InlineData(
        "JobPostEdge", "{ jobPosts(filter: { area: { neighborhoodCode: \"1168064000\" } }) { edges { SELECTED } } }", "jobPosts.edges.0")]
    [InlineData("Employer", "query($id: ID!) { jobPost(id: $id) { employer { SELECTED } } }", "jobPost.employer")]
    [InlineData("Employer", "{ jobPosts { nodes { employer { SELECTED } } } }", "jobPosts.nodes.0.employer")]
    [InlineData("JobPostStats", "query($id: ID!) { jobPost(id: $id) { stats { SELECTED } } }", "jobPost.stats")]
    [InlineData("Application", "query($id: ID!) { jobPost(id: $id) { applications { nodes { SELECTED } } } }", "jobPost.applications.nodes.0")]
    [InlineData(
        "ApplicantSnapshot", "{ jobPosts { nodes { applications { edges { node { applicant { SELECTED } } } } } } }",
        "jobPosts.nodes.0.applications.edges.0.node.applicant")]
    public async Task A_field_alone_is_what_it_is_among_all_others(string type, string operation, string place)
    {
        var (member, id) = await FillAsync();
        var fields = FieldsOf(type);
        var together = await AskAsync(string.Join(' ', fields));
        Assert.Equal(fields.Count, together.AsObject().Count);
        foreach (var field in fields)
        {
            var name = field.Split(' ', '(')[0];
            Assert.Equal($"{name}: {together[name]?.ToJsonString()}", $"{name}: {(await AskAsync(field))[name]?.ToJsonString()}");
        }

        async Task<JsonNode> AskAsync(string selected)
        {
            var asked = operation.Replace("SELECTED", selected, StringComparison.Ordinal);
            var response = await member.SendAsync(asked, asked.Contains("$id", StringComparison.Ordinal) ? new { id } : null);
            Assert.Null(response.Json["errors"]?.ToJsonString());
            return response[$"data.{place}"]!;
        }
    }

    [Theory]
    [InlineData("isSaved", 1)]
    [InlineData("isSaved application { status } canManage", 2)]
    [InlineData("isSaved canApply cannotApplyReason", 4)]
    public async Task What_a_viewer_may_do_with_a_page_takes_statements_only_for_what_is_asked(string selected, int statements)
    {
        var (member, _) = await FillAsync();
        Assert.Equal(statements, await CountedStatements.OfAsync(
            () => member.SendAsync($"{{ jobPosts {{ nodes {{ viewerState {{ {selected} }} }} }} }}")));
    }

    [Fact]
    public async Task A_distance_is_known_where_nothing_else_is_selected()
    {
        var (member, _) = await FillAsync();
        var response = await member.SendAsync(
            "{ jobPosts(filter: { area: { neighborhoodCode: \"1168064000\" } }) { edges { distanceMeters } } }");
        Assert.NotNull(response["data.jobPosts.edges.0.distanceMeters"]);
    }

    [Theory]
    [InlineData("pageInfo { hasNextPage }")]
    [InlineData("nodes { id } pageInfo { endCursor } ... { pageInfo { hasNextPage } }")]
    [InlineData("edges { cursor } ... @include(if: true) { pageInfo { hasNextPage } }")]
    public async Task Whether_there_is_a_next_page_is_known_whatever_is_selected_beside_it(string selected)
    {
        await FillAsync();
        var (member, id) = await FillAsync();
        await AssertAsync(true, $"jobPosts(first: 1) {{ {selected} }}", "jobPosts");
        foreach (var (size, isNext) in new[] { (1, true), (2, false), (10, false) })
        {
            var applications = $"applications(first: {size}) {{ {selected} }}";
            await AssertAsync(isNext, $"jobPosts(first: 1) {{ nodes {{ {applications} }} }}", "jobPosts.nodes.0.applications");
            await AssertAsync(isNext, $"jobPosts(first: 1) {{ edges {{ node {{ {applications} }} }} }}", "jobPosts.edges.0.node.applications");
            await AssertAsync(isNext, $"jobPost(id: \"{id}\") {{ {applications} }}", "jobPost.applications");
        }

        async Task AssertAsync(bool expected, string field, string place) => Assert.Equal(
            expected, (await member.SendAsync($"{{ {field} }}"))[$"data.{place}.pageInfo.hasNextPage"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public async Task A_page_has_as_many_as_were_asked_for_whether_or_not_somebody_asks_for_the_next(int size)
    {
        await FillAsync();
        var (member, _) = await FillAsync();
        var page = $"jobPosts(first: {size}) {{ nodes {{ id applications(first: 1) {{ nodes {{ id }} }} }} edges {{ cursor }} NEXT }}";
        var (without, with) = (await AskAsync(""), await AskAsync("pageInfo { hasNextPage }"));
        Assert.InRange(without["nodes"]!.AsArray().Count, Math.Min(size, 2), size);
        Assert.Equal(without["nodes"]!.ToJsonString(), with["nodes"]!.ToJsonString());
        Assert.Equal(without["edges"]!.ToJsonString(), with["edges"]!.ToJsonString());

        async Task<JsonNode> AskAsync(string next) =>
            (await member.SendAsync($"{{ {page.Replace("NEXT", next, StringComparison.Ordinal)} }}"))["data.jobPosts"]!;
    }

    /// <summary>A post with something in every field, its member, who saved it, and two applications.</summary>
    private async Task<(ApiViewer Member, string Id)> FillAsync()
    {
        api.Time.Advance(TimeSpan.FromMinutes(1)); // The newest post is the first.
        var id = Board.NextPerson();
        var employer = await api.EmployerAsync(id);
        var post = await api.OpenPostAsync(employer, draft =>
        {
            (draft.Address, draft.Latitude, draft.Longitude) = ("테헤란로 1", 37.50012, 127.03654);
            (draft.WageAmountMax, draft.PaidSameDay, draft.WageNegotiable) = (15_000, true, true);
            (draft.StartsOn, draft.EndsOn, draft.BreakMinutes) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1), 30);
            (draft.Headcount, draft.IsUrgent, draft.MinimumAge, draft.Benefits) = (3, true, 18, ["식사 제공"]);
        });
        await api.InsertAsync(new ScreeningQuestion { JobPostId = post.Id, Position = 0, Text = "경력이 있나요?" });
        var member = api.As(id);
        await member.SendAsync("mutation($id: ID!) { saveJobPost(input: { jobPostId: $id }) { errors { __typename } } }", new { id = post.Id() });
        foreach (var applicant in new[] { id + 1_000_000, id + 2_000_000 })
        {
            var person = await api.PersonAsync(applicant, phoneNumber: "01012345678");
            await api.InsertAsync(new UserNeighborhood { UserId = applicant, NeighborhoodId = Board.Yeoksam.Id, Position = 0 });
            await api.InsertAsync(new UserExperience { UserId = applicant, Position = 0, Title = "카페", Months = 7 });
            await person.SendAsync("""
                mutation($id: ID!) {
                  applyToJobPost(input: { jobPostId: $id, message: "열심히 하겠습니다", sharePhoneNumber: true }) { errors { __typename } } }
                """, new { id = post.Id() });
        }
        return (member, post.Id());
    }

    /// <summary>The fields of a type, each with everything beneath it that needs no arguments.</summary>
    private List<string> FieldsOf(string type, params string[] above)
    {
        var fields = new List<string>();
        foreach (var field in ((ObjectType)api.Services.GetRequiredService<GraphQLEngine>().Schema.FindType(type)!).Fields)
        {
            var arguments = field.Name == "distanceFrom"
                ? $"(neighborhoodId: \"{GlobalId.Of(NodeType.Neighborhood, Board.Yeoksam.Id)}\")" : "";
            if (arguments.Length == 0 && field.Arguments.Any(argument => argument.IsRequired)) continue;
            if (Beneath(field.Type.NamedType, [.. above, type]) is { } beneath) fields.Add($"{field.Name}{arguments}{beneath}");
        }
        return fields;
    }

    /// <summary>Null: nothing can be selected here, or enough is.</summary>
    private string? Beneath(TypeDefinition type, string[] above) => type switch
    {
        ObjectType when above.Contains(type.Name) || above.Length == DepthMax => null,
        ObjectType => FieldsOf(type.Name, above) is { Count: > 0 } fields ? $" {{ {string.Join(' ', fields)} }}" : null,
        ScalarType or EnumType => "",
        _ => null,
    };
}
