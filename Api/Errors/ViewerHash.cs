using System.Globalization;
using System.Security.Cryptography;
using Jobs.Schema;

namespace Jobs.Api.Errors;

/// <summary>Stands for a person in counts and reports: the same one each time, and nothing leads back from it.</summary>
public static class ViewerHash
{
    private const int BytesKept = 8;

    /// <summary>Null: nobody is signed in, or nobody could be.</summary>
    public static string? Of(IServiceProvider services) =>
        services.GetService<CurrentViewer>()?.Person is { IsSignedIn: true } person ? Of(person.AnalyticsId) : null;

    // The id is random and known to our database only, so a hash of it is nothing that could be guessed from outside.
    public static string Of(Guid analyticsId) =>
        Convert.ToHexStringLower(SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"error {analyticsId:N}")))[..BytesKept]);
}
