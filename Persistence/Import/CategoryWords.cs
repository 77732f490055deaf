using System.Buffers;

namespace Jobs.Persistence.Import;

/// <summary>
/// Guesses the kind of work by the words of brand, shop, title and named kinds; the first list that has a word wins.
/// </summary>
internal static class CategoryWords
{
    // What a person does comes before where: a 배달 rider of a chicken shop delivers, a 주방 cook of a café cooks.
    private static readonly (JobCategory Category, SearchValues<string> Words)[] Lists =
    [
        List("bar", "모던바", "토킹바", "토킹", "바(bar)", "호프", "유흥", "노래주점", "룸살롱", "bar"),
        List("delivery", "배달", "라이더", "퀵", "바로고", "생각대로", "부릉", "메쉬코리아", "딜리버리", "영웅배송", "슈퍼히어로", "딜버",
            "우아한청년들", "배송", "택배기사", "운전", "기사"),
        List("tutoring", "교사", "강사", "학원", "공부방", "눈높이", "구몬", "웅진씽크빅", "한솔교육", "장원교육", "아소비", "아이북랜드",
            "홍익아트", "홈런", "선생님", "과외", "튜터", "보습"),
        List("care", "돌봄", "째깍악어", "베이비시터", "요양", "간병", "산후", "아이돌보미", "간호"),
        List("cleaning", "청소", "미화", "세탁", "하우스키핑", "룸메이드"),
        List("construction", "건설", "철거", "인테리어", "공사", "설비", "현장", "노무"),
        List("warehouse", "상하차", "물류", "입출고", "창고", "쿠팡", "피킹", "분류", "택배"),
        List("factory", "생산", "제조", "조립", "공장", "가공", "포장"),
        List("pc_room", "pc방", "피시방", "피씨방", "pc카페"),
        List("beauty", "미용", "네일", "피부", "헤어", "마사지", "뷰티", "왁싱"),
        List("events", "행사", "이벤트", "전단지", "판촉", "도우미", "스튜디오", "엑스트라", "웨딩"),
        List("kitchen", "주방", "조리", "설거지", "찬모", "셰프", "쿡"),
        List("convenience_store", "gs25", "세븐일레븐", "이마트24", "미니스톱", "편의점", "cu ", "씨유", "스토리웨이"),
        List("bakery", "베이커리", "빵", "파리바게", "뚜레쥬르", "도넛", "도너츠", "제과", "베이글", "케이크"),
        List("cafe", "카페", "커피", "스타벅스", "할리스", "바리스타", "엠즈씨드", "폴바셋", "이디야", "투썸", "공차", "아이스크림", "디저트"),
        List("restaurant", "치킨", "통닭", "피자", "버거", "롯데리아", "맥도날드", "써브웨이", "kfc", "식당", "음식점", "레스토랑", "돼지",
            "갈비", "국밥", "국수", "분식", "김밥", "떡볶이", "초밥", "스시", "서빙", "홀", "더본코리아", "아웃백", "애슐리", "매드포갈릭",
            "아워홈", "찜닭", "족발", "곱창", "고기", "마라", "샐러드", "뷔페", "한식", "포차", "주막", "푸드"),
        List("retail", "마트", "다이소", "백화점", "올리브영", "롭스", "랄라블라", "판매", "매장", "유니클로", "에이비씨마트", "abc", "나이키",
            "수퍼", "슈퍼", "홈플러스", "익스프레스", "노브랜드", "농협", "아울렛", "의류", "fashion", "h&m", "캐셔", "계산", "진열", "휴대폰",
            "녹즙", "한국야쿠르트", "코웨이", "ssg", "신세계", "icoop", "주유소", "에너지"),
        List("office", "사무", "상담", "데이터", "입력", "콜센터", "회계", "경리", "안내데스크", "고객센터", "디자인", "마케팅"),
    ];

    public static JobCategory Of(params ReadOnlySpan<string?> texts)
    {
        var text = string.Concat(string.Join(' ', texts), " ").ToLowerInvariant().AsSpan();
        foreach (var (category, words) in Lists)
            if (text.ContainsAny(words))
                return category;
        return KnownJobCategories.Other;
    }

    private static (JobCategory, SearchValues<string>) List(string key, params ReadOnlySpan<string> words) =>
        (KnownJobCategories.Find(key)!, SearchValues.Create(words, StringComparison.Ordinal));
}
