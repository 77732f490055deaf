namespace Jobs.Persistence.Embedded;

/// <summary>The private PostgreSQL cannot be had; the message says why and what to do, and is meant for the person at the terminal.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
