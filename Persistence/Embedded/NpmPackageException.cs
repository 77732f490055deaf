namespace Jobs.Persistence.Embedded;

/// <summary>Why a package is not there, as the end of a sentence.</summary>
public sealed class NpmPackageException(string message) : Exception(message);
