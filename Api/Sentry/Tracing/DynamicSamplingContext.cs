using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jobs.Api.Sentry;

/// <summary>What whoever begins a trace says of it, and everybody else repeats unchanged.</summary>
/// <remarks>
/// https://develop.sentry.dev/sdk/foundations/trace-propagation/dynamic-sampling-context/ Of what comes with a request, only
/// members are taken that cannot hold a sentence: not <c>transaction</c>, which is often an address with somebody's name in it.
/// </remarks>
public sealed partial class DynamicSamplingContext
{
    private const string Property = "sentry.dsc";
    private static readonly string[] Names =
        ["trace_id", "public_key", "sample_rate", "sample_rand", "sampled", "release", "environment", "org_id", "replay_id"];

    private readonly IReadOnlyList<KeyValuePair<string, string>> members;

    private DynamicSamplingContext(IReadOnlyList<KeyValuePair<string, string>> members) => this.members = members;

    public string? this[string name] => members.FirstOrDefault(member => member.Key == name).Value;

    /// <summary>Of a trace that begins here. Nothing is decided about sampling: that is for OpenTelemetry.</summary>
    public static DynamicSamplingContext Begin(SentryProject project, Dsn dsn, string traceId)
    {
        List<KeyValuePair<string, string>> members =
        [
            new("trace_id", traceId), new("public_key", dsn.PublicKey), new("release", project.Release),
            new("environment", project.Environment),
        ];
        if (dsn.OrgId is { } orgId) members.Add(new("org_id", orgId));
        return new(members);
    }

    /// <summary>What came with a request; null where nothing did.</summary>
    public static DynamicSamplingContext? Read(IEnumerable<string?> baggageHeaders)
    {
        var members = Baggage.Read(baggageHeaders)
            .Where(member => member.Key.StartsWith(Baggage.Prefix, StringComparison.Ordinal))
            .Select(member => KeyValuePair.Create(member.Key[Baggage.Prefix.Length..], member.Value))
            .Where(member => Names.Contains(member.Key) && Word().IsMatch(member.Value))
            .DistinctBy(member => member.Key).ToList();
        return members.Count == 0 ? null : new(members);
    }

    /// <summary>Of the trace that this span is in, if somebody else began it.</summary>
    public static DynamicSamplingContext? Of(Activity? span)
    {
        for (; span is not null; span = span.Parent)
            if (span.GetCustomProperty(Property) is DynamicSamplingContext found) return found;
        return null;
    }

    public void Attach(Activity span) => span.SetCustomProperty(Property, this);

    public string ToBaggage() => Baggage.Write(members.Select(member =>
        KeyValuePair.Create(Baggage.Prefix + member.Key, member.Value)));

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in members) json.WriteString(key, value);
        json.WriteEndObject();
    }

    [GeneratedRegex(@"^[A-Za-z0-9@._+-]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
