namespace Jobs.Api.Startup;

/// <summary>A reason not to start that the person at the terminal can do something about; the message says what.</summary>
public sealed class StartupException(string message, Exception? innerException = null) : Exception(message, innerException);
