namespace ClaimGraph.Api;

/// <summary>Every code that stands in <c>errors[].extensions.code</c>. Codes are stable; messages are for people and may change.</summary>
public static class ErrorCodes
{
    // The request cannot be read.
    public const string BadRequest            = "BAD_REQUEST";
    public const string MethodNotAllowed      = "METHOD_NOT_ALLOWED";
    public const string NotAcceptable         = "NOT_ACCEPTABLE";
    public const string UnsupportedMediaType  = "UNSUPPORTED_MEDIA_TYPE";
    public const string BatchingNotSupported  = "BATCHING_NOT_SUPPORTED";

    // The document is wrong.
    public const string SyntaxError           = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed      = "GRAPHQL_VALIDATION_FAILED";
    public const string OperationNotFound     = "OPERATION_NOT_FOUND";
    public const string BadUserInput          = "BAD_USER_INPUT";
    public const string InvalidCursor         = "INVALID_CURSOR";
    public const string NotFound              = "NOT_FOUND";

    // The request is too much: `extensions.limit` and `extensions.actual` say by how much.
    public const string BodyTooLarge          = "BODY_TOO_LARGE";
    public const string DocumentTooLong       = "DOCUMENT_TOO_LONG";
    public const string TooManyTokens         = "TOO_MANY_TOKENS";
    public const string NestedTooDeep         = "NESTED_TOO_DEEP";
    public const string TooManyDirectives     = "TOO_MANY_DIRECTIVES";
    public const string TooManyDefinitions    = "TOO_MANY_DEFINITIONS";
    public const string TooManyFields         = "TOO_MANY_FIELDS";
    public const string TooDeep               = "TOO_DEEP";
    public const string TooManyRootFields     = "TOO_MANY_ROOT_FIELDS";
    public const string IntrospectionTooDeep  = "INTROSPECTION_TOO_DEEP";
    public const string CostExceeded          = "COST_EXCEEDED";
    public const string PageSizeExceeded      = "PAGE_SIZE_EXCEEDED";
    public const string ListTooLong           = "LIST_TOO_LONG";
    public const string FilterTooDeep         = "FILTER_TOO_DEEP";
    public const string FilterTooLarge        = "FILTER_TOO_LARGE";
    public const string TextTooLong           = "TEXT_TOO_LONG";
    public const string TooManyOperations     = "TOO_MANY_OPERATIONS";
    public const string RateLimited           = "RATE_LIMITED";
    public const string Timeout               = "TIMEOUT";
    public const string SlowConsumer          = "SLOW_CONSUMER";

    // Not for this visitor.
    public const string Unauthenticated       = "UNAUTHENTICATED";
    public const string Forbidden             = "FORBIDDEN";
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";
    public const string PersistedNotFound     = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedMismatch     = "PERSISTED_QUERY_HASH_MISMATCH";
    public const string DocumentNotTrusted    = "DOCUMENT_NOT_TRUSTED";

    // Ours.
    public const string StoreUnavailable      = "STORE_UNAVAILABLE";
    public const string Internal              = "INTERNAL_SERVER_ERROR";
}
