using System.Globalization;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>Reads the parameters of one filter, and says what is wrong with them: also what no filter of the name would read.</summary>
internal sealed class ParameterReader
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ContentProblems _problems;
    private readonly string _path;

    public ParameterReader(JsonElement? parameters, string path, ContentProblems problems)
    {
        (_path, _problems) = (path, problems);
        if (parameters is not { } element) return;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add("", "이름과 값의 묶음({…})이어야 해요.", "Must be an object ({…}).");
            return;
        }
        foreach (var member in element.EnumerateObject()) _members[member.Name] = member.Value;
    }

    public bool Has(string name) => _members.ContainsKey(name);

    public void Add(string name, string korean, string english) =>
        _problems.Add(name.Length == 0 ? _path : $"{_path}.{name}", korean, english);

    /// <summary>Null if it is not there, or is none.</summary>
    public double? Number(string name, double min, double max)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max)
            return number;
        Add(name, $"{Figure(min)}에서 {Figure(max)} 사이의 숫자여야 해요.", $"Must be a number from {Figure(min)} to {Figure(max)}.");
        return null;
    }

    public int? Days(string name)
    {
        if (Number(name, 0, 36_500) is not { } days) return null;
        if (days == Math.Floor(days)) return (int)days;
        Add(name, "하루 단위의 정수여야 해요.", "Must be a whole number of days.");
        return null;
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Add(name, "true 또는 false여야 해요.", "Must be true or false.");
        return null;
    }

    public string? Text(string name, params ReadOnlySpan<string> allowed)
    {
        if (Find(name) is not { } value) return null;
        return Text(name, value, allowed);
    }

    /// <summary>Without empty texts and repetitions; empty if the list is not there.</summary>
    public string[] Texts(string name, params ReadOnlySpan<string> allowed)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(name, "목록([…])이어야 해요.", "Must be a list ([…]).");
            return [];
        }
        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (Text(name, item, allowed) is not { } text) continue;
            if (texts.Contains(text)) Add(name, $"‘{text}’이(가) 두 번 있어요.", $"\"{text}\" is there twice.");
            else texts.Add(text);
        }
        return [.. texts];
    }

    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text) return null;
        // With its offset, so that no server's and no browser's time zone has a say.
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFK", "yyyy-MM-ddTHH:mmK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && (text.EndsWith('Z') || text[^6] is '+' or '-')) return instant;
        Add(name, "2026-03-01T09:00:00+09:00처럼 시차까지 써 주세요.", "Write it like 2026-03-01T09:00:00+09:00, with its offset.");
        return null;
    }

    /// <summary>A parameter's own parameters.</summary>
    public ParameterReader? Inner(string name) =>
        Find(name) is { } value ? new ParameterReader(value, $"{_path}.{name}", _problems) : null;

    /// <summary>A list of parameters with parameters of their own.</summary>
    public IEnumerable<ParameterReader> InnerList(string name)
    {
        if (Find(name) is not { } value) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(name, "목록([…])이어야 해요.", "Must be a list ([…]).");
            yield break;
        }
        foreach (var (index, item) in value.EnumerateArray().Index())
            yield return new ParameterReader(item, $"{_path}.{name}.{index}", _problems);
    }

    public void Require(string name)
    {
        if (!Has(name)) Add(name, $"{name}이(가) 필요해요.", $"{name} is missing.");
    }

    /// <summary>To be called last: whatever was not read is not known.</summary>
    public void RefuseOthers()
    {
        foreach (var name in _members.Keys.Where(name => !_known.Contains(name)))
        {
            var meant = _known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (meant is null) Add(name, $"{name}은(는) 여기에 쓸 수 없어요.", $"{name} does not belong here.");
            else Add(name, $"{meant}(으)로 써 주세요. 대소문자를 구분해요.", $"Write {meant}: upper and lower case matter.");
        }
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out var value) ? value : null;
    }

    private string? Text(string name, JsonElement value, ReadOnlySpan<string> allowed)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200)
        {
            Add(name, "비어 있지 않은 글자여야 해요.", "Must be a text that is not empty.");
            return null;
        }
        if (allowed.Length == 0 || allowed.Contains(text)) return text;
        var list = string.Join(", ", allowed.ToArray());
        Add(name, $"{list} 중에서 골라 주세요.", $"Must be one of {list}.");
        return null;
    }

    private static string Figure(double number) => number.ToString(CultureInfo.InvariantCulture);
}
