using Npgsql;

namespace Jobs.Persistence;

/// <summary>A statement that may be sent more than once, over different connections, one after the other.</summary>
/// <param name="sql">Its values.</param>
/// <param name="text">Its text.</param>
internal sealed class RepeatableStatement(SqlConditions sql, string text)
{
    private NpgsqlBatchCommand? earlier;

    public string Text => text;

    /// <summary>A command for the next time.</summary>
    /// <remarks>
    /// One each time, after the earlier one is through: a command knows the name by which a connection prepared it, which over the
    /// next connection is that of another statement.
    /// </remarks>
    public NpgsqlBatchCommand NewCommand()
    {
        earlier?.Parameters.Clear(); // A parameter belongs to one command.
        return earlier = sql.BatchCommand(text);
    }
}
