using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Transports;
using GraphQL;

namespace ClaimGraph.Api;

/// <summary>Runs queries and mutations inside the process, with the same rights and limits as over HTTP: for the pages.</summary>
public sealed class GraphQLExecutor
{
    private readonly Engine _engine;

    internal GraphQLExecutor(Engine engine) => _engine = engine;

    /// <param name="variables">Plain values: text, numbers, booleans, lists and dictionaries of them.</param>
    /// <param name="costOnly">Work out the cost and run nothing.</param>
    /// <returns>A GraphQL response: <c>data</c>, <c>errors</c>, <c>extensions</c>. The caller disposes of it.</returns>
    /// <exception cref="OperationCanceledException">The visitor has gone.</exception>
    public async Task<JsonDocument> ExecuteAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation, bool costOnly = false)
    {
        var call = new GraphQLCall(document) { Variables = new Inputs(variables.ToDictionary()), Extensions = costOnly ? new Inputs(new Dictionary<string, object?> { ["costOnly"] = true }) : null };
        var executed = await _engine.ExecuteAsync(call, visitor, services: null, cancellation).ConfigureAwait(false);
        return Written(executed.Result);
    }

    /// <summary>Runs a subscription: each event as a GraphQL response, which the caller disposes of. One that is refused answers once, with its errors.</summary>
    /// <exception cref="OperationCanceledException">The visitor has gone.</exception>
    public async IAsyncEnumerable<JsonDocument> SubscribeAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var executed = await _engine.ExecuteAsync(new(document) { Variables = new Inputs(variables.ToDictionary()) }, visitor, services: null, cancellation).ConfigureAwait(false);
        if (executed.Result.Streams is not { Count: > 0 } streams)
        {
            yield return Written(executed.Result);
            yield break;
        }
        using var events = new EventQueue(streams.Values.First(), executed.Request!.Flow);
        while (await events.NextAsync(cancellation).ConfigureAwait(false) is { } result)
            yield return Written(result);
    }

    private static JsonDocument Written(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        ResultWriter.Write(buffer, result);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}
