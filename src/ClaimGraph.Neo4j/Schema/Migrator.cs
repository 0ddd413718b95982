using System.Security.Cryptography;
using System.Text;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record MigrationRow(string Name, string Checksum);

/// <summary>
/// Brings the schema up to this program's: the numbered files of <c>cypher/migrations</c>, each idempotent, run once, recorded in the graph with its checksum.
/// Schema statements cannot share a transaction with data, so a lock with a time limit keeps two migrators apart.
/// </summary>
internal sealed class Migrator(Connection connection)
{
    private static readonly Statement Applied = new("MATCH (m:Migration) RETURN m {.name, .checksum}");
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(2);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <returns>True where the store was new.</returns>
    /// <exception cref="StoreException">The database is of a newer program, or of another one.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        // One try: a server that is not there is said at once, and who can wait asks again.
        var applied = await connection.AskAsync(Applied, Neo4jJson.Default.MigrationRow, cancellation);
        if (Missing(applied).Count == 0) return false;

        await RunAsync("CREATE CONSTRAINT schema_lock IF NOT EXISTS FOR (n:SchemaLock) REQUIRE n.id IS UNIQUE", cancellation);
        await TakeLockAsync(cancellation);
        try
        {
            // Another migrator may have been quicker.
            applied = await AppliedAsync(cancellation);
            foreach (var (name, text) in Missing(applied))
            {
                foreach (var statement in Statements(text)) await RunAsync(statement, cancellation);
                await RunAsync("MERGE (m:Migration {name: $name}) SET m.checksum = $checksum, m.at = $at", cancellation,
                    ("name", name), ("checksum", Checksum(text)), ("at", Stored.Time(connection.Clock.GetUtcNow())));
            }
            await AwaitIndexesAsync(cancellation);
            return applied.Count == 0;
        }
        finally
        {
            await RunAsync("MATCH (l:SchemaLock {id: 'schema', owner: $owner}) SET l.until = ''", CancellationToken.None, ("owner", _owner));
        }
    }

    /// <summary>Asks again and again: one call that waited would outlive the server's time limit where a large graph gets a new index.</summary>
    private async Task AwaitIndexesAsync(CancellationToken cancellation)
    {
        var populating = new Statement("SHOW INDEXES YIELD state WHERE state = 'POPULATING' RETURN count(*)");
        while ((await connection.ReadAsync(populating, Neo4jJson.Default.Int64, cancellation))[0] > 0) await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        // Fails where an index did.
        await RunAsync("CALL db.awaitIndexes(5)", cancellation);
    }

    private Task<IReadOnlyList<MigrationRow>> AppliedAsync(CancellationToken cancellation) => connection.ReadAsync(Applied, Neo4jJson.Default.MigrationRow, cancellation);

    private IReadOnlyList<(string Name, string Text)> Missing(IReadOnlyList<MigrationRow> applied)
    {
        var known = Cypher.Migrations.ToDictionary(m => m.Name, m => m.Text, StringComparer.Ordinal);
        foreach (var migration in applied)
        {
            if (!known.TryGetValue(migration.Name, out var text))
                throw new StoreException(StoreFailure.NewerSchema, $"The database at {connection.Server} was written by a newer version of ClaimGraph (it has the migration {migration.Name}). Install that version or a later one.");
            if (migration.Checksum != Checksum(text))
                throw new StoreException(StoreFailure.Corrupt, $"The migration {migration.Name} of the database at {connection.Server} is not the one of this version. It was changed after it had run: restore the file, or start with an empty database.");
        }
        var done = applied.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Cypher.Migrations.Where(m => !done.Contains(m.Name))];
    }

    private async Task TakeLockAsync(CancellationToken cancellation)
    {
        const string take = """
            MERGE (l:SchemaLock {id: 'schema'}) ON CREATE SET l.until = '' SET l.id = l.id
            WITH l WHERE l.until < $now OR l.owner = $owner SET l.owner = $owner, l.until = $until RETURN 1
            """;
        while (true)
        {
            var now = connection.Clock.GetUtcNow();
            if (await RunAsync(take, cancellation, ("now", Stored.Time(now)), ("owner", _owner), ("until", Stored.Time(now + LockedFor))) > 0) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    private async Task<int> RunAsync(string text, CancellationToken cancellation, params (string Name, object? Value)[] parameters) =>
        (await connection.WriteAsync(new Statement(text, parameters.ToDictionary(p => p.Name, p => p.Value)), Neo4jJson.Default.JsonElement, cancellation)).Count;

    private static IEnumerable<string> Statements(string text) => Cypher.WithoutComments(text).Split(";\n").Select(s => s.Trim().TrimEnd(';')).Where(s => s.Length > 0);

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
