using GraphQL;

namespace ClaimGraph.Api.Execution;

/// <summary>An error that the one who asks can act on: its message is shown as it is.</summary>
internal sealed class ApiError : ExecutionError
{
    public ApiError(string code, string message) : base(message) => Code = code;

    /// <summary>A limit that was exceeded.</summary>
    public static ApiError Exceeded(string code, string message, long limit, long actual)
    {
        var error = new ApiError(code, message);
        error.Extensions = new Dictionary<string, object?> { ["limit"] = limit, ["actual"] = actual };
        return error;
    }
}
