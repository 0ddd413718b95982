using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace ClaimGraph.Api.Execution;

/// <summary>What a client is told of an error: a code of <see cref="ErrorCodes"/>, a message without anything internal, and for limits what was exceeded.</summary>
internal sealed class ErrorInfo : IErrorInfoProvider
{
    // What was wrong is often named in the message: nobody reads a name of 40,000 characters.
    private const int MostCharacters = 1_000;

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
        return new() { Message = error is UnhandledError ? "Something went wrong on our side." : Cut(error.Message), Extensions = extensions };
    }

    private static string Cut(string message) => message.Length <= MostCharacters ? message : string.Concat(message.AsSpan(0, MostCharacters / 2), " … ", message.AsSpan(message.Length - MostCharacters / 2));

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
