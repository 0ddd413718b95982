using System.Globalization;
using System.Text.Json;
using ClaimGraph.Comparison;
using ClaimGraph.Tests.Comparison;

namespace ClaimGraph.Evaluation;

/// <summary>
/// Fits the weights of event identity and judges them with whole topics (ECB+) or months (FA-KES) left out: what is learned on the others must hold on the one left out.
/// </summary>
internal sealed class EventFit
{
    private sealed record Case(string Set, string Question, bool Same, bool Equal, bool Clash, bool Stated, Veto Veto, Example Example)
    {
        public required Side A { get; init; }
        public required Side B { get; init; }
    }

    public static string Run(string[] files, int errors)
    {
        var cases = new List<Case>();
        for (var i = 0; i + 1 < files.Length; i += 2) cases.AddRange(Load(files[i], files[i + 1], errors));
        foreach (var equal in new[] { true, false })
        {
            var some = cases.Where(c => c.Equal == equal && c.Veto == Veto.None).ToList();
            Console.WriteLine($"{(equal ? "same value" : "other value")}: {some.Count} pairs without veto, {some.Count(c => c.Same)} of one question; vetoed {cases.Count(c => c.Equal == equal && c.Veto != Veto.None)}, of one question {cases.Count(c => c.Equal == equal && c.Veto != Veto.None && c.Same)}");
            foreach (var veto in cases.Where(c => c.Equal == equal && c.Veto != Veto.None).GroupBy(c => c.Veto).OrderByDescending(g => g.Count()))
            {
                Console.WriteLine($"  veto {veto.Key}: wrong {veto.Count(c => !c.Same)} right {veto.Count(c => c.Same)}");
                if (veto.Key >= Veto.GivesBoth) Bins("    asked", [.. veto.Select(c => (EventPair.Score(c.Example.Features, c.Equal), c))]);
            }
            Console.WriteLine("  all: " + Text(LogisticFit.Fit([.. some.Select(c => c.Example)])));
            var leftOut = new List<(double Score, Case Case)>();
            foreach (var group in some.GroupBy(c => c.Example.Group))
            {
                var weights = LogisticFit.Fit([.. some.Where(c => c.Example.Group != group.Key).Select(c => c.Example)]);
                leftOut.AddRange(group.Select(c => (LogisticFit.Score(weights, c.Example.Features), c)));
            }
            Bins("left out", leftOut);
            Thresholds("left out", leftOut);
            List<(double, Case)> built = [.. some.Select(c => (EventPair.Score(c.Example.Features, c.Equal), c))];
            Bins("as built", built);
            Thresholds("as built", built);
        }
        return $"events-fit n={cases.Count}";
    }

    /// <summary>Confidence checked: each tenth with the share of pairs that are of one question, and how many they are.</summary>
    private static void Bins(string title, List<(double Score, Case Case)> scored)
    {
        foreach (var set in scored.GroupBy(s => s.Case.Set))
        {
            var bins = set.GroupBy(s => Math.Min(9, (int)(s.Score * 10))).OrderBy(g => g.Key)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $".{g.Key}:{(double)g.Count(s => s.Case.Same) / g.Count():0.00}/{g.Count()}"));
            Console.WriteLine($"  {title} {set.Key}: {string.Join(" ", bins)}");
        }
    }

    /// <summary>What would be stated from a score on: right of all, questions, and pairs across questions.</summary>
    private static void Thresholds(string title, List<(double Score, Case Case)> scored)
    {
        foreach (var set in scored.Where(s => s.Case.Equal || s.Case.Stated).GroupBy(s => s.Case.Set))
        {
            var cuts = new[] { 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9 }.Select(cut =>
            {
                var stated = set.Where(s => s.Score >= cut).Select(s => s.Case).ToList();
                var right = stated.Where(c => c.Equal ? c.Same : c.Clash).ToList();
                return string.Create(CultureInfo.InvariantCulture, $"{cut:0.00}: {right.Count}/{stated.Count} q{right.Select(c => c.Question).Distinct().Count()} x{stated.Count(c => !c.Same)}");
            });
            Console.WriteLine($"  {title} from {set.Key}: {string.Join(" | ", cuts)}");
        }
    }

    private static string Text(double[] weights) => string.Join(' ', EventWeights.Table.Zip(weights, (n, w) => string.Create(CultureInfo.InvariantCulture, $"{n.Feature}={w:0.00}")));

    private static IEnumerable<Case> Load(string articles, string goldFile, int errors)
    {
        var set = Path.GetFileName(Path.GetDirectoryName(articles))!;
        // Without errors to show, nothing need be compared.
        var (store, readings) = errors > 0 ? Articles.Ingest(Articles.Load(articles)) : (new MemoryBlocks(), Articles.Newest(Articles.Load(articles)));
        var gold = Articles.Lines(goldFile).ToList();
        var byDocument = readings.ToDictionary(r => r.Source.Document!, StringComparer.Ordinal);
        var found = new Dictionary<int, Side>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < gold.Count; i++)
        {
            if (!byDocument.TryGetValue(Articles.Text(gold[i], "article")!, out var reading)) continue;
            if (Match(gold[i], reading, taken) is not { } claim) continue;
            found[i] = Prepared(claim, reading, store.Claims.GetValueOrDefault(claim.Id)?.QuestionId);
        }
        // Blocks as comparison reads them: what tells two events apart is judged inside each block that the two claims share.
        var annotated = found.Values.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        List<Side> all = [.. readings.SelectMany(r => r.Claims.Where(c => c.Blocks.Count > 0 && !annotated.Contains(c.Id)).Select(c => Prepared(c, r, null))), .. found.Values];
        var vocabulary = new Vocabulary();
        foreach (var side in all) side.Words = vocabulary.Of(side);
        var blocks = all.SelectMany(s => s.Claim.Blocks.Select(b => (Block: b, Side: s))).GroupBy(p => p.Block, p => p.Side, StringComparer.Ordinal)
            .Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var judged = blocks.Where(g => EventBlocks.WholeOf(g.Key) is { } whole ? blocks[whole].Count >= EventWeights.TellingBlock : g.Value.Count < EventWeights.TellingBlock)
            .ToDictionary(g => g.Key, g => (Names: new NameRarity(g.Value, vocabulary), Articles: g.Value.ToLookup(s => s.Document, StringComparer.Ordinal)), StringComparer.Ordinal);
        var lost = new Dictionary<string, int>();
        var keys = found.Keys.ToList();
        for (var x = 0; x < keys.Count; x++)
        {
            for (var y = x + 1; y < keys.Count; y++)
            {
                var (a, b, ga, gb) = (found[keys[x]], found[keys[y]], gold[keys[x]], gold[keys[y]]);
                var same = Articles.Text(ga, "question") == Articles.Text(gb, "question");
                var clash = same && Disjoint(ga, gb);
                var shared = a.Claim.Blocks.Intersect(b.Claim.Blocks, StringComparer.Ordinal).Where(judged.ContainsKey).Select(k => judged[k]).ToList();
                var why = !Questions.Compatible(a, b) ? "key" : shared.Count == 0 ? "block" : a.EventScope != b.EventScope ? "scope" : null;
                var (verdict, names) = shared.Select(k => (Verdict: EventPair.Judge(a, b, k.Names, k.Articles), k.Names)).OrderBy(v => v.Verdict.Veto).ThenByDescending(v => v.Verdict.Score).FirstOrDefault();
                if (clash) lost[why ?? verdict.Veto.ToString()] = lost.GetValueOrDefault(why ?? verdict.Veto.ToString()) + 1;
                var features = names is null ? [] : EventFeatures.Of(a, b, names);
                if (clash && errors > 0) Console.WriteLine($"PAIR {Articles.Text(ga, "question")} | {Status(store, a, b, why, verdict.Veto)} | {(features.Length == 0 ? 0 : EventPair.Score(features, false)):0.00} | {Shown(a)} | {Shown(b)}");
                if (why is not null) continue;
                var group = set.StartsWith("ecb", StringComparison.Ordinal) ? Articles.Text(ga, "article")!.Split('_')[0] : (a.Published ?? b.Published)?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "none";
                var stated = OrderedRules.Run(new Examination(a, b) { Identity = 0.9 }) is { Conflict: true };
                yield return new Case(set, Articles.Text(ga, "question")!, same, EventPair.Agree(a, b), clash, stated, verdict.Veto, new Example(features, same, set + group)) { A = a, B = b };
            }
        }
        Console.WriteLine($"{set}: {found.Count} of {gold.Count} found; clashing pairs: {string.Join(", ", lost.OrderByDescending(l => l.Value).Select(l => $"{l.Key} {l.Value}"))}");
    }


    private static Side Prepared(Claim claim, Reading reading, string? question)
    {
        var s = reading.Source;
        return new Side(claim, new SourceCard(s.Id, s.Kind, s.Title, s.OutletId, s.OutletName, s.Url, s.Published), s.Id, reading.Signature, false) { OldQuestion = question };
    }

    private static string Status(MemoryBlocks store, Side a, Side b, string? why, Veto veto)
    {
        var (p, q) = (store.Claims[a.Id].PositionId, store.Claims[b.Id].PositionId);
        if (store.Relations.Values.Any(r => r.Conflict && (store.Claims[r.EarlierId].PositionId, store.Claims[r.LaterId].PositionId) is var (x, y) && ((x == p && y == q) || (x == q && y == p)))) return "STATED";
        if (store.Candidates.ContainsKey(Ids.Candidate(a.Id, b.Id))) return $"CANDIDATE {veto} {(a.OldQuestion == b.OldQuestion ? "together" : "apart")}: {store.Candidates[Ids.Candidate(a.Id, b.Id)].Doubt}";
        var x = OrderedRules.Run(new Examination(a, b) { Identity = 0.9 });
        return why ?? $"{veto} {(a.OldQuestion == b.OldQuestion ? "together" : "apart")}, {x.Stopped ?? $"{x.Kind} {x.Doubt}"}";
    }

    private static string Shown(Side a) => $"{a.Document[^5..]} {a.Key} [{a.EventScope}] {(a.Evidence!.Principal ? "P" : "")} {a.Day} t={a.Evidence.EventTime?.Text} k={a.Evidence.EventKind} pl={string.Join(',', a.Evidence.Places)} '{a.Claim.Quote}'";

    private static Claim? Match(JsonElement gold, Reading reading, HashSet<string> taken)
    {
        var quote = Articles.Text(gold, "quote")!;
        var start = reading.Text.IndexOf(quote, StringComparison.Ordinal);
        if (start < 0) return null;
        var claim = reading.Claims.FirstOrDefault(c => !taken.Contains(c.Id) && 2 * (Math.Min(start + quote.Length, c.Span.End) - Math.Max(start, c.Span.Start)) >= Math.Min(quote.Length, c.Span.Length)
            && Close(Articles.Number(gold, "low"), c.Proposition.Quantity?.Low) && Close(Articles.Number(gold, "high"), c.Proposition.Quantity?.High));
        if (claim is not null) taken.Add(claim.Id);
        return claim;
    }

    private static bool Close(double? a, double? b) => a is null || b is null ? (a ?? 0) == (b ?? 0) : Math.Abs(a.Value - b.Value) <= 0.001 * Math.Max(1, Math.Abs(a.Value));

    private static bool Disjoint(JsonElement a, JsonElement b)
    {
        var (al, ah, bl, bh) = (Articles.Number(a, "low") ?? double.NegativeInfinity, Articles.Number(a, "high") ?? double.PositiveInfinity, Articles.Number(b, "low") ?? double.NegativeInfinity, Articles.Number(b, "high") ?? double.PositiveInfinity);
        if (Articles.Text(a, "approximate") == "True") (al, ah) = (al * 0.9, double.IsInfinity(ah) ? ah : ah * 1.1);
        if (Articles.Text(b, "approximate") == "True") (bl, bh) = (bl * 0.9, double.IsInfinity(bh) ? bh : bh * 1.1);
        return ah < bl || bh < al;
    }
}
