using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Transports;

/// <summary>An HTTP request that is no GraphQL request: its status and what its sender is told.</summary>
internal sealed class Refusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;
    public ApiError Error { get; init; } = new(code, message);
    public string? Allow { get; init; }
}
