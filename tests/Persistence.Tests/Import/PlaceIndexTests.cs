using Jobs.Persistence.Import;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Places as the sources write them, against the areas that ship.</summary>
public sealed class PlaceIndexTests
{
    private static readonly PlaceIndex Places = new(KnownNeighborhoods.Shipped.All);

    [Theory]
    [InlineData("서울 강남구", "서울특별시 강남구")]
    [InlineData("서울\u00A0강남구", "서울특별시 강남구")]
    [InlineData("서울 영등포", "서울특별시 영등포구")]
    [InlineData("부산 부산진", "부산광역시 부산진구")]
    [InlineData("경기 남양주", "경기도 남양주시")]
    [InlineData("경기 광주시", "경기도 광주시")]
    [InlineData("광주 광산구", "광주광역시 광산구")]
    [InlineData("인천 남구", "인천광역시 미추홀구")]
    [InlineData("제주 서귀포", "제주특별자치도 서귀포시")]
    [InlineData("서울특별시 중구", "서울특별시 중구")]
    [InlineData("경기 성남시 분당구", "경기도 성남시 분당구")]
    public void A_ward_is_found(string place, string fullName) => Assert.Equal(fullName, Places.Find(place).Area?.FullName);

    [Theory]
    [InlineData("서울 전체", "서울특별시")]
    [InlineData("강원 전체", "강원도")]
    [InlineData("세종 전체", "세종특별자치시")]
    public void A_whole_province_is_the_province(string place, string fullName)
    {
        var area = Places.Find(place).Area!;
        Assert.Equal((fullName, NeighborhoodLevel.Sido), (area.FullName, area.Level));
    }

    [Theory]
    [InlineData("세종 아름동", "세종특별자치시 아름동")]
    [InlineData("세종 조치원읍", "세종특별자치시 조치원읍")]
    [InlineData("세종 나성동", "세종특별자치시")] // A neighbourhood of the law that no administrative one is named after.
    public void Sejong_names_neighborhoods_without_a_ward(string place, string fullName) =>
        Assert.Equal(fullName, Places.Find(place).Area?.FullName);

    [Theory]
    [InlineData("경기 성남시")]
    [InlineData("경기 수원시")]
    [InlineData("충북 청주시")]
    public void A_city_of_wards_is_one_of_its_wards(string place)
    {
        var area = Places.Find(place).Area!;
        Assert.Equal(NeighborhoodLevel.Sigungu, area.Level);
        Assert.Contains(place.Split(' ')[1], area.FullName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("강남구 역삼1동", "역삼1동")]
    [InlineData("노원구 상계8동", "상계8동")]
    [InlineData("영등포구 대림1", "대림제1동")]
    [InlineData("중구 을지로3가", "을지로동")]
    [InlineData("중구 회현동1가", "회현동")]
    [InlineData("성북구 안암동5", "안암동")]
    [InlineData("용산구 한강로2", "한강로동")]
    public void A_neighborhood_is_found_by_its_names_of_today_and_by_cut_ones(string place, string name) =>
        Assert.Equal(name, Places.Find(place, "서울").Area?.Name);

    [Theory]
    [InlineData("강남구 역삼동", "역삼")]
    [InlineData("도봉구 창동", "창")]
    [InlineData("성동구 성수동2", "성수")]
    [InlineData("서대문구 남가좌", "남가좌")]
    public void A_neighborhood_of_the_law_is_one_of_its_administrative_parts(string place, string beginning)
    {
        var area = Places.Find(place, "서울").Area!;
        Assert.Equal(NeighborhoodLevel.Dong, area.Level);
        Assert.StartsWith(beginning, area.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("강남구 전체")]
    [InlineData("강남구 율현동")] // Part of 세곡동 today; nothing in the name says so.
    public void An_unknown_neighborhood_is_its_ward(string place) =>
        Assert.Equal("서울특별시 강남구", Places.Find(place, "서울").Area?.FullName);

    [Theory]
    [InlineData("경기 수원시 영통구 모퉁이로 25 (영통동, 조약돌빌딩) 3층", "경기도 수원시 영통구 영통")]
    [InlineData("경기 수원시 영통구 영통동 958-3 번지", "경기도 수원시 영통구 영통")]
    [InlineData("경기 이천시 마장면 덕평리 615", "경기도 이천시 마장면")]
    [InlineData("경기 용인시 기흥구 모퉁이로 81", "경기도 용인시 기흥구")]
    public void A_street_address_names_its_neighborhood_in_brackets_or_after_the_ward(string address, string beginning) =>
        Assert.StartsWith(beginning, Places.Find(address, isAddress: true).Area?.FullName, StringComparison.Ordinal);

    [Theory]
    [InlineData("시흥시 정왕동", "경기도 시흥시 정왕")]
    [InlineData("영통구 광교동", "경기도 수원시 영통구 광교")]
    public void Without_a_province_the_only_ward_of_the_name_is_meant(string place, string beginning) =>
        Assert.StartsWith(beginning, Places.Find(place).Area?.FullName, StringComparison.Ordinal);

    [Theory]
    [InlineData("", RejectReason.PlaceMissing)]
    [InlineData("전국 전체", RejectReason.PlaceNationwide)]
    [InlineData("서울 모퉁이구", RejectReason.PlaceUnknown)]
    [InlineData("거주지 인근 배정", RejectReason.PlaceUnknown)]
    [InlineData("중구", RejectReason.PlaceAmbiguous)]
    [InlineData("부산 동래", null)]
    public void What_is_no_place_has_a_reason(string place, RejectReason? reason) =>
        Assert.Equal(reason, Places.Find(place).Fault);
}
