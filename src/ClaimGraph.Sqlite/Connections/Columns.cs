using System.Runtime.InteropServices;
using System.Text;

namespace ClaimGraph.Sqlite;

/// <summary>
/// Reads the columns of SQLite's current row by direct calls into the library that SQLitePCLRaw loaded. A list of 25 conflicts reads two thousand columns: without the
/// handle counting and the thread transition of the general binding each costs a few nanoseconds. None of these calls waits or calls back.
/// See https://sqlite.org/c3ref/column_blob.html.
/// </summary>
internal static unsafe partial class Columns
{
    private const string Library = "e_sqlite3";
    private const int Null = 5;

    public static string? Text(nint row, int column)
    {
        var text = sqlite3_column_text(row, column);
        return text is null ? null : Encoding.UTF8.GetString(text, sqlite3_column_bytes(row, column));
    }

    /// <summary>A column of few characters, for looking up what it stands for without making a string; empty where it is NULL or longer than there is room for.</summary>
    public static ReadOnlySpan<char> Short(nint row, int column, Span<char> room)
    {
        var text = sqlite3_column_text(row, column);
        return text is not null && Encoding.UTF8.TryGetChars(new ReadOnlySpan<byte>(text, sqlite3_column_bytes(row, column)), room, out var written) ? room[..written] : [];
    }

    public static long Int(nint row, int column) => sqlite3_column_int64(row, column);

    public static double Real(nint row, int column) => sqlite3_column_double(row, column);

    public static bool IsNull(nint row, int column) => sqlite3_column_type(row, column) == Null;

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_type(nint statement, int column);
}
