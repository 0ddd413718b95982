using System.Runtime.Intrinsics;
using System.Text;

namespace ClaimGraph.Extraction.Tagging;

/// <summary>
/// The tagger's weights: a table of slots, each a check byte and one signed byte a tag, where a feature stands in one of two neighbouring slots; and the words whose tag is always the same.
/// File: "CGT1", slot bits (byte), number of words (int32), words (length byte, UTF-8, tag byte), slots. Little-endian.
/// </summary>
internal sealed class TagWeights
{
    public const int Tags = 17, Row = 1 + Tags;

    private readonly byte[] _slots;
    private readonly int _mask;

    public Dictionary<string, Tag> Sure { get; }

    private TagWeights(byte[] slots, int bits, Dictionary<string, Tag> sure) => (_slots, _mask, Sure) = (slots, (1 << bits) - 1, sure);

    public static TagWeights Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != 0x31544743) throw new InvalidDataException("The tagger's weights are of another format.");
        int bits = reader.ReadByte(), words = reader.ReadInt32();
        var sure = new Dictionary<string, Tag>(words, StringComparer.Ordinal);
        for (var i = 0; i < words; i++)
        {
            var word = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadByte()));
            sure[word] = (Tag)reader.ReadByte();
        }
        return new(reader.ReadBytes(Row << bits), bits, sure);
    }

    public static void Write(Stream stream, byte[] slots, int bits, IReadOnlyDictionary<string, Tag> sure)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(0x31544743u);
        writer.Write((byte)bits);
        writer.Write(sure.Count);
        foreach (var (word, tag) in sure.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
            writer.Write((byte)tag);
        }
        writer.Write(slots);
    }

    public static int Slot(ulong feature, int mask) => (int)(feature >> 20) & mask;

    /// <summary>Never 0: 0 marks an empty slot.</summary>
    public static byte Check(ulong feature) => (byte)((feature & 0xFF) is 0 ? 1 : feature & 0xFF);

    /// <summary>Adds a feature's weights to the scores of the tags; at most 256 features may be added to one set of scores.</summary>
    public void Add(ulong feature, Span<short> scores)
    {
        var slot = Slot(feature, _mask);
        var check = Check(feature);
        var at = slot * Row;
        if (_slots[at] != check)
        {
            at = (slot ^ 1) * Row;
            if (_slots[at] != check) return;
        }
        var row = _slots.AsSpan(at + 1, Tags);
        var (low, high) = Vector128.Widen(Vector128.Create<byte>(row).AsSByte());
        (Vector128.Create<short>(scores) + low).CopyTo(scores);
        (Vector128.Create<short>(scores[8..]) + high).CopyTo(scores[8..]);
        scores[16] += (sbyte)row[16];
    }
}
