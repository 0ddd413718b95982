using ClaimGraph.Extraction;

namespace ClaimGraph.Training;

/// <summary>A word of a treebank with its universal tag.</summary>
internal readonly record struct TaggedWord(string Text, Tag Tag);

/// <summary>CoNLL-U to sentences cut as the product cuts them.</summary>
internal static class Treebank
{
    /// <summary>Sentences as annotated, or with hyphened words joined as the product's tokenizer leaves them.</summary>
    public static List<List<TaggedWord>> Read(string file, bool joined)
    {
        var sentences = new List<List<TaggedWord>>();
        var rows = new List<(string Form, Tag Tag, int Head, bool SpaceAfter)>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0) sentences.Add(joined ? Joined(rows) : [.. rows.Select(r => new TaggedWord(r.Form, r.Tag))]);
                rows.Clear();
            }
            else if (char.IsAsciiDigit(line[0]))
            {
                var fields = line.Split('\t');
                if (fields[0].Contains('-', StringComparison.Ordinal) || fields[0].Contains('.', StringComparison.Ordinal)) continue;
                rows.Add((fields[1], Enum.Parse<Tag>(fields[3], ignoreCase: true), int.Parse(fields[6], System.Globalization.CultureInfo.InvariantCulture), !fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal)));
            }
        }
        return sentences;
    }

    /// <summary>"well", "-", "known" is one word; it has the tag of the part that the others hang on.</summary>
    private static List<TaggedWord> Joined(List<(string Form, Tag Tag, int Head, bool SpaceAfter)> rows)
    {
        var words = new List<TaggedWord>();
        for (var i = 0; i < rows.Count; i++)
        {
            var last = i;
            while (last + 2 < rows.Count && rows[last + 1].Form is "-" or "‐" && !rows[last].SpaceAfter && !rows[last + 1].SpaceAfter
                && char.IsLetter(rows[last].Form[^1]) && char.IsLetterOrDigit(rows[last + 2].Form[0])) last += 2;
            if (last == i)
            {
                words.Add(new(rows[i].Form, rows[i].Tag));
                continue;
            }
            var head = last;
            for (var k = i; k <= last; k++) if (rows[k].Tag != Tag.Punct && (rows[k].Head - 1 < i || rows[k].Head - 1 > last)) head = k;
            words.Add(new(string.Concat(Enumerable.Range(i, last - i + 1).Select(k => rows[k].Form)), rows[head].Tag));
            i = last;
        }
        return words;
    }

    /// <summary>As feeds spoil it: without commas and apostrophes.</summary>
    public static List<TaggedWord> Stripped(List<TaggedWord> sentence)
    {
        var words = new List<TaggedWord>();
        foreach (var word in sentence)
        {
            if (word.Text == ",") continue;
            if (word.Text.Length > 1 && word.Text[0] is '\'' or '’' && words.Count > 0) words[^1] = new(words[^1].Text + word.Text[1..], words[^1].Tag);
            else if (word.Text is "n't" or "n’t" && words.Count > 0) words[^1] = new(words[^1].Text + "nt", words[^1].Tag);
            else words.Add(word);
        }
        return words;
    }

    /// <summary>As headlines are written: every word in capitals.</summary>
    public static List<TaggedWord> Capitalised(List<TaggedWord> sentence) =>
        sentence.ConvertAll(w => w.Tag is Tag.Adp or Tag.Det or Tag.Cconj or Tag.Part or Tag.Punct && w.Text.Length <= 4 ? w : new(char.ToUpperInvariant(w.Text[0]) + w.Text[1..], w.Tag));
}
