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
    private sealed record Case(string Set, string Group, Side A, Side B, bool Same, bool Equal, bool GoldClash, double[] Features, Veto Veto);

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
                if (veto.Key >= Veto.GivesBoth) Table("    asked", [.. veto.Select(c => (EventPair.Score(c.Features, c.Equal), c))]);
            }
            Console.WriteLine("  all: " + Text(Fit(some)));
            // Left out by group.
            var scored = new List<(double Score, Case Case)>();
            foreach (var group in some.GroupBy(c => c.Group))
            {
                var weights = Fit([.. some.Where(c => c.Group != group.Key)]);
                scored.AddRange(group.Select(c => (Logistic(weights, c.Features), c)));
            }
            Table("left out", scored);
            if (errors > 0 && !equal)
                foreach (var (score, c) in scored.OrderByDescending(s => s.Score).Take(errors))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {score:0.00} {(c.Same ? "RIGHT" : "wrong")} {c.Set} {c.A.Document[^4..]} {c.B.Document[^4..]} {c.A.Day} {c.B.Day} kinds {c.A.Evidence!.EventKind}/{c.B.Evidence!.EventKind} times {c.A.Evidence.EventTime?.Text}/{c.B.Evidence.EventTime?.Text} places {string.Join(",", c.A.Evidence.Places)}/{string.Join(",", c.B.Evidence.Places)}\n         {c.A.Claim.Quote}\n         {c.B.Claim.Quote}"));
            Table("as built", [.. some.Select(c => (EventPair.Score(c.Features, c.Equal), c))]);
        }
        return $"events-fit n={cases.Count}";
    }

    private static void Table(string title, List<(double Score, Case Case)> scored)
    {
        foreach (var set in scored.GroupBy(s => s.Case.Set))
        {
            var bins = set.GroupBy(s => Math.Min(9, (int)(s.Score * 10))).OrderBy(g => g.Key)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $".{g.Key}:{(double)g.Count(s => s.Case.Same) / g.Count():0.00}/{g.Count()}"));
            Console.WriteLine($"  {title} {set.Key}: {string.Join(" ", bins)}");
        }
    }

    private static double Logistic(double[] weights, double[] features) => 1 / (1 + Math.Exp(-weights.Zip(features, (w, f) => w * f).Sum()));

    /// <summary>Logistic regression by gradient descent with a small ridge, each group weighing by the root of its size so that one large topic does not decide.</summary>
    private static double[] Fit(List<Case> cases)
    {
        if (cases.Count == 0) return [];
        var weights = new double[cases[0].Features.Length];
        var groupWeight = cases.GroupBy(c => c.Group).ToDictionary(g => g.Key, g => 1 / Math.Sqrt(g.Count()));
        var total = cases.Sum(c => groupWeight[c.Group]);
        for (var round = 0; round < 3000; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var c in cases)
            {
                var error = (Logistic(weights, c.Features) - (c.Same ? 1 : 0)) * groupWeight[c.Group] / total;
                for (var i = 0; i < gradient.Length; i++) gradient[i] += error * c.Features[i];
            }
            for (var i = 0; i < weights.Length; i++) if (i is not (2 or 8)) weights[i] -= 2.0 * (gradient[i] + (i == 0 ? 0 : 0.003 * weights[i]));
        }
        return weights;
    }

    private static string Text(double[] weights) => string.Join(' ', EventPair.FeatureNames.Zip(weights, (n, w) => string.Create(CultureInfo.InvariantCulture, $"{n}={w:0.00}")));

    private static IEnumerable<Case> Load(string articles, string goldFile, int errors)
    {
        var set = Path.GetFileName(Path.GetDirectoryName(articles))!;
        var (store, readings) = Articles.Ingest(Articles.Load(articles));
        var gold = Articles.Lines(goldFile).ToList();
        var byDocument = readings.ToDictionary(r => r.Source.Document!, StringComparer.Ordinal);
        var found = new Dictionary<int, Side>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < gold.Count; i++)
        {
            if (!byDocument.TryGetValue(Articles.Text(gold[i], "article")!, out var reading)) continue;
            if (Match(gold[i], reading, taken) is not { } claim) continue;
            var s = reading.Source;
            found[i] = new Side(claim, new SourceCard(s.Id, s.Kind, s.Title, s.OutletId, s.OutletName, s.Url, s.Published), s.Id, reading.Signature, false)
            {
                OldQuestion = store.Claims[claim.Id].QuestionId,
            };
        }
        var vocabulary = new Vocabulary();
        foreach (var side in found.Values) side.Words = vocabulary.Of(side);
        List<Side> all = [.. store.Claims.Values.Where(c => c.Claim.Blocks.Count > 0).Select(c => new Side(c.Claim, c.Source, c.Claim.SourceId, [], false))];
        foreach (var side in all) side.Words = vocabulary.Of(side);
        var rarity = new NameRarity(all, vocabulary);
        var byKey = all.GroupBy(s => s.Family, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToLookup(s => s.Document, StringComparer.Ordinal), StringComparer.Ordinal);
        var lost = new Dictionary<string, int>();
        var keys = found.Keys.ToList();
        for (var x = 0; x < keys.Count; x++)
        {
            for (var y = x + 1; y < keys.Count; y++)
            {
                var (a, b, ga, gb) = (found[keys[x]], found[keys[y]], gold[keys[x]], gold[keys[y]]);
                var same = Articles.Text(ga, "question") == Articles.Text(gb, "question");
                var clash = same && Disjoint(ga, gb);
                var why = !Questions.Compatible(a, b) ? "key" : !a.Claim.Blocks.Intersect(b.Claim.Blocks).Any() ? "block" : a.EventScope != b.EventScope ? "scope" : null;
                var verdict = EventPair.Judge(a, b, rarity, byKey.GetValueOrDefault(a.Family) ?? byKey.First().Value);
                if (clash) lost[why ?? verdict.Veto.ToString()] = lost.GetValueOrDefault(why ?? verdict.Veto.ToString()) + 1;
                if (clash && errors > 0) Console.WriteLine($"PAIR {Articles.Text(ga, "question")} | {Status(store, a, b, why, verdict.Veto)} | {EventPair.Score(EventPair.Features(a, b, rarity), false):0.00} | {Shown(a)} | {Shown(b)}");
                if (why is not null) continue;
                var group = set.StartsWith("ecb", StringComparison.Ordinal) ? Articles.Text(ga, "article")!.Split('_')[0] : (a.Published ?? b.Published)?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "none";
                yield return new Case(set, set + group, a, b, same, EventPair.Agree(a, b), clash, EventPair.Features(a, b, rarity), verdict.Veto);
            }
        }
        Console.WriteLine($"{set}: {found.Count} of {gold.Count} found; clashing pairs: {string.Join(", ", lost.OrderByDescending(l => l.Value).Select(l => $"{l.Key} {l.Value}"))}");
    }

    private static string Status(MemoryBlocks store, Side a, Side b, string? why, Veto veto)
    {
        var (p, q) = (store.Claims[a.Id].PositionId, store.Claims[b.Id].PositionId);
        if (store.Relations.Values.Any(r => r.Conflict && (store.Claims[r.EarlierId].PositionId, store.Claims[r.LaterId].PositionId) is var (x, y) && ((x == p && y == q) || (x == q && y == p)))) return "STATED";
        if (store.Candidates.ContainsKey(Ids.Candidate(a.Id, b.Id))) return $"CANDIDATE {veto}";
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
