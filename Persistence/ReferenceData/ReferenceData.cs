using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>The rows that come with the program: areas, kinds of work, minimum wages.</summary>
public static class ReferenceData
{
    /// <summary>Brings the three tables to what the program knows; what is right already is not touched.</summary>
    public static async Task LoadAsync(JobsDb db, CancellationToken cancellationToken)
    {
        await LoadNeighborhoodsAsync(db, KnownNeighborhoods.Shipped.All, cancellationToken);
        await LoadJobCategoriesAsync(db, KnownJobCategories.All, cancellationToken);
        await LoadMinimumWagesAsync(db, KnownMinimumWages.All, cancellationToken);
    }

    private static Task<int> LoadNeighborhoodsAsync(
        JobsDb db, IReadOnlyList<Neighborhood> rows, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO neighborhoods (id, code, level, name, full_name, latitude, longitude, parent_id, is_current)
        SELECT * FROM unnest(
            {rows.Select(row => row.Id).ToArray()}, {rows.Select(row => row.Code).ToArray()},
            {rows.Select(row => EnumText.Of(row.Level)).ToArray()}, {rows.Select(row => row.Name).ToArray()},
            {rows.Select(row => row.FullName).ToArray()}, {rows.Select(row => row.Latitude).ToArray()},
            {rows.Select(row => row.Longitude).ToArray()}, {rows.Select(row => row.ParentId).ToArray()},
            {rows.Select(row => row.IsCurrent).ToArray()})
        EXCEPT TABLE neighborhoods
        ON CONFLICT (id) DO UPDATE SET code = excluded.code, level = excluded.level, name = excluded.name,
            full_name = excluded.full_name, latitude = excluded.latitude, longitude = excluded.longitude,
            parent_id = excluded.parent_id, is_current = excluded.is_current
        """, cancellationToken);

    private static Task<int> LoadJobCategoriesAsync(
        JobsDb db, IReadOnlyList<JobCategory> rows, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO job_categories (id, key, name_ko, name_en, minimum_age, position)
        SELECT * FROM unnest(
            {rows.Select(row => row.Id).ToArray()}, {rows.Select(row => row.Key).ToArray()},
            {rows.Select(row => row.NameKo).ToArray()}, {rows.Select(row => row.NameEn).ToArray()},
            {rows.Select(row => row.MinimumAge).ToArray()}, {rows.Select(row => row.Position).ToArray()})
        EXCEPT TABLE job_categories
        ON CONFLICT (id) DO UPDATE SET key = excluded.key, name_ko = excluded.name_ko, name_en = excluded.name_en,
            minimum_age = excluded.minimum_age, position = excluded.position
        """, cancellationToken);

    private static Task<int> LoadMinimumWagesAsync(
        JobsDb db, IReadOnlyList<MinimumWage> rows, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO minimum_wages (effective_from, effective_to, hourly, monthly)
        SELECT * FROM unnest(
            {rows.Select(row => row.EffectiveFrom).ToArray()}, {rows.Select(row => row.EffectiveTo).ToArray()},
            {rows.Select(row => row.Hourly).ToArray()}, {rows.Select(row => row.Monthly).ToArray()})
        EXCEPT TABLE minimum_wages
        ON CONFLICT (effective_from) DO UPDATE SET effective_to = excluded.effective_to, hourly = excluded.hourly,
            monthly = excluded.monthly
        """, cancellationToken);
}
