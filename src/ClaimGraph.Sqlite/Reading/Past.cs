using System.Collections.Concurrent;

namespace ClaimGraph.Sqlite;

/// <summary>
/// Counts as of a recorded time that were made already, shared by all readers of one store: whoever looks at the past looks at many pages of one moment, and the past changes only
/// where what is counted was written again, which its stamp tells.
/// </summary>
internal sealed class Past(TimeProvider clock)
{
    // Some hundred bytes each. Beyond this many it begins anew.
    private const int MostKept = 50_000;

    /// <summary>A second write within a stamp's millisecond would not show: what was written so lately is counted each time.</summary>
    private const long Settled = 2_000;

    private readonly ConcurrentDictionary<(string Id, long Time, long Stamp), object> _kept = new();

    /// <param name="id">Of what is counted, unique over all kinds of rows.</param>
    /// <param name="stamp">When the row or anything counted for it last changed, in Unix milliseconds.</param>
    public T? Find<T>(string id, DateTimeOffset time, long stamp) where T : class => _kept.TryGetValue((id, time.ToUnixTimeMilliseconds(), stamp), out var found) ? (T)found : null;

    /// <summary>Counts that no single row's changes tell of, stamped by the last change of the whole store: those that were kept, the others by one call.</summary>
    /// <param name="count">Counts those whose ids it is given.</param>
    public Dictionary<string, T> Of<T>(Connection db, IEnumerable<string> ids, DateTimeOffset time, Func<IReadOnlyCollection<string>, IEnumerable<(string Id, T Counted)>> count) where T : class
    {
        var stamp = db.Prepare("SELECT at FROM change ORDER BY seq DESC LIMIT 1").RunForInt() ?? 0;
        var counts = new Dictionary<string, T>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (Find<T>(id, time, stamp) is { } kept) counts.Add(id, kept);
            else unknown.Add(id);
        }
        if (unknown.Count == 0) return counts;
        foreach (var (id, counted) in count(unknown))
        {
            counts.Add(id, counted);
            Keep(id, time, stamp, counted);
        }
        return counts;
    }

    public void Keep(string id, DateTimeOffset time, long stamp, object counted)
    {
        if (clock.GetUtcNow().ToUnixTimeMilliseconds() - stamp < Settled) return;
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[(id, time.ToUnixTimeMilliseconds(), stamp)] = counted;
    }
}
