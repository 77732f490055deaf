using System.Text.Json.Nodes;

namespace Jobs.Api.Tests.Sentry;

/// <summary>JSON without the layout that makes it readable in a test.</summary>
internal static class JsonText
{
    public static string Of(string? json) => JsonNode.Parse(json!)!.ToJsonString();
}
