namespace Jobs.Api.Sentry;

/// <summary>One exception of a chain, its message masked.</summary>
public sealed record SentryException(
    string Type, string Value, string? Module, SentryMechanism Mechanism, IReadOnlyList<SentryFrame> Frames);

/// <summary>How an exception came about: caught by whom, or caused which other one.</summary>
/// <param name="Type">A word for who caught it; <c>chained</c> for causes.</param>
/// <param name="Id">0 is the outermost exception.</param>
/// <param name="ParentId">Of the exception that this one caused.</param>
/// <param name="Source">The member of that one that holds this one.</param>
/// <param name="Handled">Null for causes: only the outermost exception was handled or not.</param>
/// <param name="IsExceptionGroup">Whether it merely holds several others.</param>
public sealed record SentryMechanism(
    string Type, int Id, int? ParentId = null, string? Source = null, bool? Handled = null, bool IsExceptionGroup = false);

/// <summary>A method that was under way.</summary>
/// <param name="Module">Its type.</param>
/// <param name="Function">Its name as it is in the source.</param>
/// <param name="Filename">Within the project; nothing of the machine that built it.</param>
/// <param name="Line">Null where it is not known.</param>
/// <param name="IsInApp">Whether it is ours.</param>
public sealed record SentryFrame(string? Module, string Function, string? Filename, int? Line, bool IsInApp);
