using System.Globalization;

namespace Jobs.Api.WebConsole;

/// <summary>
/// The version that a page showed, sent back with its form: what somebody else has changed since is not changed unseen.
/// </summary>
public static class SeenVersion
{
    public const string Name = "SeenVersion";

    /// <summary>Zero, which nothing ever had, where the form does not say.</summary>
    public static int Of(HttpContext context) =>
        context.Request.HasFormContentType && int.TryParse(
            context.Request.Form[Name], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
