using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimGraph.Extraction;

/// <summary>MinHash (Broder 1997) over shingles of five words of the body: the share of equal entries of two signatures estimates the overlap of their texts.</summary>
internal static class TextSignature
{
    private const int Size = 96, Shingle = 5, Least = 30;

    /// <summary>Between the seeds of two hash functions.</summary>
    private const uint Step = 0x85EBCA6Bu;

    /// <returns>Empty where the body has too few words to tell.</returns>
    public static IReadOnlyList<uint> Of(IEnumerable<Sentence> body)
    {
        var words = new List<uint>();
        foreach (var sentence in body)
            foreach (var token in sentence.Tokens)
                if (char.IsLetterOrDigit(token.Lower[0])) words.Add(Hash(token.Lower));
        if (words.Count < Least) return [];
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector128<uint>>(least.AsSpan());
        for (var i = 0; i + Shingle <= words.Count; i++)
        {
            var shingle = 2166136261u;
            for (var k = 0; k < Shingle; k++) shingle = (shingle ^ words[i + k]) * 16777619u + 0x9E3779B9u;
            var seed = Vector128.Create(shingle) + Vector128.Create(0u, 1u, 2u, 3u) * Step;
            for (var k = 0; k < lanes.Length; k++)
            {
                lanes[k] = Vector128.Min(lanes[k], Mix(seed));
                seed += Vector128.Create(unchecked(4 * Step));
            }
        }
        return least;
    }

    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static Vector128<uint> Mix(Vector128<uint> h)
    {
        h = (h ^ h >>> 16) * 0x7FEB352Du;
        h = (h ^ h >>> 15) * 0x846CA68Bu;
        return h ^ h >>> 16;
    }
}
