using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Stores.Tests;

/// <summary>What writing keeps, row by row, against what rebuilding computes from nothing.</summary>
public sealed class RebuildTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly string[] Projections =
    [
        "SELECT ext, claim_count, conflict_count, unreviewed_count, position_count, article_count, origin_count, latest_conflict_day, first_asserted, last_asserted FROM question ORDER BY ext",
        "SELECT ext, claim_count, conflict_count, article_count, known_origins, broken_chains, first_day, first_asserted, last_asserted, example_ext, superseded FROM position ORDER BY ext",
        "SELECT ext, claim_count, conflict_count FROM source ORDER BY ext",
        "SELECT ext, claim_count, question_count FROM actor ORDER BY ext",
        "SELECT ext, standing, standing_since FROM claim ORDER BY ext",
        "SELECT actor_id, mentioned, day, claim_id, innermost, recorded_at, withdrawn_at FROM actor_claim ORDER BY 1, 2, 3, 4",
        "SELECT * FROM dispute ORDER BY 1, 2, 3",
        "SELECT * FROM position_origin ORDER BY 1, 2",
        "SELECT * FROM actor_question ORDER BY 1, 2",
        "SELECT ext, claim_count FROM block ORDER BY ext",
        "SELECT * FROM claim_block ORDER BY 1, 2, 3, 4",
        "SELECT name, n FROM counter WHERE n <> 0 ORDER BY name",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Rebuilding_changes_no_row_of_what_writing_kept()
    {
        await using var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store, SyncEveryCommit = false });
        await store.MigrateAsync(Cancellation);
        await Everything.FillAsync(store);
        await Everything.AskAsync(store, Cancellation);
        await Everything.JudgeForGoodAsync(store, Cancellation);
        var kept = Projections.Select(Rows).ToList();

        await store.RebuildAsync(null, Cancellation);

        foreach (var (sql, before) in Projections.Zip(kept)) Assert.Equal(before, Rows(sql));
        Assert.All(kept, Assert.NotEmpty);
    }

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetValue(i).ToString())));
        return rows;
    }

    public void Dispose() => _folder.Dispose();
}
