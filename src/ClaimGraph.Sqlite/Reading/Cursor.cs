using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace ClaimGraph.Sqlite;

/// <summary>Where a row stands in a list: the segment of the list (see <see cref="Listing"/>), the key that it is sorted by, its id.</summary>
internal readonly record struct RowKey(int Segment, long Value, long Id);

/// <summary>Opaque cursors: 18 bytes with the list and order that made them, so that a cursor of another list is refused.</summary>
internal static class Cursor
{
    private const int Length = 18;

    public static string Write(byte list, in RowKey key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = list;
        bytes[1] = (byte)key.Segment;
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], key.Value);
        BinaryPrimitives.WriteInt64BigEndian(bytes[10..], key.Id);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="StoreException">It is no cursor of this list.</exception>
    public static RowKey Read(byte list, string cursor)
    {
        Span<byte> bytes = stackalloc byte[Length + 2];
        if (cursor.Length > 32 || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length != Length || bytes[0] != list)
            throw new StoreException(StoreFailure.InvalidCursor, "The cursor is not one of this list in this order. Begin again without it.");
        return new RowKey(bytes[1], BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), BinaryPrimitives.ReadInt64BigEndian(bytes[10..]));
    }
}
