using BenchmarkDotNet.Attributes;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Benchmarks;

/// <summary>The reads behind the main pages, on the store in the folder that <c>CLAIMGRAPH_BENCH_DATA</c> names.</summary>
[MemoryDiagnoser]
public class StoreReads : IAsyncDisposable
{
    private readonly SqliteClaimStore _store = new(new SqliteOptions { Path = Path.Combine(Environment.GetEnvironmentVariable("CLAIMGRAPH_BENCH_DATA") ?? ".", SqliteOptions.FileName) });
    private Sample _sample = null!;
    private int _turn;

    [GlobalSetup]
    public async Task SetUp() => _sample = await Sample.OfAsync(_store, CancellationToken.None);

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _store.DisposeAsync();
    }

    [Benchmark]
    public Task Board() => Queries.BoardAsync(_store);

    [Benchmark]
    public Task Conflicts() => Queries.ConflictsAsync(_store, _sample.Days[_turn++ % _sample.Days.Count]);

    [Benchmark]
    public Task ClaimsOfActor() => Queries.ActorAsync(_store, _sample.Actors[_turn++ % _sample.Actors.Count]);

    [Benchmark]
    public Task ClaimWithChainAndCorroboration() => Queries.ClaimAsync(_store, _sample.Claims[_turn++ % _sample.Claims.Count]);

    [Benchmark]
    public Task Search() => Queries.SearchAsync(_store, _sample.Words[_turn++ % _sample.Words.Count]);

    [Benchmark]
    public Task Neighbourhood() => _store.NeighbourhoodAsync(_sample.Claims[_turn++ % _sample.Claims.Count], 2, null, 100, null, CancellationToken.None);
}
