using Jobs.Experiments;
using Jobs.Schema;

namespace Jobs.Api.Mixpanel;

/// <summary>Reads X-Device-Id: what cannot be a device is nobody's.</summary>
public static class DeviceHeader
{
    public const string Name = "X-Device-Id";

    /// <summary>Null: outside of a request.</summary>
    public static RequestDevice Of(HttpContext? context) =>
        new(context?.Request.Headers[Name] is [{ } id] && AnalyticsPerson.IsDeviceId(id) ? id : null);
}
