using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.Api.WebConsole.Experiments;

namespace Jobs.Api.WebConsole.Flags;

/// <summary>
/// A flag as the form sends it: the common case in fields (on or off, a share, some people), or the whole definition as JSON.
/// </summary>
public sealed class FlagInput
{
    private const string Targeting = "Microsoft.Targeting";
    private const string UserList = "Users";
    private const string Share = "DefaultRolloutPercentage";
    private const string Exclusion = "Exclusion";
    private static readonly string[] MembersOfFields = ["id", "description", "display_name", "enabled", "conditions"];

    public string? Key { get; set; }
    public int Version { get; set; }
    public string? Description { get; set; }
    public string? Note { get; set; }

    /// <summary>Whether <see cref="Json"/> counts, not the fields.</summary>
    public bool IsRaw { get; set; }

    public string? Json { get; set; }
    public bool IsEnabled { get; set; }
    public string? Percentage { get; set; }
    public string? Users { get; set; }
    public string? ExcludedUsers { get; set; }

    public static FlagInput New() => new() { Percentage = "0", IsEnabled = true };

    /// <summary>In fields where they can say all of the definition; else as JSON.</summary>
    public static FlagInput Of(string key, int version, string description, string definition)
    {
        var input = new FlagInput
        {
            Key = key,
            Version = version,
            Description = description,
            Json = Readable(definition),
            IsRaw = true,
        };
        var node = JsonNode.Parse(definition)!.AsObject();
        input.IsEnabled = node["enabled"]?.GetValueKind() == JsonValueKind.True;
        if (node.Select(member => member.Key).Except(MembersOfFields).Any()) return input;
        input.ReadConditions(node["conditions"] as JsonObject);
        return input;
    }

    /// <summary>The definition to write.</summary>
    public (string Definition, FormNumbers Numbers) ToDefinition(string key)
    {
        var numbers = new FormNumbers();
        if (IsRaw) return (Json ?? "", numbers);
        var audience = new JsonObject { [Share] = numbers.Read(Percentage, "percentage") ?? 0 };
        if (FormText.Lines(Users) is { Length: > 0 } users) audience[UserList] = ArrayOf(users);
        if (FormText.Lines(ExcludedUsers) is { Length: > 0 } excluded)
            audience[Exclusion] = new JsonObject { [UserList] = ArrayOf(excluded) };
        var definition = new JsonObject
        {
            ["id"] = key,
            ["enabled"] = IsEnabled,
            ["conditions"] = new JsonObject
            {
                ["client_filters"] = new JsonArray(new JsonObject
                {
                    ["name"] = Targeting,
                    ["parameters"] = new JsonObject { ["Audience"] = audience },
                }),
            },
        };
        return (definition.ToJsonString(), numbers);
    }

    public static string Readable(string definition) => JsonNode.Parse(definition)!.ToJsonString(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private void ReadConditions(JsonObject? conditions)
    {
        var filters = conditions?["client_filters"] as JsonArray;
        if (filters is null or { Count: 0 })
        {
            (IsRaw, Percentage) = (false, "100"); // Without a condition it is everybody.
            return;
        }
        if (filters is not [JsonObject filter] || filter["name"]?.ToString() != Targeting
            || filter["parameters"]?["Audience"] is not JsonObject audience || audience.ContainsKey("Groups")) return;
        var exclusion = audience[Exclusion] as JsonObject;
        if (exclusion?["Groups"] is JsonArray { Count: > 0 }) return;
        Percentage = (audience[Share]?.GetValue<double>() ?? 0).ToString(CultureInfo.InvariantCulture);
        Users = LinesOf(audience[UserList]);
        ExcludedUsers = LinesOf(exclusion?[UserList]);
        IsRaw = false;
    }

    private static JsonArray ArrayOf(string[] lines) => [.. lines.Select(line => (JsonNode)line)];

    private static string LinesOf(JsonNode? list) =>
        list is JsonArray items ? string.Join('\n', items.Select(item => $"{item}")) : "";
}
