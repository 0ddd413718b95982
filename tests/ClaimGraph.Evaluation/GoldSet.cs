using System.Globalization;
using System.Text.Json;

namespace ClaimGraph.Evaluation;

/// <summary>Hand-annotated stories: claims with span, speaker and quantity, relations, independence. How each is scored stands in the set's README.</summary>
internal sealed class GoldSet
{
    private readonly JsonElement _gold;
    private readonly List<string> _wrong = [];

    private GoldSet(JsonElement gold) => _gold = gold;

    public static string Score(string file, string? directory, int errors)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var set = new GoldSet(json.RootElement.Clone());
        var folder = directory ?? Path.GetDirectoryName(Path.GetFullPath(file))!;
        var line = set.Score($"gold {Path.GetFileName(file)}", folder, out var wrong);
        foreach (var one in wrong.Take(errors)) Console.WriteLine(one);
        return line;
    }

    private string Score(string title, string folder, out List<string> wrong)
    {
        var articles = _gold.GetProperty("documents").EnumerateArray().Select(d => new Article
        {
            Id = Articles.Text(d, "id"), Text = File.ReadAllText(Path.Combine(folder, Articles.Text(d, "file")!)), Outlet = Articles.Text(d, "primaryOutlet"), Published = Articles.Text(d, "ingestDate"),
        });
        var (store, readings) = Articles.Ingest(articles);
        var claims = _gold.GetProperty("claims").EnumerateArray().ToList();
        var found = Match(claims, readings);

        var tier1 = claims.Where(c => c.GetProperty("tier").GetInt32() == 1).ToList();
        int Found(IEnumerable<JsonElement> some) => some.Count(c => found.ContainsKey(Id(c)));
        int speakers = 0, quantities = 0;
        foreach (var c in claims)
        {
            if (!found.TryGetValue(Id(c), out var claim))
            {
                _wrong.Add($"LOST {Id(c)} {Articles.Text(c, "span")}");
                continue;
            }
            if (SameSpeaker(c, claim)) speakers++;
            else _wrong.Add($"SPEAKER {Id(c)} gold {string.Join(" + ", Names(c))} read {claim.Attribution[0].Role} {claim.Attribution[0].Name} | {claim.Quote}");
            if (SameQuantity(c.GetProperty("quantity"), claim)) quantities++;
            else _wrong.Add($"QUANTITY {Id(c)} gold {Articles.Text(c.GetProperty("quantity"), "surface") ?? "none"} read {claim.Proposition.Quantity?.Surface ?? "none"} | {claim.Quote}");
            _wrong.Add($"READ {Id(c)} key {claim.Proposition.Key} value {claim.Proposition.ValueText} {claim.Proposition.Modality} {claim.Proposition.Polarity} {claim.Proposition.TimeKind} {claim.Asserted.Text} scope {string.Join(",", claim.Proposition.Scope.Select(f => f.Name + "=" + f.Value))} members {string.Join(",", claim.Proposition.Members)} chain {string.Join(" < ", claim.Attribution.Select(step => $"{step.Name}/{step.Role}"))} origin {claim.Origin}{(claim.OriginKnown ? "" : "?")} | {claim.Quote}");
        }

        // Relations expand by position.
        var place = store.Claims.Values.ToDictionary(c => c.Claim.Id, c => c.PositionId ?? c.Claim.Id, StringComparer.Ordinal);
        var joined = new Dictionary<(string, string), HashSet<RelationKind>>();
        foreach (var r in store.Relations.Values)
        {
            var pair = Pair(place[r.EarlierId], place[r.LaterId]);
            (joined.TryGetValue(pair, out var kinds) ? kinds : joined[pair] = []).Add(r.Kind);
        }
        HashSet<RelationKind> Between(string a, string b)
        {
            var kinds = joined.GetValueOrDefault(Pair(place[found[a].Id], place[found[b].Id])) ?? [];
            if (place[found[a].Id] == place[found[b].Id]) kinds = [.. kinds, RelationKind.Corroborates];
            return kinds;
        }

        int conflicts = 0, recalled = 0, exact = 0, corroborations = 0, independent = 0;
        var spoken = new HashSet<(string, string)>();
        foreach (var r in _gold.GetProperty("relations").EnumerateArray())
        {
            var (type, a, b) = (Articles.Text(r, "type")!, Articles.Text(r, "from")!, Articles.Text(r, "to")!);
            string[] also = r.TryGetProperty("alsoAcceptable", out var more) ? [.. more.EnumerateArray().Select(m => m.GetString()!)] : [];
            if (IsConflict(type) || also.Contains("CONTRADICTS")) spoken.Add(Pair(a, b));
            var both = found.ContainsKey(a) && found.ContainsKey(b);
            var kinds = both ? Between(a, b) : [];
            if (IsConflict(type))
            {
                conflicts++;
                if (kinds.Contains(RelationKind.Contradicts) || kinds.Contains(RelationKind.Supersedes)) recalled++;
                else _wrong.Add($"MISSED {Articles.Text(r, "id")} {type} {a} {b}: {(both ? string.Join(",", kinds) + Why(found[a], found[b]) : "claim lost")} | {Articles.Text(r, "rationale")}");
                if (kinds.Any(k => k.ToString().ToUpperInvariant() is var name && (name == type || also.Contains(name)))) exact++;
            }
            if (type == "CORROBORATES")
            {
                corroborations++;
                var agree = kinds.Contains(RelationKind.Corroborates) || kinds.Contains(RelationKind.Refines);
                // One document is one origin, whoever speaks in it.
                var differ = both && found[a].SourceId != found[b].SourceId && Origin(store, found[a]) != Origin(store, found[b]);
                if (agree && differ == r.GetProperty("independent").GetBoolean()) independent++;
                else _wrong.Add($"INDEPENDENCE {Articles.Text(r, "id")} {a} {b}: {(!both ? "claim lost" : !agree ? $"not joined: {string.Join(",", kinds)} {Why(found[a], found[b])}" : $"origins {Origin(store, found[a])} {Origin(store, found[b])}")} | gold {r.GetProperty("independent").GetBoolean()}");
            }
        }
        var doubtful = _gold.GetProperty("ambiguous").EnumerateArray().Select(r => Pair(Articles.Text(r, "a")!, Articles.Text(r, "b")!)).ToHashSet();
        var forbidden = _gold.GetProperty("notRelations").EnumerateArray().Where(r => r.GetProperty("mustNotBe").EnumerateArray().Any(m => m.GetString() == "CONTRADICTS"))
            .Select(r => Pair(Articles.Text(r, "a")!, Articles.Text(r, "b")!)).ToHashSet();
        int false_ = 0, broken = 0;
        var ids = found.Keys.Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            for (var j = i + 1; j < ids.Count; j++)
            {
                if (!Between(ids[i], ids[j]).Contains(RelationKind.Contradicts)) continue;
                var pair = Pair(ids[i], ids[j]);
                if (forbidden.Contains(pair)) broken++;
                if (!forbidden.Contains(pair) && (spoken.Contains(pair) || doubtful.Contains(pair))) continue;
                false_++;
                _wrong.Add($"FALSE CONTRADICTS {ids[i]} {ids[j]}: {found[ids[i]].Quote} || {found[ids[j]].Quote}");
            }
        }
        wrong = _wrong;
        return string.Create(CultureInfo.InvariantCulture,
            $"{title} n={claims.Count} tier1={tier1.Count} tier1_found={Found(tier1)} found={Ratio(found.Count, claims.Count):0.000} speaker={Ratio(speakers, found.Count):0.000} quantity={Ratio(quantities, found.Count):0.000} conflicts={conflicts} conflict_recall={Ratio(recalled, conflicts):0.000} conflict_recalled={recalled} exact_kind={Ratio(exact, conflicts):0.000} false_contradicts={false_} not_relations_broken={broken} corroborations={corroborations} independence_right={independent}");
    }

    private static string Why(Claim a, Claim b)
    {
        var (x, y) = (new Comparison.Side(a, null, a.SourceId, [], true), new Comparison.Side(b, null, b.SourceId, [], true));
        if (!Comparison.Questions.Compatible(x, y)) return $"keys {x.Key} / {y.Key}";
        if (!a.Blocks.Intersect(b.Blocks).Any()) return $"blocks {string.Join(",", a.Blocks)} / {string.Join(",", b.Blocks)}";
        if (!x.IsEvent) return string.Join(" > ", Comparison.RelationFinder.Examine(a, b).Trace.Select(t => $"{t.Rule}: {t.Outcome}"));
        var vocabulary = new Comparison.Vocabulary();
        (x.Words, y.Words) = (vocabulary.Of(x), vocabulary.Of(y));
        var verdict = Comparison.EventPair.Judge(x, y, new Comparison.NameRarity([x, y], vocabulary), new[] { x, y }.ToLookup(s => s.Document));
        return string.Create(CultureInfo.InvariantCulture, $"event {verdict.Veto} {verdict.Score:0.00} scope {x.EventScope}/{y.EventScope} days {x.Day}/{y.Day} times {x.EventTime?.Text}/{y.EventTime?.Text} story {string.Join("+", x.Evidence?.StoryNames ?? [])}/{string.Join("+", y.Evidence?.StoryNames ?? [])} places {string.Join("+", x.Evidence?.Places ?? [])}/{string.Join("+", y.Evidence?.Places ?? [])} kinds {x.Evidence?.EventKind}/{y.Evidence?.EventKind} > {string.Join(" > ", Comparison.RelationFinder.Examine(a, b).Trace.Select(t => $"{t.Rule}: {t.Outcome}"))}");
    }

    /// <summary>One to one, largest overlap first; of equal overlaps the closer span.</summary>
    private static Dictionary<string, Claim> Match(List<JsonElement> gold, List<Reading> readings)
    {
        var pairs = from c in gold
                    let start = c.GetProperty("spanStart").GetInt32()
                    let end = c.GetProperty("spanEnd").GetInt32()
                    from claim in readings.First(r => r.Source.Document == Articles.Text(c, "doc")).Claims
                    let overlap = Math.Min(end, claim.Span.End) - Math.Max(start, claim.Span.Start)
                    where overlap * 2 >= Math.Min(end - start, claim.Span.Length) && overlap > 0
                    orderby overlap descending, Math.Abs(start - claim.Span.Start) + Math.Abs(end - claim.Span.End), SameQuantity(c.GetProperty("quantity"), claim) descending
                    select (Gold: Id(c), Claim: claim);
        var found = new Dictionary<string, Claim>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, claim) in pairs.ToList())
            if (!found.ContainsKey(id) && taken.Add(claim.Id)) found[id] = claim;
        return found;
    }

    private static List<string> Names(JsonElement claim)
    {
        var chain = claim.GetProperty("attribution").EnumerateArray().ToList();
        if (chain.Count == 0 || Articles.Text(chain[0], "role") is "outlet" or "narrator") return [];
        return [.. chain.TakeWhile(s => Articles.Text(s, "role") == Articles.Text(chain[0], "role")).Select(s => Articles.Text(s, "actor")!)];
    }

    private bool SameSpeaker(JsonElement gold, Claim claim)
    {
        var names = Names(gold);
        var personal = claim.Attribution[0].Role is ChainRole.Speaker or ChainRole.Origin;
        if (names.Count == 0) return !personal;
        if (!personal) return false;
        var read = claim.Attribution.Where(s => s.Position == claim.Attribution[0].Position).Select(s => Folded(s.Name)).ToList();
        return names.Exists(n => Forms(n).Any(f => read.Contains(f)) || (n.Contains("(unnamed)", StringComparison.Ordinal) && read.Exists(r => HalfShared(Folded(n), r))));
    }

    private IEnumerable<string> Forms(string actor)
    {
        yield return Folded(actor);
        foreach (var a in _gold.GetProperty("actors").EnumerateArray().Where(a => Articles.Text(a, "id") == actor))
            foreach (var alias in a.GetProperty("aliases").EnumerateArray()) yield return Folded(alias.GetString()!);
    }

    private static string Folded(string name)
    {
        var words = name.ToLowerInvariant().Replace("(unnamed)", "", StringComparison.Ordinal).Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile(w => w is "the" or "a" or "an"));
    }

    private static bool HalfShared(string gold, string read)
    {
        string[] stop = ["of", "the", "a", "an", "in", "for", "at", "to", "with", "and", "two"];
        var want = gold.Split(' ').Except(stop).ToHashSet(StringComparer.Ordinal);
        return want.Count > 0 && read.Split(' ').Count(want.Contains) * 2 >= want.Count;
    }

    private static bool SameQuantity(JsonElement gold, Claim claim)
    {
        var read = claim.Proposition.Quantity;
        // The count of a list of members is ours, not the text's.
        if (gold.ValueKind == JsonValueKind.Null) return read is null || claim.Proposition.Members.Count > 0;
        if (read is null) return false;
        var (low, high) = (Articles.Number(gold, "low"), Articles.Number(gold, "high"));
        if (low is null && high is null) return read.Vague is not null;
        bool Inclusive(string name) => !gold.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.False;
        var count = read.Kind == QuantityKind.Count;
        if (count && low is not null && !Inclusive("lowInclusive")) low++;
        if (count && high is not null && !Inclusive("highInclusive")) high--;
        return Same(low, read.Low) && Same(high, read.High);
    }

    private static bool Same(double? a, double? b) => a is null || b is null ? (a ?? 0) == 0 && (b ?? 0) == 0 && (a is null) == (b is null) : Math.Abs(a.Value - b.Value) <= 1e-6 * Math.Max(1, Math.Abs(a.Value));

    private static string Origin(Tests.Comparison.MemoryBlocks store, Claim claim) => store.Origins.GetValueOrDefault(claim.Id) ?? claim.Origin;

    private static bool IsConflict(string type) => type is "CONTRADICTS" or "SUPERSEDES";

    private static string Id(JsonElement claim) => claim.GetProperty("id").GetString()!;

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
