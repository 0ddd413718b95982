namespace ClaimGraph.Web;

/// <summary>One entry of a GraphQL response's <c>errors</c>.</summary>
public sealed class GraphQLError
{
    public string Message { get; set; } = "";
    public IReadOnlyList<ErrorLocation> Locations { get; set; } = [];
    public ErrorExtensions? Extensions { get; set; }
}

/// <summary>Both count from one.</summary>
public sealed record ErrorLocation(int Line, int Column);

public sealed class ErrorExtensions
{
    public string? Code { get; set; }
}
