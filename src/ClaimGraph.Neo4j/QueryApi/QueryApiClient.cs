using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>
/// A client of Neo4j's HTTP Query API: auto-commit statements, plain JSON both ways. Safe to use from many threads.
/// <para>An answer counts when its last byte has been read and holds no error. What may pass is tried again with jittered, growing pauses; a write whose
/// outcome is unknown is sent again, hence every write must be idempotent. The server does not notice that a caller left, so a cancelled or late statement is
/// ended by its tag, a parameter that every statement carries.</para>
/// </summary>
public sealed class QueryApiClient : IAsyncDisposable
{
    private readonly QueryApiOptions _options;
    private readonly JsonSerializerContext _parameters;
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly SemaphoreSlim _gate;
    private readonly ResiliencePipeline _retries;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Task, bool> _cancelling = new();

    /// <param name="parameters">Knows the types of parameter values.</param>
    /// <exception cref="QueryApiException">The options cannot be used.</exception>
    public QueryApiClient(QueryApiOptions options, JsonSerializerContext parameters)
    {
        _options = options;
        _parameters = parameters;
        _endpoint = Transport.Endpoint(options);
        _http = Transport.Open(options);
        _gate = new SemaphoreSlim(options.MaxConnections, options.MaxConnections);
        _retries = options.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<QueryApiException>(e => e.MayRetry),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            OnRetry = OnRetry,
        }).Build();
    }

    /// <summary>For messages: scheme, host and port.</summary>
    public string Server => _options.Display;

    /// <summary>Reads everything into memory.</summary>
    /// <param name="bookmarks">Of writes that the read must see.</param>
    /// <exception cref="QueryApiException"/>
    public Task<QueryResult<T>> ExecuteReadAsync<T>(Statement statement, JsonTypeInfo<T> row, CancellationToken cancellation, IReadOnlyList<string>? bookmarks = null, bool retry = true) =>
        ExecuteAsync(statement, row, read: true, bookmarks, retry, cancellation);

    /// <summary>Runs one idempotent statement: it may reach the server more than once.</summary>
    /// <exception cref="QueryApiException"/>
    public Task<QueryResult<T>> ExecuteWriteAsync<T>(Statement statement, JsonTypeInfo<T> row, CancellationToken cancellation, IReadOnlyList<string>? bookmarks = null) =>
        ExecuteAsync(statement, row, read: false, bookmarks, retry: true, cancellation);

    /// <summary>
    /// Reads row by row, holding one batch in memory. Tried again only before the first row; a failure behind it makes the enumeration throw, and what came before is void.
    /// </summary>
    /// <exception cref="QueryApiException"/>
    public async IAsyncEnumerable<T> StreamReadAsync<T>(Statement statement, JsonTypeInfo<T> row, [EnumeratorCancellation] CancellationToken cancellation, IReadOnlyList<string>? bookmarks = null)
    {
        var rows = new List<T>();
        await using var exchange = await _retries.ExecuteAsync(async token =>
        {
            rows.Clear();
            var opened = await Exchange<T>.OpenAsync(this, statement, row, read: true, bookmarks ?? [], token);
            try
            {
                await opened.ReadAsync(rows);
                return opened;
            }
            catch
            {
                await opened.DisposeAsync();
                throw;
            }
        }, cancellation);
        while (rows.Count > 0)
        {
            foreach (var one in rows) yield return one;
            rows.Clear();
            await exchange.ReadAsync(rows);
        }
    }

    private async Task<QueryResult<T>> ExecuteAsync<T>(Statement statement, JsonTypeInfo<T> row, bool read, IReadOnlyList<string>? bookmarks, bool retry, CancellationToken cancellation) =>
        await (retry ? _retries : ResiliencePipeline.Empty).ExecuteAsync(async token =>
        {
            await using var exchange = await Exchange<T>.OpenAsync(this, statement, row, read, bookmarks ?? [], token);
            var rows = new List<T>();
            while (await exchange.ReadAsync(rows)) { }
            return new QueryResult<T>(rows, exchange.Bookmarks, exchange.Plan);
        }, cancellation);

    private ValueTask OnRetry(OnRetryArguments<object> retry)
    {
        var why = (QueryApiException)retry.Outcome.Exception!;
        _options.Report?.Invoke(why.OutcomeUnknown
            ? QueryApiMessages.RetryingUnknown(Server, retry.AttemptNumber + 2)
            : QueryApiMessages.Retrying(Server, why.Message, retry.AttemptNumber + 2, retry.RetryDelay));
        return default;
    }

    /// <summary>Ends a running statement by its tag, in the background and on a connection of its own.</summary>
    private void EndByTag(string tag)
    {
        var task = Task.Run(async () =>
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            var end = new Statement("SHOW TRANSACTIONS YIELD transactionId AS t, parameters AS p WHERE p.__q = $tag TERMINATE TRANSACTIONS t YIELD message RETURN message",
                new Dictionary<string, object?> { ["tag"] = tag });
            try
            {
                using var request = Transport.Request(_options, _endpoint, end.ToJson(read: true, "cancel", [], _parameters));
                using var response = await _http.SendAsync(request, deadline.Token);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // The server is gone or busy: its own db.transaction.timeout ends the statement.
                _options.Report?.Invoke(QueryApiMessages.Broke(Server, $"a statement could not be cancelled, {e.Message}"));
            }
        });
        _cancelling[task] = true;
        _ = task.ContinueWith(t => _cancelling.TryRemove(t, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_cancelling.Keys);
        _http.Dispose();
        _gate.Dispose();
    }

    /// <summary>One request and its answer, under one deadline and one place in the pool.</summary>
    private sealed class Exchange<T> : IAsyncDisposable
    {
        private readonly QueryApiClient _client;
        private readonly bool _read;
        private readonly string _tag = Guid.NewGuid().ToString("N");
        private readonly CancellationToken _caller;
        private readonly CancellationTokenSource _deadline;
        private HttpResponseMessage? _response;
        private bool _over;
        private AnswerReader<T>? _answer;

        private Exchange(QueryApiClient client, bool read, CancellationToken caller)
        {
            _client = client;
            _read = read;
            _caller = caller;
            _deadline = CancellationTokenSource.CreateLinkedTokenSource(caller);
            _deadline.CancelAfter(client._options.Timeout);
        }

        public IReadOnlyList<string> Bookmarks => _answer!.Bookmarks;

        public JsonElement? Plan => _answer!.Plan;

        public static async Task<Exchange<T>> OpenAsync(QueryApiClient client, Statement statement, JsonTypeInfo<T> row, bool read, IReadOnlyList<string> bookmarks, CancellationToken cancellation)
        {
            if (!await client._gate.WaitAsync(client._options.Timeout, cancellation))
            {
                throw new QueryApiException(QueryFault.Connection, QueryApiMessages.PoolExhausted(client.Server, client._options.MaxConnections, client._options.Timeout)) { TimedOut = true };
            }
            var exchange = new Exchange<T>(client, read, cancellation);
            try
            {
                await exchange.SendAsync(statement, row, bookmarks);
                return exchange;
            }
            catch
            {
                await exchange.DisposeAsync();
                throw;
            }
        }

        private Task<bool> SendAsync(Statement statement, JsonTypeInfo<T> row, IReadOnlyList<string> bookmarks) => Guarded(async () =>
        {
            using var request = Transport.Request(_client._options, _client._endpoint, statement.ToJson(_read, _tag, bookmarks, _client._parameters));
            _response = await _client._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _deadline.Token);
            if (_response.Content.Headers.ContentType?.MediaType is not "application/json" and var type)
            {
                // A gateway whose server is not there, or was too slow.
                if (_response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout) throw Broken(QueryApiMessages.Gateway(_client.Server, (int)_response.StatusCode), null);
                throw new QueryApiException(QueryFault.Caller, QueryApiMessages.NotNeo4j(_client.Server, (int)_response.StatusCode, type));
            }
            _answer = new AnswerReader<T>(await _response.Content.ReadAsStreamAsync(_deadline.Token), row);
            return true;
        });

        /// <summary>Adds the next rows; false when the answer has been read to its end, and throws when that end holds an error.</summary>
        public Task<bool> ReadAsync(List<T> rows) => Guarded(async () =>
        {
            try
            {
                if (await _answer!.ReadAsync(rows, _deadline.Token)) return true;
            }
            catch (JsonException e)
            {
                throw Broken(QueryApiMessages.NoJson(_client.Server, e.Message), e);
            }
            if (!_answer.Complete) throw Broken(QueryApiMessages.Truncated(_client.Server), null);
            if (_answer.Errors is [var (code, message), ..]) throw ErrorCodes.ToException(_client.Server, _client._options.Database, code, message);
            if (!_response!.IsSuccessStatusCode) throw new QueryApiException(QueryFault.Connection, QueryApiMessages.NotNeo4j(_client.Server, (int)_response.StatusCode, "application/json"));
            return false;
        });

        private async Task<bool> Guarded(Func<Task<bool>> work)
        {
            var over = _over;
            _over = true;
            try
            {
                var result = await work();
                _over = over;
                return result;
            }
            catch (OperationCanceledException) when (_caller.IsCancellationRequested)
            {
                _client.EndByTag(_tag);
                throw;
            }
            catch (OperationCanceledException e)
            {
                _client.EndByTag(_tag);
                throw new QueryApiException(QueryFault.Connection, QueryApiMessages.Timeout(_client.Server, _client._options.Timeout), inner: e) { TimedOut = true, OutcomeUnknown = !_read };
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.SecureConnectionError)
            {
                throw new QueryApiException(QueryFault.Connection, QueryApiMessages.NoSecureConnection(_client.Server, (e.InnerException ?? e).Message), inner: e);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
            {
                throw new QueryApiException(QueryFault.Connection, QueryApiMessages.NoConnection(_client.Server, (e.InnerException ?? e).Message), inner: e) { MayRetry = true };
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.InvalidResponse)
            {
                throw new QueryApiException(QueryFault.Caller, QueryApiMessages.NotNeo4j(_client.Server, 0, null), inner: e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw Broken(QueryApiMessages.Broke(_client.Server, (e.InnerException ?? e).Message), e);
            }
        }

        private QueryApiException Broken(string message, Exception? inner) => new(QueryFault.Connection, message, inner: inner) { MayRetry = true, OutcomeUnknown = !_read };

        public ValueTask DisposeAsync()
        {
            // Left before the end (a caller stopped enumerating): the server would run on.
            if (_answer is { Complete: false } && !_over) _client.EndByTag(_tag);
            _response?.Dispose();
            _deadline.Dispose();
            _client._gate.Release();
            return default;
        }
    }
}
