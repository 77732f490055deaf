using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jobs.Persistence;

/// <summary>Columns, keys and indexes in snake_case: pk_table, ak_table_columns, fk_table_columns, ix_table_columns.</summary>
internal static class DatabaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase.Of(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Joined(key.Properties)}");
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName($"fk_{table}_{Joined(foreignKey.Properties)}");
            foreach (var index in entity.GetIndexes().Where(index => index.Name is null))
                index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{Joined(index.Properties)}");
        }
    }

    private static string Joined(IEnumerable<IMutableProperty> properties) =>
        string.Join('_', properties.Select(property => SnakeCase.Of(property.Name)));
}
