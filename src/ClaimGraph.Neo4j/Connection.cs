using System.Text.Json.Serialization.Metadata;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>The store's way to the server: turns the client's errors into the port's, and lets reads see this process's own writes by their bookmarks.</summary>
internal sealed class Connection(Neo4jOptions options) : IAsyncDisposable
{
    private readonly QueryApiClient _client = Open(options);
    private volatile IReadOnlyList<string> _bookmarks = [];

    public TimeProvider Clock { get; } = options.Clock;

    public string Server => _client.Server;

    public Task<IReadOnlyList<T>> ReadAsync<T>(Statement statement, JsonTypeInfo<T> row, CancellationToken cancellation) => GuardedAsync(async () =>
        (await _client.ExecuteReadAsync(statement, row, cancellation, _bookmarks)).Rows);

    /// <summary>One try, and without waiting for earlier writes: for readiness.</summary>
    public Task<IReadOnlyList<T>> AskAsync<T>(Statement statement, JsonTypeInfo<T> row, CancellationToken cancellation) => GuardedAsync(async () =>
        (await _client.ExecuteReadAsync(statement, row, cancellation, retry: false)).Rows);

    /// <summary>Runs an idempotent statement.</summary>
    public Task<IReadOnlyList<T>> WriteAsync<T>(Statement statement, JsonTypeInfo<T> row, CancellationToken cancellation) => GuardedAsync(async () =>
    {
        var result = await _client.ExecuteWriteAsync(statement, row, cancellation, _bookmarks);
        if (result.Bookmarks.Count > 0) _bookmarks = result.Bookmarks;
        return result.Rows;
    });

    private async Task<T> GuardedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (QueryApiException e)
        {
            // After a restore the server never gets to a bookmark of before: forget it, so that the next call goes through.
            if (e.Code is { } code && ErrorCodes.IsBookmark(code)) _bookmarks = [];
            throw Faults.ToStore(e);
        }
    }

    private static QueryApiClient Open(Neo4jOptions options)
    {
        try
        {
            return new QueryApiClient(options.ToQueryApi(), Neo4jJson.Default);
        }
        catch (QueryApiException e)
        {
            throw Faults.ToStore(e);
        }
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
