using ClaimGraph.Comparison;
using ClaimGraph.Comparison.Actors;

namespace ClaimGraph;

/// <summary>A reading compared with one state of the store.</summary>
/// <param name="Article">What was given to be ingested.</param>
/// <param name="Write">Null where the store has the same content already.</param>
/// <param name="Seen">The claims that it was compared with.</param>
internal sealed record Compared(Article Article, Reading Reading, Grouping Grouping, ArticleWrite? Write, IReadOnlyList<string> Seen);

/// <summary>
/// Articles that are stored under one commit. They were compared with the store as it was before the commit, so none may touch what another
/// of them touches: no document, block or claim in common.
/// </summary>
internal sealed class CommitGroup(int capacity)
{
    private readonly List<(int Place, Compared Article)> _members = [];
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Actor>> _named = new(StringComparer.Ordinal);

    public IReadOnlyList<(int Place, Compared Article)> Members => _members;

    public bool IsFull => _members.Count >= capacity;

    public bool Touches(Compared article) => Keys(article).Any(_touched.Contains);

    public bool Holds(string? document) => document is not null && _touched.Contains("document:" + document);

    public void Add(int place, Compared article)
    {
        _members.Add((place, article));
        _touched.UnionWith(Keys(article));
        foreach (var actor in article.Reading.Actors)
            foreach (var key in SameActor.KeysOf(actor))
            {
                if (!_named.TryGetValue(key, out var named)) _named[key] = named = [];
                named.Add(actor);
            }
    }

    /// <summary>The actors of its articles that share one of the keys: the store does not have them yet.</summary>
    public IEnumerable<Actor> NamedLike(IEnumerable<string> keys) => keys.SelectMany(k => _named.GetValueOrDefault(k) ?? []).DistinctBy(a => a.Id);

    public void Clear()
    {
        _members.Clear();
        _touched.Clear();
        _named.Clear();
    }

    private static IEnumerable<string> Keys(Compared article) =>
        [.. article.Write!.Revisions.Keys.Concat(RelationFinder.BlocksOf(article.Reading)).Select(b => "block:" + b), .. article.Seen, "document:" + article.Reading.Source.Document];
}
