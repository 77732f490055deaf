using Npgsql;

namespace Jobs.Persistence;

/// <summary>Reads the columns of a row one after the other.</summary>
internal struct RowReader(NpgsqlDataReader reader)
{
    private int column;

    public readonly bool IsNull => reader.IsDBNull(column);

    /// <summary>How many columns were read.</summary>
    public readonly int Position => column;

    public void GoTo(int position) => column = position;

    public long Int64() => reader.GetInt64(column++);

    public int Int32() => reader.GetInt32(column++);

    public double Double() => reader.GetDouble(column++);

    public bool Boolean() => reader.GetBoolean(column++);

    public string Text() => reader.GetString(column++);

    public string? TextOrNull() => reader.IsDBNull(column) ? Null<string>() : reader.GetString(column++);

    public DateTimeOffset Instant() => Of<DateTimeOffset>();

    public T Of<T>() => reader.GetFieldValue<T>(column++);

    public T? Value<T>() where T : struct => reader.IsDBNull(column) ? Null<T?>() : reader.GetFieldValue<T>(column++);

    public T Enum<T>() where T : struct, Enum => EnumText.Parse<T>(reader.GetString(column++));

    public T? EnumOrNull<T>() where T : struct, Enum => reader.IsDBNull(column) ? Null<T?>() : Enum<T>();

    private T? Null<T>()
    {
        column++;
        return default;
    }
}
