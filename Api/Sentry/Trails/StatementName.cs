using System.Text.RegularExpressions;

namespace Jobs.Api.Sentry;

/// <summary>What may be told of a statement: its verb and its first table.</summary>
internal static partial class StatementName
{
    private const int CharactersMax = 4000;

    public static string Of(string sql)
    {
        // Behind a quotation mark there may be a value, which may say FROM.
        var quote = sql.AsSpan(0, Math.Min(sql.Length, CharactersMax)).IndexOf('\'');
        var text = sql[..(quote >= 0 ? quote : Math.Min(sql.Length, CharactersMax))];
        if (Verb().Match(text) is not { Success: true } verb) return "SQL";
        var name = verb.Groups["verb"].Value.ToUpperInvariant();
        return Table().Match(text) is { Success: true } table ? $"{name} {table.Groups["table"].Value}" : name;
    }

    [GeneratedRegex(
        @"^(?>(\s|--[^\n]*\n|/\*.*?\*/)*)(?<verb>[A-Za-z]{2,12})\b", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"\b(FROM|INTO|UPDATE|TABLE|JOIN)\s+(ONLY\s+|LATERAL\s+)?""?(?<table>[a-z_][a-z0-9_]{0,62})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Table();
}
