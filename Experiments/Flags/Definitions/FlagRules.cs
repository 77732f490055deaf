using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Jobs.Experiments;

/// <summary>
/// What a definition must be to be written or served. Beyond what would throw at evaluation, the rules refuse everything in which
/// the servers' and the browsers' library differ, and everything that quietly destroys an experiment.
/// </summary>
public static partial class FlagRules
{
    private const int JsonCharactersMax = 65_536;

    /// <param name="key">The flag's key, which its definition must carry as its id.</param>
    /// <param name="json">One member of the schema's <c>feature_flags</c>.</param>
    /// <param name="isExperiment">Whether it was derived from an experiment: then the key begins as those do.</param>
    /// <returns>The definition, if it could be read at all, and everything that is wrong with it.</returns>
    public static (FlagDefinition? Definition, IReadOnlyList<ContentProblem> Problems) Read(
        string key, string json, bool isExperiment = false)
    {
        var problems = new ContentProblems();
        if (!isExperiment) CheckKey(key, problems);
        if (Parse(json, problems) is not { } definition) return (null, problems.All);
        if (definition.Id != key)
            problems.Add("id", $"플래그 이름 ‘{key}’과(와) 같아야 해요.", $"Must be the flag's name, \"{key}\".");
        FilterRules.Check(definition.Conditions, problems);
        VariantRules.Check(definition, problems);
        return (definition, problems.All);
    }

    /// <summary>Further conditions of an experiment: a JSON array of filters.</summary>
    public static IReadOnlyList<ContentProblem> CheckConditions(string json)
    {
        var problems = new ContentProblems();
        if (Parse(json, FlagDefinitionJson.Default.FlagFilterArray, problems) is { } filters)
            FilterRules.Check(filters, "conditions", problems);
        return problems.All;
    }

    /// <summary>Whether the definition says that it is off, whatever else is wrong with it.</summary>
    internal static bool IsSwitchedOff(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void CheckKey(string key, ContentProblems problems)
    {
        if (!Key().IsMatch(key))
        {
            problems.Add("key", "영문 소문자로 시작하고 소문자, 숫자, -, _로 2~63자여야 해요.",
                "Must be 2 to 63 lower-case letters, digits, - or _, and begin with a letter.");
        }
        else if (key.StartsWith(ExperimentDefinition.Prefix, StringComparison.Ordinal))
        {
            problems.Add("key", "experiment-로 시작하는 이름은 실험이 써요.", "Names that begin with experiment- belong to experiments.");
        }
    }

    private static FlagDefinition? Parse(string json, ContentProblems problems) =>
        Parse(json, FlagDefinitionJson.Default.FlagDefinition, problems);

    private static T? Parse<T>(string json, JsonTypeInfo<T> type, ContentProblems problems)
        where T : class
    {
        if (json.Length > JsonCharactersMax)
        {
            problems.Add("", "정의가 너무 길어요.", "The definition is too long.");
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (!IsText(document.RootElement)) throw new InvalidOperationException("It holds what is no text.");
            // To the browsers' library null is a wrong type, not an absence.
            RefuseNulls(document.RootElement, "", problems);
            return problems.Any ? null : JsonSerializer.Deserialize(document, type);
        }
        catch (InvalidOperationException)
        {
            problems.Add("", "쓸 수 없는 문자가 있어요.", "It contains characters that cannot be used.");
            return null;
        }
        catch (JsonException exception)
        {
            var path = (exception.Path ?? "").TrimStart('$', '.').Replace("[", ".", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal);
            problems.Add(path, $"{(path.Length == 0 ? "정의" : path)}을(를) 읽을 수 없어요. 빠졌거나 없는 항목이거나 형식이 달라요.",
                $"{(path.Length == 0 ? "The definition" : path)} cannot be read: something is missing, unknown or of another kind.");
            return null;
        }
    }

    /// <summary>The database keeps neither NUL nor half a surrogate pair. JSON spells both; reading such a half throws.</summary>
    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => !element.GetString()!.Contains('\0'),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.Object => element.EnumerateObject().All(member => !member.Name.Contains('\0') && IsText(member.Value)),
        _ => true,
    };

    private static void RefuseNulls(JsonElement element, string path, ContentProblems problems)
    {
        if (element.ValueKind == JsonValueKind.Null)
            problems.Add(path, "null 대신 항목을 빼 주세요.", "Leave it out instead of writing null.");
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in element.EnumerateArray().Index()) RefuseNulls(item, Join(path, $"{index}"), problems);
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                if (member.Name != "configuration_value") RefuseNulls(member.Value, Join(path, member.Name), problems);
    }

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}.{step}";

    [GeneratedRegex("^[a-z][a-z0-9_-]{1,62}$")]
    private static partial Regex Key();
}
