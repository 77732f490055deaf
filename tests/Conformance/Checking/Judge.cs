using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>Compares answers with expectations by the rules of the protocol's section 4.</summary>
internal static class Judge
{
    /// <summary>The best level over all accepted answers.</summary>
    public static Level Compare(ConformanceCase asked, JsonObject answer)
    {
        if (answer.ContainsKey("internalError") || answer.ContainsKey("unsupported")) return Level.None;
        return asked.Expectations.Max(expected => asked.Kind switch
        {
            "parse" => CompareParse(expected, answer),
            "print" => ComparePrinted(expected, answer, PrintedText.HaveSameTokens),
            "printSchema" => ComparePrinted(expected, answer, PrintedText.HaveSameDefinitions),
            "sdl" or "validate" => CompareErrors(expected, answer),
            "execute" => CompareResponses(expected, answer, asked.IsIntrospection),
            "robust" => CompareRobust(expected, answer),
            _ => Level.None,
        });
    }

    private static Level CompareParse(JsonObject expected, JsonObject answer)
    {
        if (IsOk(expected) != IsOk(answer)) return Level.None;
        return IsOk(expected) ? Level.Messages : ErrorLists.Compare([expected["error"]], [answer["error"]]);
    }

    private static Level ComparePrinted(JsonObject expected, JsonObject answer, Func<string, string, bool> isSame)
    {
        if (IsOk(expected) != IsOk(answer)) return Level.None;
        if (!IsOk(expected)) return Level.Messages;
        var (wanted, printed) = (Documents.Text(expected["printed"]!), Documents.Text(answer["printed"]!));
        if (wanted == printed) return Level.Messages;
        return isSame(wanted, printed) ? Level.Locations : Level.None;
    }

    private static Level CompareErrors(JsonObject expected, JsonObject answer)
    {
        var (wanted, reported) = (ErrorLists.In(expected), ErrorLists.In(answer));
        if (wanted.Count == 0 != IsOk(answer)) return Level.None;
        return wanted.Count == 0 ? Level.Messages : ErrorLists.Compare(wanted, reported);
    }

    private static Level CompareResponses(JsonObject expected, JsonObject answer, bool isIntrospection)
    {
        if (expected.ContainsKey("data") != answer.ContainsKey("data")) return Level.None;
        var (wanted, reported) = (ErrorLists.In(expected), ErrorLists.In(answer));
        if (!expected.ContainsKey("data"))
            return wanted.Count > 0 == reported.Count > 0 ? ErrorLists.Compare(wanted, reported) : Level.None;
        var isSame = isIntrospection
            ? ResponseData.AreSame(IntrospectionData.Of(expected["data"]), IntrospectionData.Of(answer["data"]), inOrder: false)
            : ResponseData.AreSame(expected["data"], answer["data"]);
        return isSame ? FieldErrors.Compare(expected, answer) : Level.None;
    }

    /// <summary>Any answer will do, unless the case says whether the input is right.</summary>
    private static Level CompareRobust(JsonObject expected, JsonObject answer)
    {
        var said = answer.ContainsKey("ok") ? IsOk(answer) : ErrorLists.In(answer).Count == 0;
        return expected.ContainsKey("ok") && IsOk(expected) != said ? Level.None : Level.Messages;
    }

    private static bool IsOk(JsonObject answer) => (bool?)answer["ok"] ?? ErrorLists.In(answer).Count == 0;
}
