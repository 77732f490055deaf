using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

/// <summary>CHECK constraints named after their table: ck_table_rule.</summary>
internal static class TableChecks
{
    public static void Check<TEntity>(this TableBuilder<TEntity> table, string rule, string sql) where TEntity : class =>
        table.HasCheckConstraint($"ck_{table.Name}_{rule}", sql);

    public static void CheckSpelling<TEntity, TEnum>(this TableBuilder<TEntity> table, string column, TEnum[] values)
        where TEntity : class where TEnum : struct, Enum =>
        table.Check(column, $"{column} IN ({Spelled(values)})");

    /// <summary>The values as a list of SQL literals.</summary>
    public static string Spelled<TEnum>(params IEnumerable<TEnum> values) where TEnum : struct, Enum =>
        string.Join(", ", values.Select(value => $"'{EnumText.Of(value)}'"));

    /// <summary>South Korea with its islands: a swapped or foreign pair of coordinates does not fit.</summary>
    public static void CheckInKorea<TEntity>(this TableBuilder<TEntity> table, string latitude, string longitude)
        where TEntity : class =>
        table.Check(latitude, $"{latitude} BETWEEN 33 AND 39 AND {longitude} BETWEEN 124 AND 132");
}
