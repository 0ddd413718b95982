using System.Globalization;
using System.Text.Json;
using ClaimGraph.Extraction.Speech;

namespace ClaimGraph.Evaluation;

/// <summary>PolNeAR: who says what. Cues are matched one to one where half of the gold cue is covered; source and content are scored by the characters they share.</summary>
internal static class AttributionSet
{
    private sealed record Gold(List<Span> Cue, List<Span> Source, List<Span> Content);

    public static string Score(string file, int errors)
    {
        int n = 0, gold = 0, found = 0, right = 0;
        double source = 0, content = 0;
        foreach (var json in Articles.Lines(file))
        {
            n++;
            var text = Articles.Text(json, "text")!;
            var places = Places(text);
            var wanted = json.GetProperty("attributions").EnumerateArray().Select(a => new Gold(Read(a, "cue", places), Read(a, "source", places), Read(a, "content", places))).Where(g => g.Cue.Count > 0).ToList();
            var read = AttributionReader.Find(text).ToList();
            gold += wanted.Count;
            found += read.Count;
            foreach (var want in wanted)
            {
                var match = read.FindIndex(r => 2 * Overlap(want.Cue, [r.Cue]) >= Length(want.Cue));
                if (match < 0)
                {
                    if (errors-- > 0) Console.WriteLine($"MISSED {string.Join(" ", want.Cue.Select(c => c.Of(text)))} | {string.Join(" ", want.Content.Select(c => c.Of(text)))}");
                    continue;
                }
                right++;
                source += Likeness(want.Source, read[match].Source is { } span ? [span] : []);
                content += Likeness(want.Content, [.. read[match].Content]);
                read.RemoveAt(match);
            }
            foreach (var extra in read)
                if (errors-- > 0) Console.WriteLine($"EXTRA {extra.Lemma} | {extra.Source?.Of(text)} | {extra.Cue.Of(text)} | {string.Join(" ", extra.Content.Select(c => c.Of(text)))}");
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"polnear {Path.GetFileName(file)} n={n} attributions={gold} cue_p={Ratio(right, found):0.000} cue_r={Ratio(right, gold):0.000} cue_f1={Ratio(2 * right, found + gold):0.000} source_overlap={(right == 0 ? 0 : source / right):0.000} content_overlap={(right == 0 ? 0 : content / right):0.000}");
    }

    /// <summary>The set counts code points, the product UTF-16 units.</summary>
    private static List<int> Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) places.Add(i);
        places.Add(text.Length);
        return places;
    }

    private static List<Span> Read(JsonElement attribution, string part, List<int> places) =>
        !attribution.TryGetProperty(part, out var spans) ? [] : [.. spans.EnumerateArray().SelectMany(p => p.EnumerateArray()).Select(s => new Span(places[s[0].GetInt32()], places[s[1].GetInt32()]))];

    /// <summary>Characters in both over characters in either.</summary>
    private static double Likeness(List<Span> a, List<Span> b)
    {
        var shared = Overlap(a, b);
        var either = Length(a) + Length(b) - shared;
        return either == 0 ? 1 : (double)shared / either;
    }

    private static int Overlap(List<Span> a, List<Span> b) => a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));

    private static int Length(List<Span> spans) => spans.Sum(s => s.Length);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
