namespace ClaimGraph.Extraction;

/// <summary>
/// Quantities of a sentence, with the conventions of <see cref="Quantity"/>: total, deterministic, thread-safe. Works on plain text; tags, where a
/// sentence has them, find the counted noun better.
/// </summary>
public static class QuantityReader
{
    /// <summary>The quantities of plain text, which is tagged on the way.</summary>
    public static IReadOnlyList<FoundQuantity> ReadAll(string text) => Read(text, new Span(0, text.Length), Tagging.Tagger.Tag(new Words.Tokenizer(text).Read(0, text.Length)));

    /// <summary>The quantities of a sentence.</summary>
    public static IReadOnlyList<FoundQuantity> Read(Sentence sentence, string text) => Read(text, sentence.Span, sentence.Tokens);

    /// <param name="tokens">Of the span; may be empty.</param>
    public static IReadOnlyList<FoundQuantity> Read(string text, Span span, IReadOnlyList<Token> tokens) => Read(text, PieceReader.Read(text, span, tokens));

    internal static List<FoundQuantity> Read(string text, List<Piece> p)
    {
        List<FoundQuantity> found = [];
        for (var i = 0; i < p.Count;)
        {
            var end = NotQuantities.EndOfSpan(p, i);
            if (end > i) { i = end; continue; }
            i = ReadAt(text, p, i, found);
        }
        return found;
    }

    /// <summary>Reads the quantity that begins at <paramref name="i"/>, if one does. Returns where to go on.</summary>
    private static int ReadAt(string text, List<Piece> p, int i, List<FoundQuantity> found)
    {
        var currency = p[i].Kind == PieceKind.Mark ? null : UnitReader.CurrencyBefore(p, i);
        if ((Numerals.ReadShare(p, i) ?? Numerals.Read(p, i, currency is not null)) is not { } n) return PercentOf(text, p, i, found);
        if (currency is null && IsNone(p, n)) return SkipNone(p, n);
        var first = n;
        var unit = currency is { } c ? Money(c.Code, p, ref n) : UnitReader.At(p, n.End);
        if (unit is { Kind: QuantityKind.Money } after0 && currency is null && UnitReader.ScaleAfter(p, after0.End) is var scale and > 1) { n = n with { Value = n.Value * scale, Scale = scale, Scaled = true }; unit = after0 with { End = after0.End + 1 }; }
        if (unit is null && currency is null && UnitReader.Millions(p, n.End) is { } millions) { n = n with { Value = n.Value * 1e6, Scaled = true }; unit = millions; }
        // "no fewer than 30", "no longer": a word of degree, not a zero.
        if (n.Form == NumeralForm.None && n.End < p.Count && p[n.End].Lower is "fewer" or "less" or "more" or "longer" or "later" or "sooner" or "doubt" or "matter" or "wonder" or "need" or "way") return n.End;
        var numberStart = currency?.Start ?? n.Start;
        var numberEnd = n.End;
        var end = unit?.End ?? n.End;
        (Quantity? Conversion, int End)[] conversions = [];
        if (OneInMany(p, n) is { } ratio) return AddShare(text, p, n, ratio, found);

        // Ranges: 5-7, between 5 and 7, from 5 to 7, 24- to 30-foot.
        double low = n.Value, high = n.Value;
        var range = RangeEnd(p, n, end, currency is not null, numberStart);
        if (range is { } r && SameUnit(p, unit, r))
        {
            var second = r.Second;
            if (!n.Scaled && second.Scaled && n.Value < second.Value / second.Scale) low = n.Value * second.Scale;
            else if (n.Scaled && !second.Scaled && second.Value * n.Scale > n.Value && second.Value < n.Scale) second = second with { Value = second.Value * n.Scale };
            if (second.Value > low || r.Between)
            {
                high = second.Value;
                unit = r.Currency is { } rc ? Money(rc, p, ref second) : UnitReader.At(p, second.End) ?? unit;
                end = Math.Max(second.End, unit?.End ?? 0);
                numberEnd = second.End;
                if (high < low) (low, high) = (high, low);
            }
            else range = null;
        }
        else range = null;
        if (unit is { Kind: QuantityKind.Money } && range is null) end = SmallChange(p, unit.Value, end, ref low, ref high);
        var negative = Sign(p, numberStart, unit?.Kind is QuantityKind.Percent || unit?.Name is "celsius" or "fahrenheit" or "degree");
        if (negative > 0) { (low, high) = (-high, -low); numberStart -= negative; }

        List<Bound> bounds = [];
        var start = range?.Start ?? numberStart;
        var instance = InstanceBefore(p, ref start);
        start = ComparatorWords.ReadBefore(p, start, bounds);
        if (instance is null) instance = InstanceBefore(p, ref start);
        var after = ComparatorWords.ReadAfter(p, end, bounds);
        if (after > 0) end = after;
        if (unit is null && after > 0) unit = UnitReader.At(p, end) is { } late ? late : null;
        end = Math.Max(end, unit?.End ?? 0);

        var age = unit is { Age: true };
        string? head = null;
        Span? nounSpan = null;
        IReadOnlyList<string> modifiers = [];
        var partitive = false;
        var kind = unit?.Kind ?? QuantityKind.Count;
        var per = unit?.Per;
        if (unit is null && n.Form == NumeralForm.Fraction) kind = QuantityKind.Share;
        if (kind is QuantityKind.Count or QuantityKind.Share or QuantityKind.Percent || (unit is not null && kind == QuantityKind.Money && false))
        {
            var at = kind == QuantityKind.Count ? SkipMore(p, end, ref instance) : end;
            // "No one else was hurt": nobody counts nothing.
            if (n.Form == NumeralForm.None && p[n.End - 1].Lower is "one" or "nobody") at = p.Count;
            if (kind != QuantityKind.Percent || (at < p.Count && p[at].Is("of")))
            {
                if (NounRun.Read(p, at, n.Value != 1 && n.Form != NumeralForm.None || kind != QuantityKind.Count) is { } run)
                {
                    (head, modifiers, partitive) = (run.Head, run.Modifiers, run.Partitive);
                    nounSpan = new Span(p[run.Start].Start, p[run.End - 1].End);
                    if (kind == QuantityKind.Count)
                    {
                        end = Math.Max(end, run.End);
                        if (head is "other") { instance ??= "other"; head = null; }
                        if (UnitReader.Rate(p, end) is { } rate && p[end].Lower is not ("a" or "an")) { per = rate.Per; end = rate.End; }
                        else if (UnitReader.Rate(p, end) is { } often && often.Per is "day" or "week" or "month" or "year" or "hour" or "minute" && UnitReader.Rate(p, end) is { } often2) { per = often2.Per; end = often2.End; }
                    }
                }
            }
            if (kind == QuantityKind.Count && unit is null && range is null && bounds.Count == 0 && IsNameAge(p, n)) (age, kind, unit) = (true, QuantityKind.Measure, new UnitReader.Suffix("year", QuantityKind.Measure, end));
        }
        if (n.Form == NumeralForm.None && head is null && !(p[n.Start].Lower is "nobody" or "none" or "neither" || n.End - n.Start == 2)) return n.End;
        if (kind == QuantityKind.Count && head is null && n.Form is NumeralForm.Few or NumeralForm.Many && !partitive && p[n.Start].Lower is "few" or "many" && !(n.End < p.Count && p[n.End].Is("of")) && (n.Start == 0 ? true : p[n.Start - 1].Lower is "so" or "too" or "how" or "very" or "as")) return n.End;

        if (kind is QuantityKind.Money or QuantityKind.Measure) end = Bracket(text, p, end, kind, out conversions);

        var quantity = Build(n, low, high, range is not null, kind, Named(kind, unit?.Name, per, head), bounds, Words(text, p, start, end), new Span(p[start].Start, p[end - 1].End));
        var relative = kind is QuantityKind.Percent or QuantityKind.PercentagePoints or QuantityKind.Money || (kind == QuantityKind.Measure && !age);
        var (change, byVerb) = negative > 0 && kind == QuantityKind.Percent ? (QuantityChange.Down, true) : Plus(p, numberStart) ? (QuantityChange.Up, true) : age ? (QuantityChange.Level, false) : ChangeWords.Read(p, start, end, relative, kind is QuantityKind.Percent or QuantityKind.PercentagePoints);
        found.Add(new FoundQuantity(quantity, new Span(p[numberStart].Start, p[numberEnd - 1].End), Form(first))
        {
            Head = head, Noun = nounSpan, Modifiers = modifiers, Change = change, ChangeByVerb = byVerb, Per = per, Instance = instance, Partitive = partitive, Age = age,
            Conversions = [.. conversions.Where(v => v.Conversion is not null).Select(v => v.Conversion!)],
        });
        return Math.Max(Math.Max(numberEnd, unit?.End ?? 0), conversions.Length > 0 || kind == QuantityKind.Money ? end : numberEnd);
    }

    private static UnitReader.Suffix Money(string code, List<Piece> p, ref Numeral n)
    {
        var end = n.End;
        if (code.Length == 4) { n = n with { Value = n.Value * 1e6 }; code = code[1..]; }
        // "$10 dollars", "75 USD million"
        if (UnitReader.At(p, end) is { Kind: QuantityKind.Money } again && again.Name == code) end = again.End;
        var rate = UnitReader.Rate(p, end);
        return new UnitReader.Suffix(code, QuantityKind.Money, rate?.End ?? end, rate?.Per);
    }

    private static bool IsNone(List<Piece> p, Numeral n)
    {
        var piece = p[n.Start];
        if (n.Form == NumeralForm.Digits && piece.Kind == PieceKind.Digits)
        {
            // A scale, or a unit right behind, makes even "2000" a number.
            return !n.Scaled && NotQuantities.IsNone(p, n.Start, n.End) && !(UnitReader.At(p, n.End) is { } unit && !NotQuantities.LooksLikeYear(piece.Text) && !p[n.Start].Glued && !(n.Start > 0 && NotQuantities.IsMonth(p[n.Start - 1])) && unit.Name is not "second");
        }
        if (n.Form == NumeralForm.Fraction && piece.Kind == PieceKind.Word && n.End < p.Count && p[n.End].Is("times")) return true;
        if (n.Form == NumeralForm.Words)
        {
            if (piece.Is("one") && n.End == n.Start + 1) return NotQuantities.IsIdleOne(p, n.Start);
            if (n.Start > 0 && p[n.Start - 1].Is("of") && n.Start > 1 && p[n.Start - 2].Text is "Group") return true;
            if (n.Start > 0 && p[n.Start - 1].Lower is "chapter" or "phase" or "stage" or "number" or "part" or "day" or "page" or "article" or "round" or "act" && !Nouns.IsPlural(n.End < p.Count ? p[n.End].Lower : "")) return true;
            if (n.End < p.Count && p[n.End].Lower is "o'clock" or "am" or "pm") return true;
            // "twenty-first"
            return n.End + 1 < p.Count && p[n.End].Dash && p[n.End].Glued && Numerals.Ordinals.ContainsKey(p[n.End + 1].Lower);
        }
        return false;
    }

    private static int SkipNone(List<Piece> p, Numeral n)
    {
        var end = n.End;
        while (end < p.Count && p[end].Glued && p[end].Kind != PieceKind.Mark) end++;
        return end;
    }

    /// <summary>"1 in 500", "one in every ten": a share.</summary>
    private static (double Percent, int End)? OneInMany(List<Piece> p, Numeral n)
    {
        if (n.Value is < 1 or > 9 || n.End + 1 >= p.Count || p[n.End].Lower is not ("in" or "out")) return null;
        var at = n.End + 1;
        if (p[n.End].Is("out")) { if (!p[at].Is("of")) return null; at++; }
        if (at < p.Count && p[at].Is("every")) at++;
        if (Numerals.Read(p, at) is not { } m || m.Value <= n.Value || m.Form is not (NumeralForm.Digits or NumeralForm.Words) || (p[n.End].Is("in") && !p[at - 1].Is("every") && n.Value != 1)) return null;
        if (m.Form == NumeralForm.Digits && (NotQuantities.IsNone(p, m.Start, m.End) || NotQuantities.EndOfSpan(p, m.Start) > 0)) return null;
        // "killed one in 2 attacks" is none; a share has people or things, or nothing, behind it
        if (UnitReader.At(p, m.End) is not null) return null;
        return (100 * n.Value / m.Value, m.End);
    }

    private static int AddShare(string text, List<Piece> p, Numeral n, (double Percent, int End) ratio, List<FoundQuantity> found)
    {
        List<Bound> bounds = [];
        var start = ComparatorWords.ReadBefore(p, n.Start, bounds);
        var run = NounRun.Read(p, ratio.End, many: true);
        var end = run?.End ?? ratio.End;
        var quantity = Build(n, ratio.Percent, ratio.Percent, false, QuantityKind.Share, "percent", bounds, Words(text, p, start, end), new Span(p[start].Start, p[end - 1].End));
        found.Add(new FoundQuantity(quantity, new Span(p[n.Start].Start, p[ratio.End - 1].End), QuantityForm.Share)
        {
            Head = run?.Head, Modifiers = run?.Modifiers ?? [], Noun = run is { } r ? new Span(p[r.Start].Start, p[r.End - 1].End) : null,
        });
        return ratio.End;
    }

    /// <summary>"percent of twenty": the other order.</summary>
    private static int PercentOf(string text, List<Piece> p, int i, List<FoundQuantity> found)
    {
        var at = p[i].Lower is "percent" or "percents" ? i + 1 : p[i].Is("per") && i + 1 < p.Count && p[i + 1].Is("cent") ? i + 2 : -1;
        if (at < 0 || at + 1 >= p.Count || !p[at].Is("of") || Numerals.Read(p, at + 1) is not { Form: NumeralForm.Digits or NumeralForm.Words } n || (n.End < p.Count && p[n.End].Kind == PieceKind.Word)) return i + 1;
        var quantity = Build(n, n.Value, n.Value, false, QuantityKind.Percent, "percent", [], Words(text, p, i, n.End), new Span(p[i].Start, p[n.End - 1].End));
        found.Add(new FoundQuantity(quantity, quantity.Span, QuantityForm.Digits));
        return n.End;
    }

    /// <summary>"sales rose 2 % to $5": the ends of a range are of one kind.</summary>
    private static bool SameUnit(List<Piece> p, UnitReader.Suffix? first, RangePart r)
    {
        if (first is not { } unit) return true;
        if (r.Currency is { } code) return unit.Kind == QuantityKind.Money && unit.Name == code;
        return UnitReader.At(p, r.Second.End) is not { } second || second.Name == unit.Name;
    }

    /// <summary>"thirteen dollars and forty-five cents", "15 dollars 50": the small coin belongs to the amount.</summary>
    private static int SmallChange(List<Piece> p, UnitReader.Suffix unit, int end, ref double low, ref double high)
    {
        if (unit.Per is not null || unit.Name is "cent" or "pence" || low != Math.Floor(low) || low >= 10000) return end;
        var at = end < p.Count && p[end].Is("and") ? end + 1 : end;
        if (Numerals.Read(p, at) is not { Form: NumeralForm.Digits or NumeralForm.Words, Value: > 0 and < 100, Scaled: false } n || n.Value != Math.Floor(n.Value)) return end;
        var coin = n.End < p.Count && p[n.End].Lower is "cent" or "cents" or "pence" or "p";
        var bare = n.Value >= 10 && (n.End >= p.Count || p[n.End].Text is "." or "?" or "!");
        if (!coin && !bare) return end;
        (low, high) = (low + n.Value / 100, high + n.Value / 100);
        return coin ? n.End + 1 : n.End;
    }

    private readonly record struct RangePart(Numeral Second, string? Currency, bool Between, int? Start);

    private static RangePart? RangeEnd(List<Piece> p, Numeral n, int end, bool money, int numberStart)
    {
        if (n.Form is NumeralForm.None or NumeralForm.Few or NumeralForm.Many or NumeralForm.Vague) return null;
        var between = numberStart > 0 && (p[numberStart - 1].Is("between") || (numberStart > 1 && p[numberStart - 2].Is("between") && p[numberStart - 1].Lower is "about" or "around"));
        var from = numberStart > 0 && p[numberStart - 1].Is("from");
        foreach (var at in end == n.End ? [end] : new[] { end, n.End })
        {
            var j = at;
            if (j >= p.Count) continue;
            var hyphenTo = p[j].Dash && j + 1 < p.Count && p[j + 1].Is("to");
            if (hyphenTo) j += 2;
            else if (p[j].Is("to") && j + 1 < p.Count && p[j + 1].Dash && p[j + 1].Glued) j += 2;
            else if (p[j].Is("to") || (between && p[j].Is("and")) || p[j].Is("~") || p[j].Is("through")) j++;
            else if (p[j].Is("or") && n.Form == NumeralForm.Words && n.Value <= 12 && j + 1 < p.Count && Numerals.Read(p, j + 1) is { Form: NumeralForm.Words } close && close.Value > n.Value && close.Value <= n.Value + 5) j++;
            else if (p[j].Dash && (p[j].Glued || p[j].Text is "–") && j + 1 < p.Count && (p[j + 1].Glued || p[j].Text is "–")) j++;
            else continue;
            if (j >= p.Count) continue;
            string? code = null;
            if (p[j].Kind == PieceKind.Mark || (p[j].Kind == PieceKind.Word && j + 1 < p.Count && p[j + 1].Kind != PieceKind.Word))
            {
                var digits = j;
                while (digits < p.Count && digits < j + 3 && p[digits].Kind != PieceKind.Digits) digits++;
                if (digits < p.Count && UnitReader.CurrencyBefore(p, digits) is { } c && c.Start == j) { code = c.Code; j = digits; }
            }
            if (Numerals.Read(p, j, money || code is not null) is not { } second || second.Form is NumeralForm.None or NumeralForm.Few or NumeralForm.Vague or NumeralForm.Many) continue;
            // "$5bn through 2030": a year ends no range of amounts.
            if (p[at].Is("through") && NotQuantities.LooksLikeYear(p[j].Text)) continue;
            if (p[j].Kind == PieceKind.Digits && !money && code is null && !second.Scaled && NotQuantities.EndOfSpan(p, j) > 0) continue;
            // After a verb of change "from … to …" says where it was and where it is.
            if (from && numberStart > 1 && (ChangeWords.IsVerb(p[numberStart - 2].Lower) || (numberStart > 2 && ChangeWords.IsVerb(p[numberStart - 3].Lower)))) continue;
            if (p[at].Is("to") && !from && numberStart > 0 && ChangeWords.IsVerb(p[numberStart - 1].Lower)) continue;
            return new RangePart(second, code ?? (money ? UnitReader.CurrencyBefore(p, n.Start)?.Code : null), between, between || from ? numberStart - 1 - (between && !p[numberStart - 1].Is("between") ? 1 : 0) : null);
        }
        return null;
    }

    private static int Sign(List<Piece> p, int start, bool mayBeNegative)
    {
        if (start == 0) return 0;
        if (p[start - 1].Lower is "minus" or "negative") return 1;
        return mayBeNegative && p[start - 1].Dash && p[start].Glued && !p[start - 1].Glued ? 1 : 0;
    }

    private static bool Plus(List<Piece> p, int start) => start > 0 && p[start - 1].Is("+") && p[start].Glued && !p[start - 1].Glued;

    private static string? InstanceBefore(List<Piece> p, ref int start)
    {
        if (start == 0) return null;
        var word = p[start - 1].Lower;
        var instance = word switch { "another" or "further" or "additional" or "extra" => "another", "latest" or "newest" => "latest", "other" or "remaining" => "other", "first" => "first", "second" => "second", "new" => "another", _ => null };
        if (p[start].Is("another")) return "another";
        if (instance is null) return null;
        start--;
        if (start > 0 && p[start - 1].Lower is "a" or "an" or "the") start--;
        return instance;
    }

    /// <summary>"12 more people", "12 others", "12 other people".</summary>
    private static int SkipMore(List<Piece> p, int end, ref string? instance)
    {
        if (end >= p.Count) return end;
        if (p[end].Lower is "more" or "further" or "additional" or "new" && !(end + 1 < p.Count && p[end + 1].Is("than"))) { instance ??= p[end].Is("new") ? null : "another"; return end + 1; }
        if (p[end].Lower is "other" or "others") { instance ??= "other"; return p[end].Is("other") ? end + 1 : end; }
        return end;
    }

    /// <summary>"Eric Kirkpatrick, 61, opened fire".</summary>
    private static bool IsNameAge(List<Piece> p, Numeral n) =>
        n is { Form: NumeralForm.Digits, Value: >= 1 and <= 115, Scaled: false } && n.Start > 1 && (n.End >= p.Count || p[n.End].Lower is "," or "." or ")" or ";") && n.Value == Math.Floor(n.Value)
        && (((p[n.Start - 1].Is(",") || p[n.Start - 1].Is("(")) && p[n.Start - 2].Kind == PieceKind.Word && (p[n.Start - 2].Capital && !NotQuantities.IsMonth(p[n.Start - 2]))) || p[n.Start - 1].Lower is "aged" || (p[n.Start - 1].Is("age") && n.Start > 0));

    /// <summary>Conversions in brackets belong to the amount before: "€1.1bn (£954m; $1.3bn)", "22 miles (35 km)". Also ", or about 35 km,".</summary>
    private static int Bracket(string text, List<Piece> p, int end, QuantityKind kind, out (Quantity? Conversion, int End)[] conversions)
    {
        conversions = [];
        if (end >= p.Count || !p[end].Is("(") && !(p[end].Dash && !p[end].Glued)) return end;
        var close = end + 1;
        while (close < p.Count && close < end + 24 && !p[close].Is(")") && !(p[end].Dash && p[close].Dash && !p[close].Glued)) close++;
        if (close >= p.Count || close == end + 24) return end;
        List<(Quantity?, int)> read = [];
        var inside = Read(text, p.GetRange(end + 1, close - end - 1));
        if (inside.Count == 0 || inside.Any(q => q.Quantity.Kind != kind)) return end;
        // The bracket holds nothing but amounts.
        var words = 0;
        for (var i = end + 1; i < close; i++) if (p[i].Kind == PieceKind.Word && !inside.Any(q => q.Quantity.Span.Start <= p[i].Start && p[i].End <= q.Quantity.Span.End)) words++;
        if (words > 1) return end;
        foreach (var q in inside) read.Add((q.Quantity, close + 1));
        conversions = [.. read];
        return close + 1;
    }

    private static string? Named(QuantityKind kind, string? unit, string? per, string? head) => kind switch
    {
        QuantityKind.Share => "percent",
        QuantityKind.Count => head is null ? null : per is null ? head : $"{head}/{per}",
        _ => per is null ? unit : $"{unit}/{per}",
    };

    private static string Words(string text, List<Piece> p, int start, int end) => text[p[start].Start..p[end - 1].End];

    private static QuantityForm Form(Numeral n) => n.Form switch
    {
        NumeralForm.Digits => QuantityForm.Digits,
        NumeralForm.Vague => QuantityForm.Vague,
        NumeralForm.Fraction => QuantityForm.Share,
        NumeralForm.None => QuantityForm.None,
        NumeralForm.Few => QuantityForm.Few,
        NumeralForm.Many => QuantityForm.Many,
        _ => n.Value == 1 ? QuantityForm.One : QuantityForm.Words,
    };

    private static Quantity Build(Numeral n, double low, double high, bool range, QuantityKind kind, string? unit, List<Bound> bounds, string surface, Span span)
    {
        if (kind == QuantityKind.Share && n.Form == NumeralForm.Fraction) (low, high) = (low * 100, high * 100);
        var approximate = bounds.Contains(Bound.About);
        var q = new Quantity(range ? Comparator.Between : Comparator.Equal, low, high, true, true, unit, kind, approximate, n.Vague, surface, span);
        if (n.Form == NumeralForm.Few) return q with { Comparator = Comparator.AtLeast, High = n.Vague == "few" ? null : null };
        if (n.Form is NumeralForm.Vague or NumeralForm.Many) return q with { Comparator = Comparator.AtLeast, Low = n.Form == NumeralForm.Many && n.Vague == "many" ? null : low, High = null, Approximate = true };
        if (n.Form == NumeralForm.None || range) return q;
        var whole = kind == QuantityKind.Count && low == Math.Floor(low);
        var bound = bounds.Find(b => b is Bound.More or Bound.Least or Bound.Less or Bound.Most);
        if (!bounds.Exists(b => b is Bound.More or Bound.Least or Bound.Less or Bound.Most)) return q;
        // "just over 100", "nearly more than": the bound rules, the "about" goes.
        var speed = UnitTable.Find(unit) is { Dimension: "speed" };
        return bound switch
        {
            Bound.More when whole => q with { Comparator = Comparator.MoreThan, Low = low + 1, High = null, Approximate = false },
            Bound.More => q with { Comparator = Comparator.MoreThan, High = null, LowInclusive = false, Approximate = false },
            Bound.Least => q with { Comparator = Comparator.AtLeast, High = null, Approximate = false },
            Bound.Less when whole => q with { Comparator = Comparator.LessThan, Low = high > 0 ? 0 : null, High = high - 1, Approximate = false },
            Bound.Less => q with { Comparator = Comparator.LessThan, Low = high > 0 ? 0 : null, HighInclusive = false, Approximate = false },
            // "at speeds of up to 120 mph" tells the top speed.
            _ when speed => q with { Approximate = false },
            _ => q with { Comparator = Comparator.AtMost, Low = Math.Min(0, low), Approximate = false },
        };
    }
}
