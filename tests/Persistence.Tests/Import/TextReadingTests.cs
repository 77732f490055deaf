using System.Globalization;
using Jobs.Persistence.Import;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Wages, hours, times of posting, titles and names as the sources write them.</summary>
public sealed class TextReadingTests
{
    private static readonly DateTimeOffset Snapshot = new(2022, 1, 17, 23, 32, 52, TimeSpan.Zero); // 18 January in Seoul.

    [Theory]
    [InlineData("시급9,160", null, WageType.Hourly, 9_160)]
    [InlineData("시급\u00A09,160", null, WageType.Hourly, 9_160)]
    [InlineData("일급 90,000원", null, WageType.Daily, 90_000)]
    [InlineData("주급300,000", null, WageType.Weekly, 300_000)]
    [InlineData("월급 2,300,000", null, WageType.Monthly, 2_300_000)]
    [InlineData("연봉26,330,000", null, WageType.Yearly, 26_330_000)]
    [InlineData("건별3,400", null, WageType.PerTask, 3_400)]
    [InlineData("2550000", "월급", WageType.Monthly, 2_550_000)]
    [InlineData("8,720원", null, WageType.Hourly, 8_720)]
    [InlineData("2,800,000원", null, WageType.Monthly, 2_800_000)]
    public void A_wage_is_read(string pay, string? type, WageType wageType, int amount)
    {
        Assert.Null(WageText.TryRead(pay, type, out var wage));
        Assert.Equal(new WageText(wageType, amount), wage);
    }

    [Theory]
    [InlineData("", null, RejectReason.WageMissing)]
    [InlineData("시급", null, RejectReason.WageMissing)]
    [InlineData("시급 협의", null, RejectReason.WageUnreadable)]
    [InlineData("시급99999999999", null, RejectReason.WageUnreadable)]
    [InlineData("시급-9,160", null, RejectReason.WageUnreadable)]
    [InlineData("30,000원", null, RejectReason.WageTypeUnknown)]
    [InlineData("9000", "격주급", RejectReason.WageTypeUnknown)]
    [InlineData("시급200,000", null, RejectReason.WageImplausible)]
    [InlineData("일급8,590", null, RejectReason.WageImplausible)]
    [InlineData("연봉2,400", null, RejectReason.WageImplausible)]
    public void What_is_no_wage_has_a_reason(string pay, string? type, RejectReason reason) =>
        Assert.Equal(reason, WageText.TryRead(pay, type, out _));

    [Theory]
    [InlineData("09:00~18:00", 540, 1080, false)]
    [InlineData("22:00~06:00", 1320, 360, true)]
    [InlineData("16:00~24:00", 960, 1440, false)]
    [InlineData("17:30~00:00", 1050, 1440, false)]
    [InlineData("24:00~08:00", 0, 480, false)]
    [InlineData("17:00~24:30", 1020, 30, true)]
    [InlineData("00:00~24:00", 0, 1440, false)]
    public void Hours_are_read(string time, int start, int end, bool isOvernight)
    {
        Assert.Null(ShiftText.TryRead(time, out var text));
        Assert.Equal(new Shift(start, end), text.Shift);
        Assert.Equal(isOvernight, text.Shift!.Value.IsOvernight);
    }

    [Theory]
    [InlineData("시간협의")]
    [InlineData("")]
    [InlineData("  :  ~  :  ")]
    [InlineData("10:00~10:00")]
    [InlineData("24:00~00:00")]
    public void Hours_that_say_nothing_are_negotiable(string time)
    {
        Assert.Null(ShiftText.TryRead(time, out var text));
        Assert.Null(text.Shift);
    }

    [Fact]
    public void A_rotation_keeps_its_hours_and_its_name()
    {
        Assert.Null(ShiftText.TryRead("08:00~19:00(로테이션)", out var text));
        Assert.Equal(new ShiftText(new Shift(480, 1140), "로테이션"), text);
    }

    [Theory]
    [InlineData("9시~18시")]
    [InlineData("09:60~18:00")]
    [InlineData("31:00~32:00")]
    [InlineData("09:00-18:00")]
    [InlineData("0::00~18:00")]
    [InlineData("09:00~18:00 정도")]
    public void What_are_no_hours_has_a_reason(string time) =>
        Assert.Equal(RejectReason.TimeUnreadable, ShiftText.TryRead(time, out _));

    [Theory]
    [InlineData("3분전", "2022-01-17T23:29:52Z")]
    [InlineData("2시간전", "2022-01-17T21:32:52Z")]
    [InlineData("5일 전", "2022-01-12T23:32:52Z")]
    [InlineData("01/18", "2022-01-17T15:00:00Z")]
    [InlineData("01/19", "2021-01-18T15:00:00Z")] // Tomorrow in Seoul, so last year's.
    [InlineData("10/20", "2021-10-19T15:00:00Z")]
    [InlineData("02/29", "2020-02-28T15:00:00Z")]
    [InlineData("13/40", "2022-01-17T23:32:52Z")]
    [InlineData("방금", "2022-01-17T23:32:52Z")]
    [InlineData("", "2022-01-17T23:32:52Z")]
    public void The_time_of_posting_is_told_from_the_snapshot(string posted, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), PostedText.At(posted, Snapshot));

    [Theory]
    [InlineData(" 모퉁이 편의점 역삼점 ", "모퉁이 편의점 역삼점")]
    [InlineData("모퉁이\u00A0편의점\n역삼점", "모퉁이 편의점 역삼점")]
    [InlineData("  모퉁이카페 역삼점주말 오전 바리스타스크랩요약보기새창보기", "모퉁이카페 역삼점주말 오전 바리스타")]
    [InlineData("  모퉁이카페 역삼점모퉁이 카페 역삼점 주말 오전스크랩요약보기새창보기", "모퉁이 카페 역삼점 주말 오전")]
    [InlineData("  모퉁이카페[모퉁이카페] 주말 오전스크랩요약보기새창보기리뷰점수 4점", "[모퉁이카페] 주말 오전")]
    [InlineData("스크랩요약보기새창보기", "")]
    [InlineData("진열 &amp; 계산", "진열 & 계산")]
    [InlineData("강남더\uFFFD 카페", "강남더 카페")]
    public void A_title_is_freed_of_the_pages_words(string raw, string title) => Assert.Equal(title, TitleText.Of(raw));

    [Fact]
    public void A_title_that_nobody_could_read_is_cut() => Assert.Equal(100, TitleText.Of(new string('가', 5_000)).Length);

    [Theory]
    [InlineData("문의 010-1234-5678 주세요")]
    [InlineData("문의 01012345678 주세요")]
    [InlineData("문의 010.1234.5678 주세요")]
    [InlineData("문의 010 1234 5678 주세요")]
    [InlineData("문의 +82 10-1234-5678 주세요")]
    [InlineData("문의 02-123-4567 주세요")]
    [InlineData("문의 (031)123-4567 주세요")]
    [InlineData("문의 0507-1234-5678 주세요")]
    [InlineData("문의 1588-1234 주세요")]
    public void A_phone_number_is_masked(string text) => Assert.Equal($"문의 {PhoneNumbers.Mask} 주세요", PhoneNumbers.Masked(text));

    [Theory]
    [InlineData("시급 10,320원 09:00~18:00 2020-04-20")]
    [InlineData("월급 2,300,000~2,500,000")]
    [InlineData("7번가 2020년 10월 20일 14시 30분")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, PhoneNumbers.Masked(text));

    [Theory]
    [InlineData("모퉁이카페 역삼점 주말 오전", "모퉁이카페 역삼점")]
    [InlineData("조약돌편의점 역삼점 주말 오전", "조약돌편의점 역삼점")]
    [InlineData("[돌담식당] 홀 직원 모집", "돌담식당")]
    [InlineData("주방 보조 구합니다", "주방 보조 구합니다")]
    public void The_shop_is_found_in_the_title(string title, string shop) => Assert.Equal(shop, ShopName.In(title));

    [Theory]
    [InlineData("모퉁이 편의점 역삼점", "convenience_store")]
    [InlineData("모퉁이카페 주말 바리스타", "cafe")]
    [InlineData("돌담치킨 배달 라이더", "delivery")]
    [InlineData("돌담치킨 주방 보조", "kitchen")]
    [InlineData("우물가 공부방 초등 교사", "tutoring")]
    [InlineData("하얀벽", "other")]
    public void The_category_is_guessed_by_words(string title, string key) => Assert.Equal(key, CategoryWords.Of(title).Key);
}
