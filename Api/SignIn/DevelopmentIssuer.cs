using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jobs.Api.SignIn;

/// <summary>The issuer of the service's own tokens, which exists in Development only.</summary>
public static class DevelopmentIssuer
{
    public const string Name = "jobs-development";
    public const string Audience = "jobs";
    private const string KeyFile = "development-signing-key";

    /// <summary>The configured secret, or the one in the data folder: made on first use, readable by its owner only.</summary>
    public static string ReadOrCreateKey(string? configuredKey, string dataFolder)
    {
        if (configuredKey is not null) return configuredKey;
        var path = Path.Combine(dataFolder, KeyFile);
        if (!File.Exists(path)) Create(path, dataFolder);
        return File.ReadAllText(path).Trim();
    }

    private static void Create(string path, string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Written aside and moved into place, so that whoever finds the file finds all of it.
        var draft = $"{path}.{Guid.NewGuid():n}";
        using (var file = new FileStream(draft, options))
            file.Write(Encoding.ASCII.GetBytes($"base64:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n"));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // Another process was first; its key counts.
        }
    }

    public static string CreateToken(
        string key, string subject, string? role, DateTimeOffset now, TimeSpan lifetime, string issuer = Name)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = Audience,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        };
        if (role is not null) claims["role"] = role;
        var signedPart = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = HMACSHA256.HashData(VerificationKey.SecretFromSetting(key), Encoding.ASCII.GetBytes(signedPart));
        return $"{signedPart}.{Encode(signature)}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
