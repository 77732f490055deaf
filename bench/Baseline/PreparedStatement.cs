using Npgsql;
using NpgsqlTypes;

namespace Jobs.Baseline;

/// <summary>A statement that stays prepared on its connection, and parameters that are filled in again and again.</summary>
internal static class PreparedStatement
{
    public static NpgsqlCommand Statement(this NpgsqlConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    public static NpgsqlParameter<T> Add<T>(this NpgsqlCommand command, NpgsqlDbType type) => command.Parameters.Add<T>(type);

    public static NpgsqlParameter<T> Add<T>(this NpgsqlParameterCollection parameters, NpgsqlDbType type)
    {
        var parameter = new NpgsqlParameter<T> { NpgsqlDbType = type };
        parameters.Add(parameter);
        return parameter;
    }
}
