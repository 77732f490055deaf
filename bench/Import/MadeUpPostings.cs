using System.Globalization;
using System.Text;

namespace Jobs.ImportBenchmark;

/// <summary>
/// A file of made-up rows in the shape of the merged 알바천국 one: all different, about one in a hundred not importable.
/// </summary>
internal static class MadeUpPostings
{
    private static readonly string[] Places =
    [
        "서울\u00A0강남구", "서울\u00A0영등포", "경기\u00A0성남시", "부산\u00A0부산진", "인천\u00A0미추홀", "대구\u00A0달서구", "경기\u00A0남양주",
        "세종\u00A0아름동", "제주\u00A0서귀포", "서울\u00A0전체", "충북\u00A0청주시", "광주\u00A0광산구",
    ];

    private static readonly string[] Shops = ["조약돌편의점", "햇살카페", "돌담식당", "은행나무치킨", "청포도베이커리", "느티나무마트", "구름피자", "별마당학원"];
    private static readonly string[] Roles = ["주말 오전 스태프", "평일 야간", "주방 보조 급구", "배달 라이더", "홀 서빙", "오픈 마감", "보조 교사", "진열"];

    private static readonly string[] Times =
        ["09:00~18:00", "22:00~06:00", "16:00~24:00", "시간협의", "07:00~13:00", "18:00~02:00", "17:30~00:00", "11:00~15:00"];

    public static void Write(string path, int rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        file.Write("source,snapshot_at,brand_file,place,title,time,pay,posted\r\n");
        var random = new Random(20_220_117);
        for (var row = 0; row < rows; row++)
        {
            var place = random.Next(100) == 0 ? "전국\u00A0전체" : Places[random.Next(Places.Length)];
            var shop = Shops[random.Next(Shops.Length)];
            var pay = 8_720 + random.Next(60) * 50;
            var line = string.Create(CultureInfo.InvariantCulture,
                $"made/up,2022-01-17T23:32:52Z,{shop} {row % 3_000},{place}, {shop} {row}호점 {Roles[random.Next(Roles.Length)]},"
                + $"{Times[random.Next(Times.Length)]},\"시급{pay:N0}\",{random.Next(1, 59)}분전\r\n");
            file.Write(line);
        }
    }
}
