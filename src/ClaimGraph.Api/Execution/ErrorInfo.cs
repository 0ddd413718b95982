using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace ClaimGraph.Api.Execution;

/// <summary>What a client is told of an error: a code of <see cref="ErrorCodes"/>, a message without anything internal, and for limits what was exceeded.</summary>
internal sealed class ErrorInfo : IErrorInfoProvider
{
    public static readonly ErrorInfo Instance = new();

    public GraphQL.Execution.ErrorInfo GetInfo(ExecutionError error)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(error) };
        if (error is ValidationError { Number: { } rule })
            extensions["rule"] = rule;
        if (error is ApiError { Extensions: { } more })
        {
            foreach (var (key, value) in more)
                extensions[key] = value;
        }
        return new() { Message = error is UnhandledError ? "Something went wrong on our side." : error.Message, Extensions = extensions };
    }

    public static string CodeOf(ExecutionError error) => error switch
    {
        ApiError { Code: { } code } => code,
        SyntaxError => ErrorCodes.SyntaxError,
        ValidationError => ErrorCodes.ValidationFailed,
        TimeoutError => ErrorCodes.Timeout,
        NoOperationError or NoOperationNameError or InvalidOperationNameError or InvalidOperationError => ErrorCodes.OperationNotFound,
        QueryMissingError => ErrorCodes.BadRequest,
        UnhandledError => ErrorCodes.Internal,
        _ => ErrorCodes.BadUserInput,
    };
}
