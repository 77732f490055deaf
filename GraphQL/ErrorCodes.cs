namespace Jobs.GraphQL;

/// <summary>Values of <c>extensions.code</c> that the engine itself gives.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document breaks a validation rule.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable, an argument, an id, a cursor or a page size cannot be used.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>No operation of that name, or several and none named.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The schema may not be asked about itself.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The document has too many bytes.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";

    /// <summary>The operation has too many fields that are not within another one.</summary>
    public const string TooManyRootFields = "TOO_MANY_ROOT_FIELDS";

    /// <summary>The operation gives too many fields another name.</summary>
    public const string TooManyAliases = "TOO_MANY_ALIASES";

    /// <summary>The operation has too many fields within fields.</summary>
    public const string OperationTooDeep = "OPERATION_TOO_DEEP";

    /// <summary>The operation selects too many fields, with fragments in place.</summary>
    public const string TooManyFields = "TOO_MANY_FIELDS";

    /// <summary>Too many directives stand at one place.</summary>
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    /// <summary>Lists and input objects of a literal are nested too deep.</summary>
    public const string LiteralTooDeep = "LITERAL_TOO_DEEP";

    /// <summary>Lists and objects of a variable are nested too deep.</summary>
    public const string VariablesTooDeep = "VARIABLES_TOO_DEEP";

    /// <summary>The document takes too many steps to validate.</summary>
    public const string ValidationTooCostly = "VALIDATION_TOO_COSTLY";

    /// <summary>The operation's static cost is too high.</summary>
    public const string CostExceeded = "COST_EXCEEDED";

    /// <summary>The result has more values than a response may have.</summary>
    public const string ResultTooLarge = "RESULT_TOO_LARGE";

    /// <summary>The request was sent in a way that allows queries only.</summary>
    public const string QueryOnly = "QUERY_ONLY";

    /// <summary>No document is known by that hash: the client sends it again with the text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents are not remembered by hash: the client sends texts from now on.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The text that came with a hash has another one.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>No trusted document has that id.</summary>
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>Only trusted documents are answered, and this is none.</summary>
    public const string OperationNotTrusted = "OPERATION_NOT_TRUSTED";

    /// <summary>The execution took longer than allowed.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>Events of a subscription came faster than they were read, so it ended.</summary>
    public const string EventsLost = "EVENTS_LOST";

    /// <summary>Something broke; the detail is in the log only.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
}
