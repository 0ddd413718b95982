using System.Globalization;
using ClaimGraph.Extraction;
using ClaimGraph.Extraction.Tagging;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Training;

/// <summary>
/// Averaged perceptron (Collins, "Discriminative Training Methods for Hidden Markov Models", EMNLP 2002) over hashed features; weights are pruned, scaled to signed bytes and put into the slots that the product reads.
/// </summary>
internal static class TaggerTraining
{
    private const int Epochs = 10, Bits = 17, Seed = 20;

    private sealed class Weight
    {
        public readonly float[] Now = new float[TagWeights.Tags];
        public readonly double[] Sum = new double[TagWeights.Tags];
        public readonly int[] Since = new int[TagWeights.Tags];
        public int Seen;
    }

    public static void Run(string treebanks, string output)
    {
        var base_ = Treebank.Read(Path.Combine(treebanks, "ewt-train.conllu"), true);
        base_.AddRange(Treebank.Read(Path.Combine(treebanks, "gum-train.conllu"), true));
        var train = new List<List<TaggedWord>>(base_);
        for (var i = 0; i < base_.Count; i++)
        {
            if (i % 2 == 0) train.Add(Treebank.Stripped(base_[i]));
            if (i % 5 == 0 && base_[i].Count is >= 4 and <= 16) train.Add(Treebank.Capitalised(base_[i]));
        }
        var sure = Sure(base_);
        Console.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Count)} words, {sure.Count} sure words");
        var weights = new Dictionary<ulong, Weight>();
        var random = new Random(Seed);
        var step = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var order = train.ToArray();
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (var sentence in order) Learn(sentence, sure, weights, ref step, ref right, ref all);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}: {(double)right / all:F4} on the training words, {weights.Count} features"));
        }
        using (var file = File.Create(output)) TagWeights.Write(file, Pack(weights, step), Bits, sure);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
        using var stream = File.OpenRead(output);
        var read = TagWeights.Read(stream);
        foreach (var test in new[] { "ewt-dev", "ewt-test", "gum-news-test" })
            foreach (var joined in new[] { true, false })
                Report(Path.Combine(treebanks, test + ".conllu"), joined, read);
    }

    public static void Measure(string file)
    {
        using var stream = WordList.Open("Tagging", "tagger.bin");
        Report(file, true, TagWeights.Read(stream));
    }

    private static Token Token(TaggedWord word) => new(default, word.Text, Fold.Lower(word.Text), "", Tag.X);

    private static void Learn(List<TaggedWord> sentence, Dictionary<string, Tag> sure, Dictionary<ulong, Weight> weights, ref int step, ref int right, ref int all)
    {
        var tokens = sentence.ConvertAll(Token);
        var forms = tokens.Select(TagFeatures.Of).ToArray();
        Span<ulong> features = stackalloc ulong[TagFeatures.Count];
        Span<float> scores = stackalloc float[TagWeights.Tags];
        Tag before = (Tag)31, before2 = (Tag)31;
        for (var i = 0; i < tokens.Count; i++)
        {
            all++;
            var tag = Tagger.Obvious(tokens[i], null) ?? (sure.TryGetValue(tokens[i].Text, out var known) ? known : (Tag?)null);
            if (tag is null)
            {
                step++;
                TagFeatures.Fill(forms, i, before, before2, features);
                scores.Clear();
                foreach (var feature in features)
                    if (weights.TryGetValue(feature, out var w)) for (var t = 0; t < TagWeights.Tags; t++) scores[t] += w.Now[t];
                var best = 0;
                for (var t = 1; t < scores.Length; t++) if (scores[t] > scores[best]) best = t;
                tag = (Tag)best;
                var gold = sentence[i].Tag;
                foreach (var feature in features)
                {
                    if (!weights.TryGetValue(feature, out var w)) weights[feature] = w = new();
                    w.Seen++;
                    if (tag == gold) continue;
                    Change(w, (int)gold, 1, step);
                    Change(w, (int)tag, -1, step);
                }
            }
            if (tag == sentence[i].Tag) right++;
            (before2, before) = (before, tag.Value);
        }
    }

    private static void Change(Weight w, int tag, float by, int step)
    {
        w.Sum[tag] += (step - w.Since[tag]) * (double)w.Now[tag];
        w.Since[tag] = step;
        w.Now[tag] += by;
    }

    /// <summary>Words seen often enough and with one tag only, nearly always.</summary>
    private static Dictionary<string, Tag> Sure(List<List<TaggedWord>> sentences)
    {
        var counts = new Dictionary<string, Dictionary<Tag, int>>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(s => s))
        {
            if (!counts.TryGetValue(word.Text, out var tags)) counts[word.Text] = tags = [];
            tags[word.Tag] = tags.GetValueOrDefault(word.Tag) + 1;
        }
        var sure = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var (word, tags) in counts)
        {
            var (tag, most) = tags.MaxBy(t => t.Value);
            var all = tags.Values.Sum();
            if (all >= 30 && most >= all * .99 && char.IsLetter(word[0])) sure[word] = tag;
        }
        return sure;
    }

    /// <summary>The heaviest features first, each into one of its two slots; what finds none is dropped.</summary>
    private static byte[] Pack(Dictionary<ulong, Weight> weights, int step)
    {
        var averaged = weights.Where(w => w.Value.Seen >= 4 * Epochs).Select(w =>
        {
            var values = new double[TagWeights.Tags];
            for (var t = 0; t < values.Length; t++) values[t] = (w.Value.Sum[t] + (step - w.Value.Since[t]) * (double)w.Value.Now[t]) / step;
            return (Feature: w.Key, Values: values, Weight: values.Sum(Math.Abs) * Math.Log2(1 + w.Value.Seen));
        }).OrderByDescending(w => w.Weight).ThenBy(w => w.Feature).ToList();
        // One byte holds the range that all but the rarest weights need.
        var largest = averaged.SelectMany(w => w.Values).Select(Math.Abs).Order().ToList();
        var scale = 127 / largest[(int)(largest.Count * .9995)];
        var slots = new byte[TagWeights.Row << Bits];
        int placed = 0, dropped = 0, mask = (1 << Bits) - 1;
        foreach (var (feature, values, weight) in averaged)
        {
            if (weight * scale < 1) continue;
            var slot = TagWeights.Slot(feature, mask);
            if (slots[slot * TagWeights.Row] != 0) slot ^= 1;
            if (slots[slot * TagWeights.Row] != 0) { dropped++; continue; }
            slots[slot * TagWeights.Row] = TagWeights.Check(feature);
            for (var t = 0; t < TagWeights.Tags; t++) slots[slot * TagWeights.Row + 1 + t] = (byte)(sbyte)Math.Clamp(Math.Round(values[t] * scale), -127, 127);
            placed++;
        }
        Console.WriteLine($"{averaged.Count} features kept, {placed} placed, {dropped} without a slot");
        return slots;
    }

    private static void Report(string file, bool joined, TagWeights weights)
    {
        if (!File.Exists(file)) return;
        int right = 0, all = 0;
        Span<ulong> features = stackalloc ulong[TagFeatures.Count];
        Span<short> scores = stackalloc short[TagWeights.Tags];
        foreach (var sentence in Treebank.Read(file, joined))
        {
            var tokens = sentence.ConvertAll(Token);
            var forms = tokens.Select(TagFeatures.Of).ToArray();
            Tag before = (Tag)31, before2 = (Tag)31;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (Tagger.Obvious(tokens[i], weights) is not { } tag)
                {
                    TagFeatures.Fill(forms, i, before, before2, features);
                    scores.Clear();
                    foreach (var feature in features) weights.Add(feature, scores);
                    var best = 0;
                    for (var t = 1; t < scores.Length; t++) if (scores[t] > scores[best]) best = t;
                    tag = (Tag)best;
                }
                all++;
                if (tag == sentence[i].Tag) right++;
                (before2, before) = (before, tag);
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} joined={joined} n={all} upos={(double)right / all:F4}"));
    }
}
