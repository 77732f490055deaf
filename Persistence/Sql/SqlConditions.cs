using Npgsql;

namespace Jobs.Persistence;

/// <summary>A WHERE clause that grows condition by condition; every value in it is a parameter.</summary>
/// <param name="isPlannedOnce">
/// Hides values from PostgreSQL's planner. Otherwise it compares the plan for these very values with one for any, and plans anew
/// each time while that looks better: for a page of the feed that costs three times what the page does, for the same plan.
/// </param>
internal sealed class SqlConditions(bool isPlannedOnce = false)
{
    private readonly List<string> conditions = [];
    private readonly List<NpgsqlParameter> parameters = [];

    public void Add(string condition) => conditions.Add(condition);

    /// <summary>One value is compared and several are looked up: PostgreSQL plans a list of unknown length as ten rows.</summary>
    public void AddIsAny(string column, IReadOnlyCollection<long> values) =>
        Add(values.Count == 1 ? $"{column} = {Parameter(values.First())}" : $"{column} = ANY ({Parameter(values.ToArray())})");

    /// <returns>What stands for the value in the statement: $1, $2 …</returns>
    public string Parameter<T>(T value)
    {
        var name = Added(value);
        return isPlannedOnce ? $"(SELECT {name})" : name;
    }

    /// <summary>For what is computed with, not compared with a column: the planner makes nothing of it.</summary>
    public string VisibleParameter<T>(T value) => Added(value);

    /// <summary>For <c>= ANY (…)</c>, which would take a bare SELECT for rows.</summary>
    public string Parameter(long[] values) => ArrayParameter(values, "bigint");

    public string Parameter(int[] values) => ArrayParameter(values, "int");

    public string Parameter(string[] values) => ArrayParameter(values, "text");

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

    public override string ToString() => conditions.Count == 0 ? "true" : string.Join(" AND ", conditions);

    private string ArrayParameter<T>(T[] values, string type)
    {
        var name = Added(values);
        return isPlannedOnce ? $"(SELECT {name})::{type}[]" : name;
    }

    private string Added<T>(T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${parameters.Count}";
    }
}
