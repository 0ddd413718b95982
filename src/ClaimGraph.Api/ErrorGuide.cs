namespace ClaimGraph.Api;

/// <summary>What a code of <see cref="ErrorCodes"/> means and what the one who gets it can do.</summary>
public sealed record ErrorMeaning(string Code, string Meaning, string Remedy);

/// <summary>Every code with its meaning, in the order of <see cref="ErrorCodes"/>: for the documentation.</summary>
public static class ErrorGuide
{
    public static IReadOnlyList<ErrorMeaning> All { get; } =
    [
        new(ErrorCodes.BadRequest, "The request is no GraphQL request.", "Send a JSON object with `query`, as the examples do; subscriptions need a WebSocket or an event stream."),
        new(ErrorCodes.MethodNotAllowed, "The method does not fit: GET is for queries alone.", "Send mutations by POST."),
        new(ErrorCodes.NotAcceptable, "None of the types in `Accept` is offered.", "Accept application/graphql-response+json, application/json or text/event-stream."),
        new(ErrorCodes.UnsupportedMediaType, "The body is not JSON in UTF-8.", "Send `Content-Type: application/json`."),
        new(ErrorCodes.BatchingNotSupported, "Several requests came as one list.", "Send them one by one, or as several fields of one operation."),

        new(ErrorCodes.SyntaxError, "The document cannot be parsed.", "See line and column in `locations`."),
        new(ErrorCodes.ValidationFailed, "The document or its variables do not fit the schema.", "See the message, or the rule of the specification in `extensions.rule`."),
        new(ErrorCodes.OperationNotFound, "It is not said which of several operations is to run, or the name is not in the document.", "Give `operationName`."),
        new(ErrorCodes.BadUserInput, "A value is of the right type and still cannot be used.", "See the message."),
        new(ErrorCodes.InvalidCursor, "The cursor does not belong to this list and order.", "Begin again without it; keep filter and order while paging."),
        new(ErrorCodes.NotFound, "There is nothing with this id.", "Ids are stable; look it up by search."),

        new(ErrorCodes.BodyTooLarge, "The body or message has too many bytes.", "Send long articles through the page or the command line; ask with variables and shorter documents."),
        new(ErrorCodes.DocumentTooLong, "The document has too many characters.", "Split it."),
        new(ErrorCodes.TooManyTokens, "The document has too many words and signs.", "Split it."),
        new(ErrorCodes.NestedTooDeep, "Brackets stand too deep inside each other.", "Ask for less depth."),
        new(ErrorCodes.TooManyDirectives, "The document has too many directives.", "Leave some out."),
        new(ErrorCodes.TooManyDefinitions, "The document has too many operations and fragments.", "Split it."),
        new(ErrorCodes.TooManyFields, "The document has too many fields with its fragments spread out.", "Ask for fewer fields."),
        new(ErrorCodes.TooDeep, "Fields stand too deep inside each other.", "Ask for the inner things by their ids, in a second request."),
        new(ErrorCodes.TooManyRootFields, "The operation has too many root fields.", "Split it; `nodes(ids:)` answers many at once."),
        new(ErrorCodes.IntrospectionTooDeep, "Introspection is nested too deep or walks in circles.", "Use the query that tools send, or /graphql/schema.graphql."),
        new(ErrorCodes.CostExceeded, "The operation would cost too much with these variables.", "Ask for smaller pages or fewer nested lists; `extensions: {costOnly: true}` tells the price."),
        new(ErrorCodes.PageSizeExceeded, "`first` or `last` is too large or negative.", "Page with cursors."),
        new(ErrorCodes.ListTooLong, "A list of ids is too long.", "Ask in several requests."),
        new(ErrorCodes.FilterTooDeep, "`and`, `or` and `not` stand too deep inside each other.", "Write the filter flatter."),
        new(ErrorCodes.FilterTooLarge, "The filter has too many conditions.", "Leave some out."),
        new(ErrorCodes.TextTooLong, "A text is too long or has too many words.", "Shorten it."),
        new(ErrorCodes.TooManyOperations, "Too many operations run on one WebSocket.", "Complete some, or open another."),
        new(ErrorCodes.RateLimited, "Too many operations in a minute on WebSockets. Over HTTP this is status 429.", "Wait some seconds."),
        new(ErrorCodes.Timeout, "The operation took too long and was stopped.", "Ask for less, or again later."),
        new(ErrorCodes.SlowConsumer, "A subscriber took no event for 20 s while others waited.", "Subscribe again with `after`."),

        new(ErrorCodes.Unauthenticated, "This needs a key or a token.", "Send `Authorization: Bearer …` or `X-API-Key`."),
        new(ErrorCodes.Forbidden, "The role is not enough for this field.", "Ask an administrator for a key with a higher role."),
        new(ErrorCodes.IntrospectionDisabled, "This server does not show its schema.", "Work from a copy of the schema."),
        new(ErrorCodes.PersistedNotFound, "No document with this hash or id is known.", "Send the text with the hash once."),
        new(ErrorCodes.PersistedMismatch, "The hash is not the document's.", "Send the SHA-256 of the exact text."),
        new(ErrorCodes.DocumentNotTrusted, "This server runs only documents that it was given.", "Have the document added to its folder."),

        new(ErrorCodes.StoreUnavailable, "The store does not answer.", "Try again in a moment; tell the operator `correlationId` if it stays."),
        new(ErrorCodes.Internal, "Something went wrong on the server's side.", "Tell the operator `correlationId`: the log has the same."),
    ];
}
