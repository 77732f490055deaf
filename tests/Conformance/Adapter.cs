using System.Text.Json.Nodes;

namespace Jobs.Conformance;

/// <summary>Answers one request of the protocol, whatever its kind.</summary>
internal static class Adapter
{
    private static readonly Dictionary<string, Func<JsonObject, JsonObject>> Kinds = new()
    {
        ["parse"] = ParseCase.Answer,
        ["validate"] = ValidateCase.Answer,
        ["print"] = PrintCase.Answer,
        ["execute"] = ExecuteCase.Answer,
        ["sdl"] = SdlCase.Answer,
        ["printSchema"] = PrintSchemaCase.Answer,
    };

    public static JsonObject Answer(JsonObject request)
    {
        if (!Kinds.TryGetValue((string)request["kind"]!, out var answer)) return new JsonObject { ["unsupported"] = true };
#pragma warning disable CA1031 // Whatever goes wrong in one case must not end the run: the runner counts it as a failed case.
        try
        {
            return answer(request);
        }
        catch (Exception e)
        {
            return new JsonObject { ["internalError"] = e.ToString() };
        }
#pragma warning restore CA1031
    }
}
