using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Stores.Tests;

/// <summary>
/// Looks at the plan of every statement that the store prepares, after ANALYZE and without it, on a store with some hundred claims: no table is read from end to end, nothing is
/// sorted, and no filter is built over a whole table, but for the agreed exceptions.
/// </summary>
public sealed class PlanTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    /// <summary>What may be read from end to end: arguments, what a statement itself computed, the page of a list, an index of full text.</summary>
    private static readonly string[] ScansThatAreBounded =
    [
        "SCAN j VIRTUAL", "SCAN json_each VIRTUAL", "SCAN k", "SCAN v", "SCAN walk", "SCAN reach", "SCAN p", "SCAN below", "SCAN (subquery", "SCAN (join", "SCAN CONSTANT ROW", "SCAN claim_text VIRTUAL",
        "SCAN question_text VIRTUAL", "SCAN source_text VIRTUAL", "SCAN actor_text VIRTUAL", "SCAN f VIRTUAL",
    ];

    /// <summary>A piece of a statement, what of its plan is agreed to, and why.</summary>
    private static readonly (string Statement, string Plan, string Why)[] Agreed =
    [
        ("SELECT count(*) FROM", "SCAN", "counting a filtered list stops at 10,000"),
        ("SELECT kind, status, count(*)", "", "counting facets stops at 2,000"),
        ("ORDER BY", " USING INDEX ", "a list in the order of an index stops after the page"),
        ("ORDER BY", " USING COVERING INDEX ", "a list in the order of an index stops after the page"),
        ("q.id IN (SELECT r.question_id FROM relation r INDEXED BY relation_status_time WHERE r.status IN", "USE TEMP B-TREE FOR ORDER BY", "the questions that persons decided on"),
        ("ORDER BY s.id", "SCAN s", "a list in the order of the table stops after the page"),
        ("FROM change ORDER BY seq DESC LIMIT 1", "SCAN change", "the last row"),
        ("SELECT DISTINCT", "USE TEMP B-TREE FOR DISTINCT", "the actors of one claim, the neighbours of one node"),
        ("c.check_worthiness AS key", "USE TEMP B-TREE FOR ORDER BY", "the claims of one parent by another order than time"),
        ("r.confidence AS key", "USE TEMP B-TREE FOR ORDER BY", "the relations of one parent by another order than time"),
        ("ORDER BY r.confidence DESC LIMIT ?2", "USE TEMP B-TREE FOR ORDER BY", "the relations of one claim, which are few"),
        ("AS id FROM", "USE TEMP B-TREE FOR DISTINCT", "counting a filtered list stops at 10,000"),
        ("SELECT claim_id FROM actor_claim WHERE actor_id = ?1 UNION", "USE TEMP B-TREE", "merging two actors looks at all of theirs"),
        ("UPDATE block SET revision", "USE TEMP B-TREE", "the blocks of one article"),
        ("UPDATE candidate SET withdrawn_at", "USE TEMP B-TREE", "the candidates of one claim"),
        ("ORDER BY j.key,", "USE TEMP B-TREE", "verdicts and merges that persons decided"),
        ("r.later_id = p.id", "USE TEMP B-TREE FOR", "the relations of one claim, which are few"),
        ("count(DISTINCT source_id)", "USE TEMP B-TREE", "merging two questions counts all of theirs"),
        ("count(DISTINCT r.id)", "USE TEMP B-TREE", "counts as of a time, of the rows of a page"),
        ("FROM actor_merge m", "SCAN m", "merges that persons decided"),
        ("scope_verdict", "USE TEMP B-TREE", "verdicts that persons gave"),
        ("INSERT INTO actor_claim", "", "one claim's actors; merging two actors looks at all of theirs"),
        ("INSERT INTO actor_question", "USE TEMP B-TREE", "merging two questions or actors looks at all of theirs"),
        ("INSERT INTO position_origin(position_id, origin_id, n) SELECT", "USE TEMP B-TREE", "merging two actors looks at all of theirs"),
        ("count(DISTINCT c.source_id)", "USE TEMP B-TREE", "counts as of a time, of the rows of a page"),
        ("count(DISTINCT c.question_id)", "USE TEMP B-TREE", "counts as of a time, of the rows of a page"),
    ];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_statement_finds_its_rows_by_an_index_and_in_order(bool analysed)
    {
        var statements = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await using (var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store, SyncEveryCommit = false, Prepared = s => statements.TryAdd(s, true) }))
        {
            await store.MigrateAsync(Cancellation);
            await Everything.FillAsync(store);
            await Everything.AskAsync(store, Cancellation);
        }

        using var connection = new SqliteConnection($"Data Source={_folder.Store};Pooling=False");
        connection.Open();
        if (analysed) Execute(connection, "ANALYZE");
        else Execute(connection, "DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4; ANALYZE sqlite_schema");
        var complaints = statements.Keys.Order(StringComparer.Ordinal).SelectMany(s => Plan(connection, s).Where(line => !IsFine(s, line)).Select(line => $"{line}\n        of {s.ReplaceLineEndings(" ")}")).ToList();

        Assert.True(statements.Count > 150, $"only {statements.Count} statements were seen");
        Assert.True(complaints.Count == 0, $"{complaints.Count} of {statements.Count}:\n    " + string.Join("\n    ", complaints));
    }

    private static bool IsFine(string statement, string line)
    {
        var suspicious = line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("TEMP B-TREE", StringComparison.Ordinal) || line.Contains("BLOOM FILTER ON", StringComparison.Ordinal) || line.Contains("AUTOMATIC", StringComparison.Ordinal);
        return !suspicious || ScansThatAreBounded.Any(s => line.StartsWith(s, StringComparison.Ordinal))
            || Agreed.Any(a => statement.Contains(a.Statement, StringComparison.Ordinal) && line.Contains(a.Plan, StringComparison.Ordinal));
    }

    private static List<string> Plan(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        var lines = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();
}
