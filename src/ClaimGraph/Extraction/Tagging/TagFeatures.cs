namespace ClaimGraph.Extraction.Tagging;

/// <summary>
/// The features of one token for the tagger, as hashes: words and endings around it and the two tags before it. Shared by the tagger and its trainer, so that both see the same.
/// </summary>
internal static class TagFeatures
{
    public const int Count = 21;

    /// <summary>What is computed once for each word.</summary>
    internal struct Form
    {
        public ulong Word, Suffix1, Suffix2, Suffix3, Suffix4, Prefix, Shape;
    }

    public static Form Of(Token token) => Of(token.Text, token.Lower);

    public static Form Of(string text, string lower)
    {
        var n = lower.Length;
        // Numbers are one word: their digits say nothing of their class.
        var word = char.IsAsciiDigit(lower[0]) ? "0" : lower;
        return new Form
        {
            Word = Hash(word),
            Suffix1 = Hash(lower.AsSpan(n - 1)),
            Suffix2 = Hash(lower.AsSpan(Math.Max(0, n - 2))),
            Suffix3 = Hash(lower.AsSpan(Math.Max(0, n - 3))),
            Suffix4 = Hash(lower.AsSpan(Math.Max(0, n - 4))),
            Prefix = Hash(lower.AsSpan(0, Math.Min(3, n))),
            Shape = Shape(text),
        };
    }

    private static ulong Shape(string text)
    {
        // Capital, all capitals, digit, hyphen, point inside, mark.
        ulong shape = 0;
        var upper = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsAsciiDigit(c)) shape |= 4;
            else if (c is '-' or '‐' or '–') shape |= 8;
            else if (c == '.') shape |= 16;
            else if (!char.IsLetter(c)) shape |= 32;
        }
        if (char.IsUpper(text[0])) shape |= 1;
        if (upper > 1 && upper >= text.Length - 1) shape |= 2;
        return shape + 1;
    }

    private static readonly Form Outside = new() { Word = 11, Suffix3 = 13, Shape = 17 };

    /// <param name="features">Receives <see cref="Count"/> hashes, never 0.</param>
    public static void Fill(ReadOnlySpan<Form> forms, int i, Tag before, Tag before2, Span<ulong> features)
    {
        ref readonly var w = ref forms[i];
        ref readonly var previous = ref i > 0 ? ref forms[i - 1] : ref Outside;
        ref readonly var previous2 = ref i > 1 ? ref forms[i - 2] : ref Outside;
        ref readonly var next = ref i + 1 < forms.Length ? ref forms[i + 1] : ref Outside;
        ref readonly var next2 = ref i + 2 < forms.Length ? ref forms[i + 2] : ref Outside;
        ulong t1 = (ulong)before + 1, t2 = (ulong)before2 + 1;
        features[0] = Mix(1, w.Word, 0);
        features[1] = Mix(2, w.Suffix1, 0);
        features[2] = Mix(3, w.Suffix2, 0);
        features[3] = Mix(4, w.Suffix3, 0);
        features[4] = Mix(5, w.Suffix4, 0);
        features[5] = Mix(6, w.Prefix, 0);
        features[6] = Mix(7, w.Shape, i == 0 ? 1u : 0u);
        features[7] = Mix(8, w.Shape, next.Shape);
        features[8] = Mix(9, w.Shape, w.Suffix2);
        features[9] = Mix(10, t1, 0);
        features[10] = Mix(11, t1, t2);
        features[11] = Mix(12, t1, w.Word);
        features[12] = Mix(13, previous.Word, 0);
        features[13] = Mix(14, previous2.Word, 0);
        features[14] = Mix(15, next.Word, 0);
        features[15] = Mix(16, next2.Word, 0);
        features[16] = Mix(17, previous.Suffix3, next.Suffix3);
        features[17] = Mix(18, w.Word, next.Word);
        features[18] = Mix(19, previous.Word, w.Suffix3);
        features[19] = Mix(20, t1, next.Suffix3);
        features[20] = Mix(21, t1, w.Suffix3);
    }

    internal static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211ul;
        return hash;
    }

    private static ulong Mix(ulong template, ulong a, ulong b)
    {
        var h = (a + template * 0x9E3779B97F4A7C15ul) ^ (b * 0xC2B2AE3D27D4EB4Ful + template);
        h = (h ^ h >> 32) * 0xD6E8FEB86659FD93ul;
        h ^= h >> 29;
        return h == 0 ? 1 : h;
    }
}
