namespace Jobs.Persistence.Samples;

/// <summary>Hours that a shop typically offers: days, start, end and the unpaid break that the law asks for.</summary>
internal sealed record SampleShift(string Name, WorkDays Days, int StartHour, int EndHour, int BreakMinutes = 0)
{
    public Shift Shift => new(StartHour * 60, EndHour * 60, BreakMinutes);
}

/// <summary>A kind of shop with the words of its posts; the data of the sample board.</summary>
/// <param name="CategoryKey">Its category.</param>
/// <param name="Kind">What the shop is called after its own name: 햇살 + 카페.</param>
/// <param name="Roles">Whom it looks for.</param>
/// <param name="Work">What there is to do, one sentence each.</param>
/// <param name="Question">What it may ask an applicant.</param>
/// <param name="WageType">How it pays when not by the hour.</param>
/// <param name="Shifts">Hours that fit the trade.</param>
internal sealed record SampleTrade(
    string CategoryKey, string Kind, string[] Roles, string[] Work, string Question, WageType WageType, SampleShift[] Shifts)
{
    private static readonly SampleShift Morning = new("평일 오전", WorkDays.Weekdays, 7, 13, 30);
    private static readonly SampleShift Day = new("평일 주간", WorkDays.Weekdays, 9, 18, 60);
    private static readonly SampleShift Afternoon = new("평일 오후", WorkDays.Weekdays, 13, 18, 30);
    private static readonly SampleShift Evening = new("평일 저녁", WorkDays.Weekdays, 17, 22, 30);
    private static readonly SampleShift Short = new("월·수·금 점심", WorkDays.Monday | WorkDays.Wednesday | WorkDays.Friday, 11, 14);
    private static readonly SampleShift TwoDays = new("화·목 오후", WorkDays.Tuesday | WorkDays.Thursday, 14, 18, 30);
    private static readonly SampleShift WeekendDay = new("주말 오전", WorkDays.Weekend, 9, 15, 30);
    private static readonly SampleShift WeekendEvening = new("주말 저녁", WorkDays.Weekend, 16, 22, 30);
    private static readonly SampleShift Night = new("평일 야간", WorkDays.Weekdays, 22, 6, 60);
    private static readonly SampleShift WeekendNight = new("주말 야간", WorkDays.Friday | WorkDays.Saturday, 23, 8, 60);
    private static readonly SampleShift Late = new("금·토 밤", WorkDays.Friday | WorkDays.Saturday, 18, 24, 30);

    public static IReadOnlyList<SampleTrade> All { get; } =
    [
        new("convenience_store", "편의점", ["편의점 스태프", "계산·진열 스태프"],
            ["계산과 상품 진열, 매장 정리를 맡아 주세요.", "물건이 들어오는 시간에는 검수와 진열을 함께합니다."],
            "편의점에서 일해 본 적이 있나요?", WageType.Hourly, [Morning, Afternoon, Evening, Night, WeekendDay, WeekendNight]),
        new("cafe", "카페", ["바리스타", "홀 스태프", "오픈 스태프"],
            ["음료를 만들고 손님을 맞이하는 일입니다.", "오픈 준비와 머신 청소를 함께합니다. 처음이라도 2주 동안 알려 드립니다."],
            "커피 머신을 다뤄 본 적이 있나요?", WageType.Hourly, [Morning, Afternoon, Evening, WeekendDay, Short]),
        new("restaurant", "식당", ["홀 서빙", "점심 서빙", "홀 매니저 보조"],
            ["주문을 받고 음식을 나르는 일입니다.", "점심에 손님이 몰려 두 시간은 꽤 바쁩니다. 식사를 드립니다."],
            "가장 바쁜 시간에 일해 본 경험을 알려 주세요.", WageType.Hourly, [Short, Evening, WeekendDay, WeekendEvening]),
        new("kitchen", "키친", ["주방 보조", "재료 손질", "설거지"],
            ["재료를 다듬고 설거지와 정리를 맡습니다.", "칼과 불을 쓰므로 안전 수칙을 꼭 지켜 주세요."],
            "주방에서 서서 일하는 데 어려움이 없나요?", WageType.Hourly, [Morning, Day, Evening, WeekendEvening]),
        new("bakery", "베이커리", ["빵 포장·판매", "새벽 제빵 보조", "매장 판매"],
            ["갓 구운 빵을 포장하고 판매합니다.", "매장을 깨끗하게 유지하는 일을 함께해 주세요."],
            "아침 일찍 출근할 수 있나요?", WageType.Hourly, [Morning, Afternoon, WeekendDay, TwoDays]),
        new("delivery", "도시락", ["도보 배달", "점심 배달", "자전거 배달"],
            ["가까운 사무실에 도시락을 전해 드리는 일입니다.", "한 건에 보통 10분이 걸립니다."],
            "이 동네 길을 잘 아나요?", WageType.PerTask, [Short, Evening, Late]),
        new("retail", "생활용품점", ["매장 판매", "진열 스태프", "계산 스태프"],
            ["상품을 진열하고 손님께 안내합니다.", "무거운 상자는 둘이서 옮깁니다."],
            "판매 일을 해 본 적이 있나요?", WageType.Hourly, [Day, Afternoon, WeekendDay, TwoDays]),
        new("office", "사무소", ["사무 보조", "서류 정리", "전화 응대"],
            ["문서를 정리하고 전화를 받는 일입니다.", "엑셀에 숫자를 옮겨 적을 줄 알면 충분합니다."],
            "엑셀을 얼마나 써 보았나요?", WageType.Monthly, [Day, Afternoon, TwoDays]),
        new("tutoring", "공부방", ["초등 수학 보조 교사", "영어 읽기 선생님", "숙제 도우미"],
            ["초등학생의 숙제를 봐 주고 채점을 합니다.", "아이들과 이야기하기를 좋아하는 분이면 좋겠습니다."],
            "아이를 가르쳐 본 경험을 알려 주세요.", WageType.Hourly, [Afternoon, TwoDays, Short]),
        new("cleaning", "청소", ["사무실 청소", "계단 청소", "매장 마감 청소"],
            ["정해진 구역을 쓸고 닦습니다. 도구는 모두 있습니다.", "혼자 조용히 할 수 있는 일입니다."],
            "새벽이나 저녁에 일할 수 있나요?", WageType.Hourly, [Morning, Evening, TwoDays]),
        new("warehouse", "물류", ["소분·포장", "야간 분류", "입출고 보조"],
            ["상품을 분류하고 포장합니다.", "앉아서 하는 포장과 서서 하는 분류를 번갈아 합니다."],
            "하루에 몇 시간까지 일할 수 있나요?", WageType.Daily, [Day, Night, WeekendNight, WeekendDay]),
        new("events", "행사", ["행사 안내", "부스 운영 보조", "무대 정리"],
            ["행사장에서 손님을 안내합니다. 옷과 식사를 드립니다.", "하루 종일 서 있는 일이라 편한 신발이 필요합니다."],
            "주말 이틀 모두 나올 수 있나요?", WageType.Daily, [WeekendDay, WeekendEvening]),
        new("care", "돌봄", ["등하원 도우미", "어르신 말벗", "방과 후 돌봄"],
            ["아이를 데려오고 간식을 챙겨 주는 일입니다.", "약속한 시간을 지키는 일이 가장 중요합니다."],
            "돌봄 일을 해 본 적이 있나요?", WageType.Hourly, [Afternoon, TwoDays, Short]),
        new("beauty", "미용실", ["헤어 스태프", "데스크 접수"],
            ["예약을 받고 손님을 안내합니다.", "수건과 도구를 정리하는 일을 함께합니다."],
            "주말에 일할 수 있나요?", WageType.Monthly, [Day, WeekendDay]),
        new("pc_room", "PC방", ["PC방 카운터", "PC방 야간"],
            ["자리를 안내하고 간단한 음식을 만듭니다.", "자리를 비우면 바로 닦아 두어야 합니다."],
            "야간에 일해 본 적이 있나요?", WageType.Hourly, [Evening, Night, WeekendNight]),
        new("bar", "주점", ["홀 서빙", "주방 보조"],
            ["안주와 음료를 나르고 자리를 정리합니다.", "마감까지 함께하면 택시비를 드립니다."],
            "늦은 시간에 귀가할 방법이 있나요?", WageType.Hourly, [Late, WeekendNight]),
    ];

    public static IReadOnlyList<string> ShopNames { get; } =
    [
        "햇살", "모퉁이", "나무그늘", "은행나무", "달빛", "봄날", "골목길", "파란문", "작은숲", "느린오후", "무지개", "느티나무", "구름", "돌담",
        "솔바람", "바람개비", "청포도", "노란등대", "우물가", "별마당", "조약돌", "하얀벽", "두물머리", "가온", "다온", "라온", "마루", "보리밭",
        "사과나무", "새벽별",
    ];

    public static IReadOnlyList<string> Benefits { get; } =
        ["식사 제공", "교통비 지원", "근무복 제공", "4대 보험", "주휴수당", "장기 근무 우대", "명절 상여", "직원 할인"];
}
