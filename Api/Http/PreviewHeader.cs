using Jobs.Experiments;

namespace Jobs.Api.Http;

/// <summary>The header in which a client passes a preview link of the console on.</summary>
public static class PreviewHeader
{
    public const string Name = "Jobs-Notice-Preview";

    /// <summary>Null: outside of a request. A WebSocket's operations have the headers that opened it.</summary>
    public static NoticePreview Of(HttpContext? context) =>
        new(context?.Request.Headers[Name] is [{ Length: > 0 } link] ? link : null);
}
