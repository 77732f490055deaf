namespace Jobs.Experiments.Tests;

/// <summary>Definitions as the console writes them.</summary>
internal static class Flag
{
    public static string On(string key) => $$"""{"id": "{{key}}", "enabled": true}""";

    public static string Off(string key) => $$"""{"id": "{{key}}", "enabled": false}""";

    public static string Share(string key, double percent) => If(key, Targeting(percent));

    public static string Targeting(double percent) => Filter("Microsoft.Targeting", FormattableString.Invariant(
        $$"""{"Audience": {"DefaultRolloutPercentage": {{percent}} } }"""));

    public static string Filter(string name, string parameters) => $$"""{"name": "{{name}}", "parameters": {{parameters}} }""";

    /// <summary>On where all of the filters hold.</summary>
    public static string If(string key, params string[] filters) => $$"""
        {"id": "{{key}}", "enabled": true,
         "conditions": {"requirement_type": "All", "client_filters": [{{string.Join(", ", filters)}}] } }
        """;

    /// <summary>Two halves, a and b.</summary>
    public static string Halves(string key, string more = "") => $$"""
        {"id": "{{key}}", "enabled": true, "variants": [{"name": "a"}, {"name": "b"}], "allocation": {"percentile": [
         {"variant": "a", "from": 0, "to": 50}, {"variant": "b", "from": 50, "to": 100}]{{more}} } }
        """;
}
