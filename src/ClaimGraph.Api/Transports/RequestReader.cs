using System.Text.Json;
using ClaimGraph.Api.Execution;
using GraphQL;
using GraphQL.Transport;

namespace ClaimGraph.Api.Transports;

/// <summary>A GraphQL request in JSON, as bodies and WebSocket messages carry it.</summary>
internal static class RequestReader
{
    public static GraphQLCall Read(JsonElement element, IGraphQLTextSerializer json)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException("A request is an object.");
        var request = json.ReadNode<GraphQLRequest>(element) ?? throw new FormatException("A request is an object.");
        return new(request.Query) { OperationName = request.OperationName, Variables = request.Variables, Extensions = request.Extensions, DocumentId = request.DocumentId };
    }

    // The reader of variables answers a name that is given twice with an ArgumentException.
    public static bool IsMalformed(Exception problem) => problem is JsonException or FormatException or InvalidOperationException or ArgumentException;
}
