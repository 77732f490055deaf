using System.Collections.Frozen;

namespace Jobs.Persistence;

/// <summary>The kinds of work of the board. Ids and keys are for good; names and order may change.</summary>
public static class KnownJobCategories
{
    public static IReadOnlyList<JobCategory> All { get; } =
    [
        Of(1, "convenience_store", "편의점", "Convenience store"),
        Of(2, "cafe", "카페", "Café"),
        Of(3, "restaurant", "음식점 서빙", "Restaurant service"),
        Of(4, "kitchen", "주방", "Kitchen"),
        Of(5, "bakery", "베이커리", "Bakery"),
        Of(6, "delivery", "배달", "Delivery"),
        Of(7, "retail", "매장 판매", "Retail"),
        Of(8, "office", "사무 보조", "Office"),
        Of(9, "tutoring", "과외·학원", "Tutoring"),
        Of(10, "cleaning", "청소", "Cleaning"),
        Of(11, "warehouse", "물류·포장", "Warehouse"),
        Of(12, "factory", "생산·제조", "Factory"),
        Of(13, "events", "행사·이벤트", "Events"),
        Of(14, "care", "돌봄", "Care"),
        Of(15, "beauty", "뷰티", "Beauty"),
        Of(16, "pc_room", "PC방", "PC room", minimumAge: 18),
        Of(17, "bar", "주점", "Bar", minimumAge: 19),
        Of(18, "construction", "건설·현장", "Construction", minimumAge: 18),
        Of(19, "other", "기타", "Other"),
    ];

    private static readonly FrozenDictionary<int, JobCategory> ById = All.ToFrozenDictionary(category => category.Id);
    private static readonly FrozenDictionary<string, JobCategory> ByKey = All.ToFrozenDictionary(category => category.Key);

    /// <summary>Where a post without a category goes.</summary>
    public static JobCategory Other { get; } = ByKey["other"];

    public static JobCategory? Find(long id) => id is >= 0 and <= int.MaxValue ? ById.GetValueOrDefault((int)id) : null;

    public static JobCategory? Find(string key) => ByKey.GetValueOrDefault(key);

    private static JobCategory Of(int id, string key, string nameKo, string nameEn, int minimumAge = 15) =>
        new() { Id = id, Key = key, NameKo = nameKo, NameEn = nameEn, MinimumAge = minimumAge, Position = id };
}
