using System.Text;
using Jobs.Persistence.Import;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Import;

/// <summary>One small file of each format goes in, posts come out.</summary>
public sealed class ImportFormatTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Snapshot = new(2021, 8, 16, 8, 0, 0, TimeSpan.Zero);

    private readonly SourceFiles _files = new();

    public async ValueTask InitializeAsync() => await ImportedRows.ClearAsync(database.DataSource);

    public ValueTask DisposeAsync()
    {
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("utf-8", "\n")]
    [InlineData("utf-8 with BOM", "\n")]
    [InlineData("CP949", "\r\r\n")]
    public async Task A_brand_page_is_imported_from_every_encoding(string encoding, string lineEnd)
    {
        var path = _files.Write("whatever.txt", [SourceFiles.BrandHeader, "서울\u00A0강남구, 조약돌편의점 역삼점,22:00~06:00,\"시급8,720\",1분전"],
            encoding == "CP949" ? SourceFiles.Cp949 : new UTF8Encoding(encoding == "utf-8 with BOM"), lineEnd);
        if (encoding == "CP949") // The code page has no no-break space; its pages hold plain ones.
            path = _files.Write("whatever.txt", [SourceFiles.BrandHeader, "서울 강남구, 조약돌편의점 역삼점,22:00~06:00,\"시급8,720\",1분전"],
                SourceFiles.Cp949, lineEnd);

        var report = await ImportAsync(path);

        Assert.Equal((ImportFormat.AlbaBrandPage, 1L, 1L), (report.Format, report.Read, report.Imported));
        var (post, employer) = await OnlyPostAsync();
        Assert.Equal("조약돌편의점 역삼점", post.Title);
        Assert.Equal("조약돌편의점 역삼점", employer.DisplayName);
        Assert.Equal(1168000000, post.NeighborhoodId);
        Assert.Equal((WageType.Hourly, 8_720, 8_720), (post.WageType, post.WageAmount, post.HourlyEquivalent));
        Assert.Equal((1320, 360), (post.StartMinute, post.EndMinute));
        Assert.Equal((TimeBands.Night, 18), (post.Bands, post.MinimumAge));
        Assert.Equal(KnownJobCategories.Find("convenience_store")!.Id, post.CategoryId);
        Assert.Equal(Snapshot.AddMinutes(-1), post.PublishedAt);
        Assert.Equal((JobPostStatus.Open, RecordOrigin.Import, "alba-brand"), (post.Status, post.Origin, post.ImportSource));
        Assert.Equal((RecordOrigin.Import, VerificationLevel.None), (employer.Origin, employer.VerificationLevel));
    }

    [Fact]
    public async Task A_merged_row_brings_its_own_snapshot_and_brand()
    {
        await ImportAsync(_files.Write("a.csv",
            [SourceFiles.MergedHeader, "a/b,2020-04-20T02:25:49Z,(주)조약돌푸드,부산 부산진,조약돌통닭 서면점,16:00~24:00,\"월급 2,300,000\",13분전"]));

        var (post, employer) = await OnlyPostAsync();
        Assert.Equal("(주)조약돌푸드", employer.DisplayName);
        Assert.Equal(new DateTimeOffset(2020, 4, 20, 2, 12, 49, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal((960, 1440), (post.StartMinute, post.EndMinute));
        Assert.Null(post.HourlyEquivalent); // Nobody knows the days.
    }

    [Fact]
    public async Task The_copy_whose_file_names_are_no_brands_is_named_by_its_titles()
    {
        await ImportAsync(_files.Write("a.csv",
            [SourceFiles.MergedHeader,
                "jjc98375/Search-Job-,2022-01-29T19:17:30Z,(주)조약돌푸드,서울 중구,두물머리버거 명동점,,\"시급9,160\",08/15"]));

        Assert.Equal("두물머리버거 명동점", (await OnlyPostAsync()).Employer.DisplayName);
    }

    [Fact]
    public async Task A_neighborhood_row_has_its_wage_in_two_columns_and_its_header_in_any_case()
    {
        var report = await ImportAsync(_files.Write("a.csv",
            [SourceFiles.DongHeader, "\uFFFD조약돌마트,주말야간 구합니다(급구),양천구 신정동,2600000,08:00~19:00(로테이션),08/01,월급"]));

        Assert.Equal(ImportFormat.AlbaDong, report.Format);
        var (post, employer) = await OnlyPostAsync();
        Assert.Equal("조약돌마트", employer.DisplayName);
        Assert.StartsWith("11470", $"{post.NeighborhoodId}", StringComparison.Ordinal);
        Assert.Equal((WageType.Monthly, 2_600_000, true), (post.WageType, post.WageAmount, post.IsUrgent));
        Assert.Contains("로테이션", post.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_korean_header_is_imported_from_cp949()
    {
        var report = await ImportAsync(_files.Write("a.csv",
            [SourceFiles.AreaHeader, "시흥시 전체,㈜조약돌,시간협의,\"8,720원\",2시간전, 주간 조립", "시흥시 정왕동,조약돌,시간협의,\"30,000원\",1시간전,홀"],
            SourceFiles.Cp949));

        Assert.Equal((ImportFormat.AlbaArea, 1L), (report.Format, report.Imported));
        Assert.Equal(1, report.Rejected[RejectReason.WageTypeUnknown]);
        var (post, _) = await OnlyPostAsync();
        Assert.Equal((4139000000, WageType.Hourly), (post.NeighborhoodId, post.WageType));
        Assert.Null(post.StartMinute);
    }

    [Fact]
    public async Task A_row_with_a_street_address_keeps_it_and_leaves_out_the_sex_asked_for()
    {
        var report = await ImportAsync(_files.Write("a.csv",
            [
                "조약돌식당 영통점,여자,\"시급 7,600원\",\"일반음식점, 서빙, \","
                + "\"경기 수원시 영통구 모퉁이로 25 (영통동) 103,207호\",http://www.albamon.com/list/x.asp?AL_GI_No=1&optgf=",
            ], SourceFiles.Cp949));

        Assert.Equal(ImportFormat.Albamon, report.Format);
        var (post, _) = await OnlyPostAsync();
        Assert.Equal("조약돌식당 영통점 일반음식점, 서빙", post.Title);
        Assert.Equal("경기 수원시 영통구 모퉁이로 25 (영통동) 103,207호", post.Address);
        Assert.StartsWith("41117", $"{post.NeighborhoodId}", StringComparison.Ordinal);
        Assert.DoesNotContain("여자", post.Title + post.Description + post.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_of_applicant_tracking_systems_are_turned_away_each_for_its_reason()
    {
        const string rest = "\"isRemote\":null";
        var report = await ImportAsync(_files.Write("a.jsonl",
            [
                $$"""{"company":"P","platform":"lever","jobId":"1","title":"Clerk","locations":["Austin, TX"],{{rest}}}""",
                $$"""{"company":"P","platform":"lever","jobId":"2","title":"Clerk","locations":["London","KR-Seoul"],{{rest}}}""",
                $$"""{"company":"P","platform":"lever","jobId":"3","title":"Clerk","locations":["South Korea"],{{rest}}}""",
                $$"""{"company":"P","platform":"lever","jobId":"4","title":"Clerk","locations":[],{{rest}}}""",
                $$"""{"company":"P","platform":"lever","jobId":"5","locations":["Seoul"],{{rest}}}""",
                """{"company":"Pebble","platform":"lever","title":"\ud800","locations":["Seoul"]}""",
                """{"company":"Pebble","platform":7""",
                "[]",
            ]));

        Assert.Equal((ImportFormat.AtsJsonLines, 8L, 0L), (report.Format, report.Read, report.Imported));
        Assert.Equal(
            new Dictionary<RejectReason, long>
            {
                [RejectReason.PlaceAbroad] = 1,
                [RejectReason.WageMissing] = 1,
                [RejectReason.PlaceNationwide] = 1,
                [RejectReason.PlaceMissing] = 1,
                [RejectReason.TitleMissing] = 1,
                [RejectReason.JsonInvalid] = 3,
            }, report.Rejected);
    }

    [Theory]
    [InlineData("code,level,sido")]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    public async Task A_file_of_no_known_format_is_a_problem_of_that_file_only(string content)
    {
        var unknown = _files.Write("unknown.csv", [content]);
        var good = _files.Write("good.csv", [SourceFiles.BrandHeader, "서울 중구,조약돌카페,09:00~18:00,\"시급9,160\",1분전"]);
        var report = await JobPostImport.RunAsync(
            [new(unknown), new(Path.Combine(_files.Folder, "missing.csv")), new(good)],
            database.DataSource, new FakeTimeProvider(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotNull(report.Files[0].Problem);
        Assert.NotNull(report.Files[1].Problem);
        Assert.Equal(1, report.Files[2].Imported);
    }

    private async Task<ImportFileReport> ImportAsync(string path)
    {
        var report = await JobPostImport.RunAsync([new ImportFile(path, Snapshot)], database.DataSource, new FakeTimeProvider(),
            cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single(report.Files);
    }

    private async Task<(JobPost Post, Employer Employer)> OnlyPostAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var db = await JobsDb.CreateFactory(database.DataSource).CreateDbContextAsync(cancellationToken);
        var post = await db.JobPosts.SingleAsync(cancellationToken);
        return (post, await db.Employers.SingleAsync(employer => employer.Id == post.EmployerId, cancellationToken));
    }
}
