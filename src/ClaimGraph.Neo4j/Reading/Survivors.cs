using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>What the ids of a filter stand for: an actor with all that was merged into it, a question with its survivor. Looked up once a call, where a filter names any.</summary>
internal sealed class Survivors
{
    public static readonly Survivors None = new([]);

    private static readonly string Text = Cypher.Query("survivors");
    private readonly ILookup<string, string> _into;

    private Survivors(IReadOnlyList<MergedRow> rows) => _into = rows.ToLookup(r => r.From, r => r.Into, StringComparer.Ordinal);

    public static async Task<Survivors> ReadAsync(Connection connection, IEnumerable<string> actors, IEnumerable<string> questions, CancellationToken cancellation)
    {
        var (of, asked) = (actors.Distinct(StringComparer.Ordinal).ToList(), questions.Distinct(StringComparer.Ordinal).ToList());
        if (of.Count == 0 && asked.Count == 0) return None;
        var rows = await connection.ReadAsync(new Statement(Text, new Dictionary<string, object?> { ["actors"] = of, ["questions"] = asked }), Neo4jJson.Default.MergedRow, cancellation);
        return new Survivors(rows);
    }

    public IReadOnlyList<string> Of(IReadOnlyList<string> ids) => [.. ids.SelectMany(Of).Distinct(StringComparer.Ordinal)];

    public IEnumerable<string> Of(string id) => _into.Contains(id) ? _into[id] : [id];
}
