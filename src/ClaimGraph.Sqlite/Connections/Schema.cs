using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimGraph.Sqlite;

/// <summary>
/// Creates and migrates the schema by the numbered scripts in <c>Migrations/</c>, all of them in one transaction that holds the write lock: a second migrator
/// waits and then finds nothing to do. <c>user_version</c> is the number of the last script.
/// </summary>
internal static class Schema
{
    /// <summary>"ClGr": tells our files from those of other programs.</summary>
    private const long ApplicationId = 0x436C4772;

    private static readonly string[] Scripts = [.. typeof(Schema).Assembly.GetManifestResourceNames().Where(n => n.Contains(".Migrations.V", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static long Version { get; } = Scripts.Length;

    /// <returns>True where the store was new.</returns>
    public static bool Migrate(SqliteOptions options)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(options.Path)) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failures.NotWritable(options.Path, failure);
        }

        using var file = Connections.OpenFile(options, SqliteOpenMode.ReadWriteCreate);
        if (Stands(file, options)) return false;
        if (raw.sqlite3_db_readonly(file.Handle!, "main") == 1) throw Failures.NotWritable(options.Path, null);

        file.Execute("PRAGMA journal_mode=WAL");
        file.Execute("BEGIN IMMEDIATE");
        try
        {
            if (Stands(file, options))
            {
                file.Execute("ROLLBACK");
                return false;
            }
            var isNew = file.ExecuteScalar<long>("PRAGMA user_version") == 0;
            Upgrade(file);
            file.Execute($"PRAGMA user_version={Version}");
            file.Execute($"PRAGMA application_id={ApplicationId}");
            file.Execute("COMMIT");
            return isNew;
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(file.Handle!) == 0) file.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Whether the file has this program's version.</summary>
    /// <exception cref="StoreException">It has a newer one, or is another program's.</exception>
    private static bool Stands(SqliteConnection file, SqliteOptions options)
    {
        var version = file.ExecuteScalar<long>("PRAGMA user_version");
        if (file.ExecuteScalar<long>("PRAGMA application_id") == ApplicationId)
            return version > Version ? throw Failures.Newer(options.Path, version, Version) : version == Version;
        return file.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema") > 0 ? throw Failures.Foreign(options.Path) : false;
    }

    private static void Upgrade(SqliteConnection file)
    {
        // DbUp closes what it opens; the shared connection keeps ours, and with it the transaction, open.
        using var shared = new SharedConnection(file);
        var result = DeployChanges.To
            .SqliteDatabase(shared)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), Scripts.Contains)
            .WithVariablesDisabled()
            .WithoutTransaction()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful) throw result.Error;
    }
}
