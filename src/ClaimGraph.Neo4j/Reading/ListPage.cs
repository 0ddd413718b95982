using System.Buffers.Text;
using System.Text;

namespace ClaimGraph.Neo4j;

/// <summary>
/// One page by key, in one direction: what of it a statement has to be told, and how its rows become a page. Rows are asked for with one more than wanted, which
/// tells whether there is a next page. A list whose undated rows come last although they sort first is read in two ranges.
/// </summary>
/// <param name="List">Tells cursors of this list and order from others.</param>
/// <param name="Descending">The list's own order.</param>
/// <param name="UndatedLast">The list is ascending by day, and undated rows stand behind the dated ones.</param>
internal sealed record ListPage(string List, PageRequest Request, bool Descending, bool UndatedLast = false)
{
    /// <summary>Sorts behind every dated key's beginning and before none.</summary>
    private const string FirstDay = "0001";
    private const string BeyondAll = "~";

    private bool Backwards => Request.Last is not null;

    public int Wanted => Request.Last ?? Request.First;

    public int Limit => Wanted + 1;

    /// <summary>Fillings that tell the direction of reading.</summary>
    public string Direction => Descending != Backwards ? "DESC" : "ASC";

    public string Beyond => Descending != Backwards ? "<" : ">";

    private string Start => Descending != Backwards ? BeyondAll : "";

    /// <summary>The ranges to read, one after the other until the page is full: where each begins, and a bound as a key, or null.</summary>
    /// <exception cref="StoreException">The cursor is not one of this list.</exception>
    public IReadOnlyList<(string From, bool? Dated)> Ranges()
    {
        var from = (Backwards ? Request.Before : Request.After) is { } cursor ? Key(cursor) : null;
        if (!UndatedLast) return [(from ?? Start, null)];
        var undated = from is not null && string.CompareOrdinal(from, FirstDay) < 0;
        (string, bool?) dated = (from is null || undated ? Start : from, true), rest = (undated ? from! : Start, false);
        return (Backwards, undated, from) switch
        {
            (false, false, _) => [dated, rest],
            (false, true, _) => [rest],
            (true, false, null) => [rest, dated],
            (true, true, _) => [rest, dated],
            (true, false, _) => [dated],
        };
    }

    public string Cursor(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{List}\n{key}"));

    public Page<T> Cut<T>(IReadOnlyList<(string Key, T Row)> rows, int? total)
    {
        var more = rows.Count > Wanted;
        var kept = rows.Take(Wanted).Select(r => new Edge<T>(r.Row, Cursor(r.Key))).ToList();
        if (Backwards) kept.Reverse();
        return new Page<T>(kept, Backwards ? Request.Before is not null : more, Backwards ? more : Request.After is not null, total);
    }

    private string Key(string cursor)
    {
        if (cursor.Length <= 300 && Base64Url.IsValid(cursor) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n') is [var list, { Length: > 0 } key] && list == List) return key;
        throw new StoreException(StoreFailure.InvalidCursor, "The cursor is not one of this list in this order. Begin again without it.");
    }
}
