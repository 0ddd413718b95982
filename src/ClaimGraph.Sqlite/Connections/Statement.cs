using SQLitePCL;

namespace ClaimGraph.Sqlite;

/// <summary>
/// A prepared statement, kept by its <see cref="Connection"/> and used again. Columns are read by ordinal straight from SQLite's row: on the hot lists this
/// is half the cost of an ADO.NET reader. Dispose gives it back.
/// </summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle, bool kept) : IDisposable
{
    // Held by the handle, which lives as long as the statement.
    private readonly nint _row = handle.DangerousGetHandle();
    private int _bound;

    public bool InUse { get; set; }

    public sqlite3_stmt Handle => handle;

    public Statement Add(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, ++_bound, value));
        return this;
    }

    public Statement Add(double value)
    {
        connection.Check(raw.sqlite3_bind_double(handle, ++_bound, value));
        return this;
    }

    public Statement Add(string? value)
    {
        connection.Check(value is null ? raw.sqlite3_bind_null(handle, ++_bound) : raw.sqlite3_bind_text(handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds a numbered parameter; one that the statement does not have is passed over.</summary>
    public Statement AddAt(int number, string value)
    {
        if (number <= raw.sqlite3_bind_parameter_count(handle)) connection.Check(raw.sqlite3_bind_text(handle, number, value));
        return this;
    }

    public Statement AddAt(int number, long value)
    {
        if (number <= raw.sqlite3_bind_parameter_count(handle)) connection.Check(raw.sqlite3_bind_int64(handle, number, value));
        return this;
    }

    public Statement Add(bool value) => Add(value ? 1L : 0L);

    public Statement Add(long? value) => value is { } given ? Add(given) : Add((string?)null);

    public Statement Add(double? value) => value is { } given ? Add(given) : Add((string?)null);

    public Statement Add(ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, ++_bound, value));
        return this;
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) connection.Check(code);
        return false;
    }

    /// <summary>Runs a statement that answers nothing, and gives it back.</summary>
    public void Run()
    {
        try
        {
            while (Step()) { }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The first column of the first row, or null where there is none; gives the statement back.</summary>
    public long? RunForInt()
    {
        try
        {
            return Step() ? IntOrNull(0) : null;
        }
        finally
        {
            Dispose();
        }
    }

    public long Int(int column) => Columns.Int(_row, column);

    public bool Flag(int column) => Columns.Int(_row, column) != 0;

    public bool IsNull(int column) => Columns.IsNull(_row, column);

    public long? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public double Real(int column) => Columns.Real(_row, column);

    public double? RealOrNull(int column) => IsNull(column) ? null : Real(column);

    public string Text(int column) => Columns.Text(_row, column) ?? "";

    public string? TextOrNull(int column) => Columns.Text(_row, column);

    /// <summary>A date as <see cref="PackedDate"/> stores it; null where there is none.</summary>
    public PartialDate? DateOrNull(int column)
    {
        Span<char> room = stackalloc char[PackedDate.Short];
        var packed = Columns.Short(_row, column, room);
        if (packed.IsEmpty) packed = Columns.Text(_row, column);
        return packed.IsEmpty ? null : PackedDate.Read(packed);
    }

    public PartialDate Date(int column) => DateOrNull(column) ?? throw new InvalidOperationException($"Column {column} holds no date.");

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose()
    {
        _bound = 0;
        if (kept)
        {
            raw.sqlite3_reset(handle);
            InUse = false;
        }
        else
        {
            handle.Dispose();
        }
    }
}
