namespace ClaimGraph.Extraction;

/// <summary>What a numeral looked like: its form decides how it may be used.</summary>
internal enum NumeralForm : byte { Digits, Words, Vague, Fraction, None, Few, Many, Article }

/// <summary>A number read from pieces <c>[Start, End)</c>.</summary>
/// <param name="Scaled">A scale word was among them, so an unscaled partner of a range may take it.</param>
internal readonly record struct Numeral(double Value, int Start, int End, NumeralForm Form, double Scale = 1, string? Vague = null, bool Scaled = false);

/// <summary>English numerals: digits with lost or Indian separators, words, scales, dozens, fractions, vague classes.</summary>
internal static class Numerals
{
    private static readonly Dictionary<string, Dictionary<string, double>> Classes = Load();
    private static readonly Dictionary<string, double> Small = Classes["small"], Tens = Classes["tens"], Scales = Classes["scale"], GluedScales = Classes["glued"],
        Groups = Classes["group"], VagueWords = Classes["vague"], Denominators = Classes["denominator"];

    internal static readonly Dictionary<string, double> Ordinals = Classes["ordinal"];

    private static Dictionary<string, Dictionary<string, double>> Load()
    {
        var classes = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var row in WordList.Rows("numbers"))
        {
            var words = WordList.Words(row[1]);
            if (!classes.TryGetValue(row[0], out var table)) classes[row[0]] = table = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var i = 0; i + 1 < words.Length; i += 2) table[words[i]] = double.Parse(words[i + 1], System.Globalization.CultureInfo.InvariantCulture);
        }
        return classes;
    }

    public static bool IsSmall(string word) => Small.ContainsKey(word) || Tens.ContainsKey(word);

    /// <param name="money">A currency sign stands before it: a glued "m" is a million.</param>
    public static Numeral? Read(List<Piece> p, int i, bool money = false)
    {
        if (i >= p.Count) return null;
        return p[i].Kind switch
        {
            PieceKind.Digits => ReadDigits(p, i, money),
            PieceKind.Word => ReadWords(p, i),
            _ => p[i].Text switch
            {
                "½" => WithScale(p, new Numeral(0.5, i, i + 1, NumeralForm.Fraction)),
                "¼" => WithScale(p, new Numeral(0.25, i, i + 1, NumeralForm.Fraction)),
                "¾" => WithScale(p, new Numeral(0.75, i, i + 1, NumeralForm.Fraction)),
                _ => null,
            },
        };
    }

    private static Numeral? ReadDigits(List<Piece> p, int i, bool money)
    {
        if (ParseDigits(p[i].Text) is not { } value) return null;
        var end = i + 1;
        // "170, 000": a thousands separator that the source spaced out.
        while (end + 1 < p.Count && p[end].Is(",") && p[end].Glued && !p[end + 1].Glued && p[end + 1].Start == p[end].End + 1
            && p[end + 1].Text.Length == 3 && p[end + 1].Kind == PieceKind.Digits && p[end + 1].Text.EndsWith("00", StringComparison.Ordinal)
            && value is > 0 and < 1000 && value == Math.Floor(value))
        {
            value = value * 1000 + double.Parse(p[end + 1].Text, System.Globalization.CultureInfo.InvariantCulture);
            end += 2;
        }
        // "6 . 2 %": a decimal point that the source spaced out.
        if (end + 2 < p.Count && p[end].Is(".") && !p[end].Glued && p[end + 1].Kind == PieceKind.Digits && !p[end + 1].Glued && p[end + 1].Text.All(char.IsAsciiDigit)
            && (p[end + 2].Is("%") || Scales.ContainsKey(p[end + 2].Lower)) && value == Math.Floor(value))
        {
            value = double.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0}.{p[end + 1].Text}"), System.Globalization.CultureInfo.InvariantCulture);
            end += 2;
        }
        // "7 3/4", "1/2": only halves, quarters and the like, so that dates stay dates.
        if (Fraction(p, end) is { } part && p[end].Start <= p[end - 1].End + 1) return new Numeral(value + part.Value, i, part.End, NumeralForm.Digits);
        if (Fraction(p, i) is { } alone) return alone;
        if (end < p.Count && p[end].Glued && p[end].Text is "½" or "¼" or "¾" && end < p.Count)
        {
            value += p[end].Text switch { "½" => 0.5, "¼" => 0.25, _ => 0.75 };
            end++;
        }
        if (end < p.Count && p[end].Kind == PieceKind.Word && p[end].Glued && GluedScales.TryGetValue(p[end].Lower, out var glued) && GluedScaleFits(p, end, money))
            return new Numeral(value * glued, i, end + 1, NumeralForm.Digits, glued, Scaled: true);
        if (money && end < p.Count && p[end].Text is "m" or "M" or "B" or "b" or "k" && end < p.Count && GluedScales.TryGetValue(p[end].Lower, out var spaced))
            return new Numeral(value * spaced, i, end + 1, NumeralForm.Digits, spaced, Scaled: true);
        if (!money && end + 1 < p.Count && p[end].Text is "B" or "M" && end + 1 < p.Count && p[end + 1].Kind == PieceKind.Word && GluedScales.TryGetValue(p[end].Lower, out var capital))
            return new Numeral(value * capital, i, end + 1, NumeralForm.Digits, capital, Scaled: true);
        return WithScale(p, new Numeral(value, i, end, NumeralForm.Digits));
    }

    /// <summary>"35m devices" but not "35m deep": a glued m is a million before a plural noun, after a sign, or as a capital.</summary>
    private static bool GluedScaleFits(List<Piece> p, int unit, bool money)
    {
        var text = p[unit].Text;
        if (text is not ("m" or "b" or "t" or "k" or "M" or "B" or "T" or "K")) return true;
        if (money) return true;
        if (text is "k" or "K") return true;
        if (text is "t" or "T" or "b") return false;
        if (unit + 1 < p.Count && p[unit + 1].Kind == PieceKind.Word && !p[unit + 1].Glued)
        {
            var next = p[unit + 1].Lower;
            if (next is "of" or "people" or "users" or "in") return true;
            return text is "M" or "B" || (next.Length > 4 && next.EndsWith('s') && !next.EndsWith("ss", StringComparison.Ordinal));
        }
        return text is "M" or "B";
    }

    internal static double? ParseDigits(string text)
    {
        var dots = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        if (dots > 1 && commas == 0)
        {
            // 1.250.000 is a number in half of Europe; 6.2.1 is a version.
            var groups = text.Split('.');
            if (!groups.Skip(1).All(g => g.Length == 3) || groups[0].Length > 3) return null;
            return double.TryParse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture, out var joined) ? joined : null;
        }
        if (commas > 0)
        {
            var whole = dots == 0 ? text : text[..text.IndexOf('.', StringComparison.Ordinal)];
            if (dots > 1 || whole.Count(c => c == ',') != commas) return null;
            var last = whole[(whole.LastIndexOf(',') + 1)..];
            if (last.Length != 3 && !(commas == 1 && last.Length is 1 or 2)) return null;
            if (last.Length != 3) text = text.Replace(',', '.');
            else if (whole.Split(',').Skip(1).Any(g => g.Length is < 2 or > 3)) return null;
            text = text.Replace(",", "", StringComparison.Ordinal);
        }
        var plain = text.All(char.IsAsciiDigit) || text.All(c => char.IsAsciiDigit(c) || c == '.');
        return plain && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && value < 1e18 ? value : null;
    }

    private static Numeral? Fraction(List<Piece> p, int i)
    {
        if (i + 2 >= p.Count || p[i].Kind != PieceKind.Digits || !p[i + 1].Is("/") || !p[i + 1].Glued || p[i + 2].Kind != PieceKind.Digits || !p[i + 2].Glued) return null;
        if (!int.TryParse(p[i].Text, out var top) || !int.TryParse(p[i + 2].Text, out var bottom)) return null;
        if (bottom is not (2 or 3 or 4 or 5 or 8 or 10 or 16) || top >= bottom || top == 0) return null;
        if (i + 3 < p.Count && p[i + 3].Is("/") && p[i + 3].Glued) return null;
        return new Numeral((double)top / bottom, i, i + 3, NumeralForm.Fraction);
    }

    private static Numeral? ReadWords(List<Piece> p, int i)
    {
        var word = p[i].Lower;
        var next = i + 1 < p.Count ? p[i + 1].Lower : "";
        switch (word)
        {
            case "half" or "quarter": return ReadFraction(p, i, i, 1);
            case "a" or "an" or "the" or "another" when i + 1 < p.Count && !p[i + 1].Glued:
                if (word != "the" && next is "hundred" or "thousand" or "million" or "billion" or "trillion" or "dozen" or "lakh" or "crore" && word != "the")
                {
                    var scaled = ReadCardinal(p, i + 1, 1);
                    return scaled is { } s ? s with { Start = word == "another" ? i + 1 : i } : null;
                }
                if (word == "a" && next is "couple" or "score" && word == "a" && i + 2 < p.Count && p[i + 2].Is("of")) return new Numeral(next == "couple" ? 2 : 20, i, i + 3, NumeralForm.Words);
                if (word == "a" && next == "pair" && i + 2 < p.Count && p[i + 2].Is("of")) return new Numeral(2, i, i + 3, NumeralForm.Words);
                if (word == "a" && next == "few" && i + 2 < p.Count && p[i + 2].Lower is "hundred" or "dozen" or "thousand" or "million")
                    return Classed(p, i + 2, 3, i, "a few");
                if (word == "a" && next == "few") return new Numeral(3, i, i + 2, NumeralForm.Few, Vague: "a few");
                if (word == "a" && next == "single" && i + 2 < p.Count) return new Numeral(1, i, i + 2, NumeralForm.Digits);
                if (word == "a" && next == "handful") return new Numeral(3, i, AfterOf(p, i + 2), NumeralForm.Few, Vague: "a handful");
                if (word == "a" && next == "number" && i + 2 < p.Count && p[i + 2].Is("of")) return new Numeral(3, i, i + 3, NumeralForm.Many, Vague: "a number of");
                if (word is "a" && Denominators.ContainsKey(next)) return ReadFraction(p, i + 1, i, 1);
                return null;
            case "no" when next == "one": return new Numeral(0, i, i + 2, NumeralForm.None, Vague: null);
            case "no" or "nobody" or "none": return new Numeral(0, i, i + 1, NumeralForm.None);
            case "neither" when next == "of": return new Numeral(0, i, i + 1, NumeralForm.None);
            case "few" when next is "dozen" or "hundred" or "thousand": return Classed(p, i + 1, 3, i, "few");
            case "few": return new Numeral(1, i, i + 1, NumeralForm.Few, Vague: "few");
            case "many": return new Numeral(2, i, i + 1, NumeralForm.Many, Vague: "many");
            case "several" when next is "dozen" or "hundred" or "thousand" or "million" or "billion": return Classed(p, i + 1, 3, i, "several");
        }
        if (VagueWords.TryGetValue(word, out var vague)) return ReadVague(p, i, vague);
        if (Groups.TryGetValue(word, out var group) && word is "dozen") return new Numeral(group, i, i + 1, NumeralForm.Words);
        if (Scales.TryGetValue(word, out var bare) && bare >= 100 && i > 0 && p[i - 1].Lower is "$" or "€" or "£") return new Numeral(bare, i, i + 1, NumeralForm.Words);
        if (!IsSmall(word)) return null;
        return ReadCardinal(p, i, null);
    }

    private static int AfterOf(List<Piece> p, int i) => i < p.Count && p[i].Is("of") ? i + 1 : i;

    /// <summary>"several hundred" is three hundred and more.</summary>
    private static Numeral Classed(List<Piece> p, int i, double times, int start, string vague)
    {
        var value = times * (Groups.TryGetValue(p[i].Lower, out var g) ? g : Scales[p[i].Lower]);
        var end = i + 1;
        if (end < p.Count && Scales.TryGetValue(p[end].Lower, out var more) && more >= 1000) { value *= more; end++; }
        return new Numeral(value, start, AfterOf(p, end), NumeralForm.Vague, Vague: $"{vague} {p[i].Lower}");
    }

    private static Numeral ReadVague(List<Piece> p, int i, double value)
    {
        var (end, words) = (i + 1, p[i].Lower);
        while (end + 1 < p.Count && p[end].Is("of") && (VagueWords.TryGetValue(p[end + 1].Lower, out var more) && more >= 200))
        {
            value *= more / 2;
            words += " of " + p[end + 1].Lower;
            end += 2;
        }
        while (end < p.Count && Scales.TryGetValue(p[end].Lower, out var scale) && scale >= 1000) { value *= scale; end++; }
        return new Numeral(value, i, AfterOf(p, end), NumeralForm.Vague, Vague: words);
    }

    /// <summary>Cardinals in words: "three hundred and twenty-five thousand", "4 hundred million", "half a dozen".</summary>
    private static Numeral? ReadCardinal(List<Piece> p, int i, double? first)
    {
        double total = 0, current = first ?? 0, largest = 1;
        var (end, any, start) = (i, first is not null, i);
        while (end < p.Count)
        {
            var word = p[end].Lower;
            var at = end;
            if (p[end].Dash && p[end].Glued && any && end + 1 < p.Count && p[end + 1].Glued && (Small.ContainsKey(p[end + 1].Lower) || Scales.ContainsKey(p[end + 1].Lower) || p[end + 1].Is("dozen"))
                && (current % 10 == 0 || !Small.ContainsKey(p[end + 1].Lower))) { end++; continue; }
            if (word == "and" && any && end + 1 < p.Count && (current >= 100 || largest >= 100) && IsSmall(p[end + 1].Lower) && !TwoOfThem(p, end + 1)) { end++; word = p[end].Lower; }
            if (Small.TryGetValue(word, out var small))
            {
                if (any && current % 100 != 0 && !(small < 10 && current % 10 == 0 && current % 100 >= 20)) { end = at; break; }
                current += small;
            }
            else if (Tens.TryGetValue(word, out var tens))
            {
                if (any && current % 100 != 0) { end = at; break; }
                current += tens;
            }
            else if (word is "hundred" && any)
            {
                current = (current == 0 ? 1 : current) * 100;
                largest = Math.Max(largest, 100);
            }
            else if (Scales.TryGetValue(word, out var scale) && any)
            {
                total += (current == 0 ? 1 : current) * scale;
                largest = Math.Max(largest, scale);
                current = 0;
            }
            else if (word == "dozen" && any)
            {
                current = (current == 0 ? 1 : current) * 12;
                end++;
                break;
            }
            else { end = at; break; }
            any = true;
            end++;
        }
        while (end > start && (p[end - 1].Dash || p[end - 1].Is("and"))) end--;
        if (!any || end == start) return null;
        var value = total + current;
        if (end + 3 < p.Count && p[end].Is("and") && p[end + 1].Is("a") && p[end + 2].Is("half") && !p[end + 3].Is("of")) { value += 0.5; end += 3; }
        return WithScale(p, new Numeral(value, i, AfterDozenOf(p, end), NumeralForm.Words, largest, Scaled: largest > 1));
    }

    private static int AfterDozenOf(List<Piece> p, int end) => end < p.Count && end > 0 && p[end - 1].Is("dozen") ? AfterOf(p, end) : end;

    /// <summary>"one hundred and two of them" against "a hundred, and two of them".</summary>
    private static bool TwoOfThem(List<Piece> p, int i) => i + 2 < p.Count && p[i + 1].Is("of") && p[i + 2].Lower is "them" or "whom" or "those";

    private static Numeral WithScale(List<Piece> p, Numeral n)
    {
        var (value, end, scale, scaled) = (n.Value, n.End, n.Scale, n.Scaled);
        while (end < p.Count)
        {
            var at = p[end].Dash && p[end].Glued ? end + 1 : end;
            if (at >= p.Count || p[at].Kind != PieceKind.Word) break;
            if (Scales.TryGetValue(p[at].Lower, out var s)) { value *= s; scale = Math.Max(scale, s); scaled = true; end = at + 1; }
            else if (p[at].Is("dozen") && n.Form == NumeralForm.Digits) { value *= 12; end = at + 1; }
            else break;
        }
        return n with { Value = value, End = end, Scale = scale, Scaled = scaled, Form = scaled && n.Form == NumeralForm.Fraction ? NumeralForm.Digits : n.Form };
    }

    /// <summary>From "half", "third": "half of", "half a million", "two thirds" (by <see cref="ReadShare"/>).</summary>
    private static Numeral? ReadFraction(List<Piece> p, int word, int start, double top)
    {
        if (!Denominators.TryGetValue(p[word].Lower, out var bottom)) return null;
        var end = word + 1;
        var value = top / bottom;
        // "half a million", "a quarter million", "half-a-dozen"
        var at = end;
        if (at < p.Count && p[at].Dash) at++;
        if (at < p.Count && p[at].Is("of") && at + 1 < p.Count && p[at + 1].Is("a")) at++;
        if (at < p.Count && p[at].Lower is "a") at++;
        if (at < p.Count && p[at].Dash) at++;
        if (at < p.Count && (Scales.TryGetValue(p[at].Lower, out var scale) || (p[at].Is("dozen") && (scale = 12) > 0)) && bottom is 2 or 4)
            return new Numeral(value * scale, start, at + 1, NumeralForm.Words, scale, Scaled: true);
        if (bottom == 2 || p[word].Is("quarter") || p[word].Is("quarters") || p[word].Lower.EndsWith('s'))
        {
            if (p[word].Is("quarter") && !(end < p.Count && p[end].Is("of") && end + 1 < p.Count && p[end + 1].Kind == PieceKind.Word)) return null;
            if (bottom == 2 && end < p.Count && p[end].Dash && p[end].Glued) return null;
            if (bottom == 2 && end < p.Count && p[end].Lower is "an" or "way" or "time" or "brother" or "sister" or "past" or "hour" or "century" or "year" or "day" or "mile" or "hearted") return null;
            if (bottom == 2 && start == word && word > 0 && p[word - 1].Lower is "first" or "second" or "and" or "a" or "other" or "back" or "better") return p[word - 1].Lower is "a" && end < p.Count && p[end].Is("of") ? new Numeral(0.5, start, end + 1, NumeralForm.Fraction) : null;
            return new Numeral(value, start, AfterOf(p, end), NumeralForm.Fraction);
        }
        // "a third" alone is an ordinal or one more; "a third of" is a share.
        return end < p.Count && p[end].Is("of") && !(end + 1 < p.Count && p[end + 1].Kind == PieceKind.Mark) ? new Numeral(value, start, end + 1, NumeralForm.Fraction) : null;
    }

    /// <summary>"two-thirds (of)", "three quarters (of)", from the small number.</summary>
    public static Numeral? ReadShare(List<Piece> p, int i)
    {
        if (i >= p.Count || p[i].Kind != PieceKind.Word || !Small.TryGetValue(p[i].Lower, out var top) || top is < 1 or > 9) return null;
        var at = i + 1;
        if (at < p.Count && p[at].Dash && p[at].Glued) at++;
        if (at >= p.Count || !Denominators.TryGetValue(p[at].Lower, out var bottom)) return null;
        if (top > 1 != p[at].Lower.EndsWith('s') || top > bottom || p[at].Lower is "seconds") return null;
        if (top == 1 && !(at + 1 < p.Count && p[at + 1].Is("of"))) return null;
        var end = at + 1;
        if (end < p.Count && Scales.TryGetValue(p[end].Lower, out var scale)) return new Numeral(top / bottom * scale, i, end + 1, NumeralForm.Words, scale, Scaled: true);
        return new Numeral(top / bottom, i, AfterOf(p, end), NumeralForm.Fraction);
    }
}
