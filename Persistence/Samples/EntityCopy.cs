using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Jobs.Persistence.Samples;

/// <summary>Writes entities into their table by binary COPY; columns, types and conversions are those of the EF model.</summary>
internal sealed class EntityCopy(IModel model, NpgsqlConnection connection)
{
    public async Task WriteAsync<TEntity>(IReadOnlyCollection<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
    {
        var type = model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties()
            .Where(property => !IsFilledByTable(property))
            .Select(property => new Column(property, property.GetColumnName(table)!)).ToList();
        var names = string.Join(", ", columns.Select(column => column.Name));
        await using var rows = await connection.BeginBinaryImportAsync(
            $"COPY {table.Name} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var entity in entities)
        {
            await rows.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.ValueOf(entity) is { } value) await rows.WriteAsync(value, column.StoreType, cancellationToken);
                else await rows.WriteNullAsync(cancellationToken);
            }
        }
        await rows.CompleteAsync(cancellationToken);
    }

    // What has a default, and ids that nobody refers to: of questions and events.
    private static bool IsFilledByTable(IProperty property) =>
        property.GetDefaultValueSql() is not null || property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey()
        && !property.DeclaringType.ContainingEntityType.GetReferencingForeignKeys().Any();

    private sealed class Column(IProperty property, string name)
    {
        private readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;
        public string StoreType { get; } = property.GetColumnType();

        public object? ValueOf(object entity)
        {
            var value = property.GetGetter().GetClrValue(entity);
            return _convert is null ? value : _convert(value!);
        }
    }
}
