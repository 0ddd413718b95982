using ClaimGraph.Comparison;
using System.Globalization;

namespace ClaimGraph.Tests.Comparison;

/// <summary>
/// A claim written on one line, for tests: <c>key | value | rung | day | options</c>.
/// Values: <c>26</c>, <c>&gt;=3</c>, <c>&gt;30</c>, <c>&lt;=1500</c>, <c>150..200</c>, <c>~40</c>, <c>not 40</c>, <c>yes</c>, <c>no</c>, <c>uk+france</c>, <c>only uk+france</c>; a unit may follow.
/// Options, separated by semicolons: <c>scope publicity=public</c>, <c>speaker Macron</c>, <c>source BBC</c>, <c>time act|plan|state|measured</c>, <c>valid 2025-01-01..2025-01-31</c>,
/// <c>so far</c>, <c>denies WORDS</c>, <c>headline</c>, <c>condition WORDS</c>, <c>event kind=quake names=a,b lead=c,d place=e terms=f,g story=halcyon_venture beside=person_wounded:60 day=2025-01-01 background part</c>, <c>quote WORDS</c>, <c>origin unknown</c>.
/// </summary>
public static class ClaimText
{
    public static Claim Read(string line, string source)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var (key, value, rung, day) = (parts[0], parts[1], parts[2], parts[3]);
        var options = parts.Length > 4 ? parts[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        string? Option(string name) => options.FirstOrDefault(o => o.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..];

        var asserted = day == "?" ? PartialDate.Unknown : Date(day);
        var (quantity, members, exclusive, polarity) = Value(value, key);
        var modality = rung.Length == 0 ? Modality.Asserted : Enum.Parse<Modality>(rung, true);
        var outlet = Option("source") ?? source;
        var speaker = Option("speaker");
        var event_ = Option("event");
        var evidence = event_ is null ? new Evidence() : Event(event_);
        var proposition = new Proposition
        {
            Key = key, Subject = key.Split(';')[0], Predicate = key.Split(';').ElementAtOrDefault(1) ?? "", Quantity = quantity, Members = members, Exclusive = exclusive, Polarity = polarity,
            Modality = modality, ValueText = value, QuestionText = $"{key}?", Condition = Option("condition"),
            Scope = [.. options.Where(o => o.StartsWith("scope ", StringComparison.Ordinal)).Select(o => o[6..].Split('=')).Select(f => new ScopeFacet(f[0], f[1], f[1]))],
            TimeKind = Option("time") switch { "act" => TimeKind.PastAct, "plan" => TimeKind.Plan, "measured" => TimeKind.Measured, _ => TimeKind.RunningState },
            Valid = Option("valid") is { } valid ? Date(valid) : options.Contains("so far") ? new PartialDate(null, asserted.End, DatePrecision.Open, "so far") : PartialDate.Unknown,
        };
        List<AttributionStep> chain = [new(speaker is null ? 0 : 1, ChainRole.Outlet, outlet)];
        if (speaker is not null) chain.Insert(0, new AttributionStep(0, ChainRole.Speaker, speaker) { ActorId = Ids.Actor(ActorKind.Person, speaker), Cue = "said" });
        var quote = Option("quote") ?? line;
        return new Claim
        {
            Id = Ids.Claim(source, quote, 0, line), SourceId = Ids.Article(source, "1"), Quote = quote, Span = new Span(0, quote.Length), Proposition = proposition, Attribution = chain, Asserted = asserted,
            Origin = speaker is null ? Origin.OfOutlet(Ids.Outlet(outlet)) : Origin.OfActor(Ids.Actor(ActorKind.Person, speaker)), OriginKnown = !options.Contains("origin unknown"),
            Evidence = evidence with { Headline = options.Contains("headline"), Denies = Option("denies") },
            Blocks = key.Length == 0 ? [] : event_ is null ? [$"q|{key}"] : EventBlocks.Of(key, [.. evidence.Names.Concat(evidence.LeadNames).Concat(evidence.StoryNames).Distinct().Take(8)], asserted.SortDay, false),
        };
    }

    public static Reading Reading(string source, params IEnumerable<string> lines)
    {
        var claims = lines.Select(l => Read(l, source)).ToList();
        var outlet = claims[0].Attribution[^1].Name;
        return new Reading
        {
            Source = new Source(Ids.Article(source, "1"), SourceKind.Article, source) { Document = source, OutletId = Ids.Outlet(outlet), OutletName = outlet, Published = claims[0].Asserted },
            Text = string.Join('\n', claims.Select(c => c.Quote)), ContentHash = source, Claims = claims,
        };
    }

    private static PartialDate Date(string text)
    {
        if (text.Contains("..", StringComparison.Ordinal))
        {
            var ends = text.Split("..");
            return new PartialDate(Day(ends[0]), Day(ends[1]), DatePrecision.Week, "test");
        }
        return text.Length == 7 ? new PartialDate(Day(text + "-01"), Day(text + "-01")!.Value.AddMonths(1).AddDays(-1), DatePrecision.Month, "test") : PartialDate.Day(Day(text)!.Value, "test");
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (Quantity?, string[], bool, Polarity) Value(string text, string key)
    {
        if (text is "yes") return (null, [], false, Polarity.Positive);
        if (text is "no") return (null, [], false, Polarity.Negative);
        if (text is "open") return (null, [], false, Polarity.Unknown);
        if (text.StartsWith("only ", StringComparison.Ordinal)) return (null, text[5..].Split('+'), true, Polarity.Positive);
        if (char.IsLetter(text[0]) && !text.StartsWith("not ", StringComparison.Ordinal)) return (null, text.Split('+'), false, Polarity.Positive);
        var denied = text.StartsWith("not ", StringComparison.Ordinal);
        var words = (denied ? text[4..] : text).Split(' ');
        if (denied && char.IsLetter(words[0][0])) return (null, words[0].Split('+'), false, Polarity.Negative);
        var unit = words.Length > 1 ? words[1] : key.Split(';')[0];
        var number = words[0];
        var kind = unit switch { "percent" => QuantityKind.Percent, "eur" or "usd" => QuantityKind.Money, "km" or "mile" or "m" or "foot" or "barrel" or "gallon" => QuantityKind.Measure, _ => QuantityKind.Count };
        double N(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);
        var count = kind == QuantityKind.Count;
        var quantity = number switch
        {
            ['>', '=', .. var n] => new Quantity(Comparator.AtLeast, N(n), null, true, true, unit, kind),
            ['<', '=', .. var n] => new Quantity(Comparator.AtMost, 0, N(n), true, true, unit, kind),
            ['>', .. var n] => new Quantity(Comparator.MoreThan, count ? N(n) + 1 : N(n), null, count, true, unit, kind),
            ['<', .. var n] => new Quantity(Comparator.LessThan, 0, count ? N(n) - 1 : N(n), true, count, unit, kind),
            ['~', .. var n] => Quantity.Exactly(N(n), unit, kind) with { Approximate = true },
            var n when n.Contains("..", StringComparison.Ordinal) => new Quantity(Comparator.Between, N(n.Split("..")[0]), N(n.Split("..")[1]), true, true, unit, kind),
            var n => Quantity.Exactly(N(n), unit, kind),
        };
        return (quantity, [], false, denied || quantity.IsNone ? Polarity.Negative : Polarity.Positive);
    }

    private static Evidence Event(string text)
    {
        var fields = text.Split(' ').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f.ElementAtOrDefault(1) ?? "");
        string[] List(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } list ? list.Split(',') : [];
        return new Evidence
        {
            EventKind = fields.GetValueOrDefault("kind"), Names = List("names"), LeadNames = List("lead"), Places = List("place"), StoryNames = [.. List("story").Select(n => n.Replace('_', ' '))],
            Terms = [.. List("terms").Order(StringComparer.Ordinal)], LeadTerms = [.. List("leadterms").Order(StringComparer.Ordinal)],
            Beside = [.. List("beside").Select(f => f.Replace('_', ';').Replace(':', '='))],
            EventTime = fields.TryGetValue("day", out var day) ? Date(day) : null, Principal = !fields.ContainsKey("background"), IsPart = fields.ContainsKey("part"),
        };
    }
}
