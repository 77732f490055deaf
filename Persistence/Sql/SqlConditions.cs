using Npgsql;

namespace Jobs.Persistence;

/// <summary>A WHERE clause that grows condition by condition; every value in it is a parameter.</summary>
internal sealed class SqlConditions
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 100).Select(number => $"${number}")];

    private readonly List<string> conditions = [];
    private readonly List<NpgsqlParameter> parameters = [];

    public void Add(string condition) => conditions.Add(condition);

    /// <summary>One value is compared and several are looked up: PostgreSQL plans a list of unknown length as ten rows.</summary>
    public void AddIsAny(string column, IReadOnlyCollection<long> values) =>
        Add(values.Count == 1 ? $"{column} = {Parameter(values.First())}" : $"{column} = ANY ({Parameter(values.ToArray())})");

    /// <returns>What stands for the value in the statement: $1, $2 …</returns>
    public string Parameter<T>(T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return parameters.Count <= Names.Length ? Names[parameters.Count - 1] : $"${parameters.Count}";
    }

    public NpgsqlCommand Command(NpgsqlDataSource dataSource, string text)
    {
        var command = dataSource.CreateCommand(text);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    public NpgsqlBatchCommand BatchCommand(string text)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    public void AddTo(SqlText text)
    {
        if (conditions.Count == 0) text.Add("true");
        for (var index = 0; index < conditions.Count; index++)
        {
            if (index > 0) text.Add(" AND ");
            text.Add(conditions[index]);
        }
    }

    public override string ToString()
    {
        var text = new SqlText();
        AddTo(text);
        return text.End();
    }
}
