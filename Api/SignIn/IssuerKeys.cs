namespace Jobs.Api.SignIn;

/// <summary>Where the keys of one issuer come from: fixed by configuration, or published by the issuer.</summary>
public abstract class IssuerKeys
{
    /// <exception cref="KeysUnavailableException">The issuer publishes its keys and cannot be asked.</exception>
    public abstract ValueTask<VerificationKey?> FindAsync(string? keyId, CancellationToken cancellationToken);

    public static IssuerKeys Fixed(VerificationKey key) => new FixedKey(key);

    private sealed class FixedKey(VerificationKey key) : IssuerKeys
    {
        // One key, so a "kid" chooses nothing: the signature decides.
        public override ValueTask<VerificationKey?> FindAsync(string? keyId, CancellationToken cancellationToken) =>
            ValueTask.FromResult<VerificationKey?>(key);
    }
}

/// <summary>The keys of an issuer could not be fetched and none are known: the token is neither good nor bad.</summary>
public sealed class KeysUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
