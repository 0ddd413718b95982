using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimGraph.Sqlite;

/// <summary>One open connection with its prepared statements, by their text. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    // Filters make many shapes of one list; beyond this many the oldest ones are of no use.
    private const int MostStatements = 500;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private readonly Action<string>? _prepared;

    /// <param name="past">What all connections of one store keep of the past.</param>
    public Connection(SqliteConnection open, Action<string>? prepared, Past past)
    {
        Past = past;
        _prepared = prepared;
        _connection = open;
        _handle = open.Handle!;
    }

    public Past Past { get; }

    /// <summary>A statement by its text, prepared once; dispose gives it back.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement))
        {
            if (statement.InUse) return new Statement(this, Compile(sql), kept: false);
        }
        else
        {
            if (_statements.Count >= MostStatements) Forget();
            _statements.Add(sql, statement = new Statement(this, Compile(sql), kept: true));
            _prepared?.Invoke(sql);
        }
        statement.InUse = true;
        return statement;
    }

    public void Run(string sql) => Prepare(sql).Run();

    /// <summary>Several statements at once, without results: migrations, pragmas, rebuilding.</summary>
    public void Script(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public long LastId => raw.sqlite3_last_insert_rowid(_handle);

    public int Changes => raw.sqlite3_changes(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Makes the statement that runs now end with an error; the only member that another thread may call.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_handle);

    public void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(_handle));
    }

    private sqlite3_stmt Compile(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void Forget()
    {
        foreach (var (text, statement) in _statements.Where(s => !s.Value.InUse).ToList())
        {
            statement.Handle.Dispose();
            _statements.Remove(text);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Handle.Dispose();
        _statements.Clear();
        _connection.Dispose();
    }
}
