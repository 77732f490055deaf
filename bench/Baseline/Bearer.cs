using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Jobs.Baseline;

/// <summary>Verifies a signed token at every request, and knows whose row its subject is.</summary>
internal sealed class Bearer(NpgsqlDataSource dataSource, string issuer, string audience, byte[] key)
{
    private const string Prefix = "Bearer ";
    private const int LengthMax = 8192;
    private const double ClockSkewSeconds = 30;

    private readonly ConcurrentDictionary<string, long> known = new();

    public ValueTask<long> UserIdAsync(string? authorization)
    {
        var subject = Verify(authorization) ?? throw new UnauthorizedAccessException("Not a token.");
        return known.TryGetValue(subject, out var id) ? new(id) : FindAsync(subject);
    }

    private string? Verify(string? authorization)
    {
        if (authorization is not { Length: > 7 and <= LengthMax } || !authorization.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        Span<byte> token = stackalloc byte[authorization.Length - Prefix.Length];
        token = token[..Encoding.ASCII.GetBytes(authorization.AsSpan(Prefix.Length), token)];
        var (first, second) = (token.IndexOf((byte)'.'), token.LastIndexOf((byte)'.'));
        if (first <= 0 || second == first) return null;
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Base64Url.DecodeFromUtf8(token[(second + 1)..], signature, out _, out var length) != default
            || length != signature.Length) return null;
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, token[..second], computed);
        if (!CryptographicOperations.FixedTimeEquals(signature, computed)) return null;
        return IsHs256(token[..first]) ? Subject(token[(first + 1)..second]) : null;
    }

    private static bool IsHs256(ReadOnlySpan<byte> encoded)
    {
        Span<byte> header = stackalloc byte[encoded.Length];
        Base64Url.DecodeFromUtf8(encoded, header, out _, out var length);
        var json = new Utf8JsonReader(header[..length]);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("alg"u8)) continue;
            json.Read();
            return json.ValueTextEquals("HS256"u8);
        }
        return false;
    }

    private string? Subject(ReadOnlySpan<byte> encoded)
    {
        Span<byte> payload = stackalloc byte[encoded.Length];
        Base64Url.DecodeFromUtf8(encoded, payload, out _, out var length);
        var json = new Utf8JsonReader(payload[..length]);
        var (now, isOurs, isForUs, lives, subject) =
            (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0, false, false, false, (string?)null);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName) continue;
            var (isIssuer, isAudience, isExpiry, isStart, isSubject) = (
                json.ValueTextEquals("iss"u8), json.ValueTextEquals("aud"u8), json.ValueTextEquals("exp"u8),
                json.ValueTextEquals("nbf"u8), json.ValueTextEquals("sub"u8));
            json.Read();
            if (isIssuer) isOurs = json.ValueTextEquals(issuer);
            else if (isAudience) isForUs = json.ValueTextEquals(audience);
            else if (isExpiry) lives = now < json.GetDouble() + ClockSkewSeconds;
            else if (isStart && now < json.GetDouble() - ClockSkewSeconds) return null;
            else if (isSubject) subject = json.GetString();
        }
        return isOurs && isForUs && lives ? subject : null;
    }

    private async ValueTask<long> FindAsync(string subject)
    {
        await using var command = dataSource.CreateCommand("SELECT id FROM users WHERE issuer = $1 AND subject = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = issuer });
        command.Parameters.Add(new NpgsqlParameter { Value = subject });
        return known[subject] = (long)(await command.ExecuteScalarAsync() ?? throw new UnauthorizedAccessException("Nobody."));
    }
}
