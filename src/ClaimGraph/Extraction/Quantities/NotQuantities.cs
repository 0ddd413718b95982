namespace ClaimGraph.Extraction;

/// <summary>Numbers that count nothing: dates, years, times, scores, versions, names with numbers, telephone numbers, links.</summary>
internal static class NotQuantities
{
    private static readonly HashSet<string> Months = new(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"], StringComparer.Ordinal);

    private static readonly HashSet<string> BeforeYears = new(
        ["in", "since", "by", "of", "from", "until", "till", "during", "late", "early", "mid", "summer", "winter", "spring", "autumn", "fall", "year", "season", "the", "through",
         "to", "and", "for", "before", "after", "election", "christmas", "april", "circa", "ad", "a.d", "a.d.", "between", "around", "about", "than", "next", "last"], StringComparer.Ordinal);

    private static readonly HashSet<string> Zones = new(["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "est", "pst", "edt", "hrs", "local", "o'clock", "noon"], StringComparer.Ordinal);

    public static bool IsMonth(Piece p) => p.Kind == PieceKind.Word && Months.Contains(p.Lower) && (p.Capital || p.Lower is not ("may" or "march" or "mar" or "dec" or "sep" or "jun" or "jan"));

    /// <returns>Where the non-quantity that begins at <paramref name="i"/> ends, or -1.</returns>
    public static int EndOfSpan(List<Piece> p, int i)
    {
        if (p[i].Lower is "http" or "https" or "www")
        {
            var j = i + 1;
            while (j < p.Count && p[j].Glued) j++;
            return j > i + 1 ? j : -1;
        }
        if (p[i].Kind != PieceKind.Digits) return -1;
        // 2017-04-07, 07/04/2017, 0800 123 456, +1-222-2222
        var (end, groups) = (i + 1, 1);
        while (end + 1 < p.Count && (p[end].Dash || p[end].Is("/")) && p[end].Glued && p[end + 1].Kind == PieceKind.Digits && p[end + 1].Glued) { groups++; end += 2; }
        if (groups >= 3) return end;
        if (i > 0 && p[i - 1].Is("+") && groups == 2) return end;
        // 4:43, 1:36.6
        if (i + 2 < p.Count && p[i + 1].Is(":") && p[i + 1].Glued && p[i + 2].Kind == PieceKind.Digits && p[i + 2].Glued)
        {
            end = i + 3;
            while (end + 1 < p.Count && p[end].Is(":") && p[end].Glued && p[end + 1].Kind == PieceKind.Digits) end += 2;
            return SkipZone(p, end);
        }
        if (groups == 2 && PairIsNoQuantity(p, i)) return end;
        return -1;
    }

    private static int SkipZone(List<Piece> p, int end)
    {
        while (end < p.Count && (Zones.Contains(p[end].Lower) || (p[end].Is(".") && end > 0 && Zones.Contains(p[end - 1].Lower)))) end++;
        return end;
    }

    /// <summary>9/11, 24/7, 2014-15, 2-2, 50-50, 2011/12.</summary>
    private static bool PairIsNoQuantity(List<Piece> p, int i)
    {
        var (a, b) = (p[i].Text, p[i + 2].Text);
        if (!double.TryParse(a, System.Globalization.CultureInfo.InvariantCulture, out var x) || !double.TryParse(b, System.Globalization.CultureInfo.InvariantCulture, out var y)) return true;
        if (p[i + 1].Is("/")) return !(y is 2 or 3 or 4 or 5 or 8 or 10 or 16 && x < y) || (i + 3 < p.Count && p[i + 3].Is("/"));
        if (LooksLikeYear(a)) return y is > 0 and < 100 || LooksLikeYear(b) || y <= x;
        // Scores: a range rises, and a score stands without a noun.
        return y <= x && a.Length <= 3 && b.Length <= 3 && !a.Contains('.', StringComparison.Ordinal);
    }

    public static bool LooksLikeYear(string digits) => digits.Length == 4 && digits.All(char.IsAsciiDigit) && string.CompareOrdinal(digits, "1400") >= 0 && string.CompareOrdinal(digits, "2101") < 0;

    /// <summary>True where the digits at <paramref name="i"/> up to <paramref name="end"/> are a date, a year, a time, an ordinal, a name, or a list number.</summary>
    public static bool IsNone(List<Piece> p, int i, int end)
    {
        var digits = p[i].Text;
        var next = end < p.Count ? p[end] : default;
        var before = i > 0 ? p[i - 1] : default;
        if (next.Lower is "st" or "nd" or "rd" or "th" or "s" && next.Glued) return true;
        if (end < p.Count && Zones.Contains(next.Lower) && !(next.Is("local") && !LooksLikeClock(digits))) return next.Lower is not "est" and not "noon";
        if (end + 1 < p.Count && next.Lower is "a" or "p" && p[end + 1].Is(".") && end + 2 < p.Count && p[end + 2].Lower is "m" or "m.") return true;
        if (i == 0 && end < p.Count && next.Lower is "." or ")" && next.Glued && digits.Length <= 2 && end + 1 < p.Count && p[end + 1].Capital) return true;
        if (IsDay(p, i, end)) return true;
        if (IsYear(p, i, end)) return true;
        if (i > 0 && before.Glued is var _ && p[i].Glued && before.Kind == PieceKind.Word) return !MayStandBefore(before.Lower);
        if (i > 1 && p[i].Glued && before.Dash && before.Glued && p[i - 2].Kind == PieceKind.Word) return !MayStandBefore(p[i - 2].Lower);
        if (before.Lower is "'" or "’" && p[i].Glued && digits.Length == 2) return true;
        if (before.Lower is "#" or "№" or "@" or "§") return true;
        if (before.Dash && i > 1 && p[i - 2].Kind == PieceKind.Word && Nouns.IsLabel(p[i - 2].Lower) && p[i - 2].Capital) return true;
        return IsNamed(p, i, end);
    }

    private static bool LooksLikeClock(string digits) => digits.Length is 3 or 4;

    private static bool IsDay(List<Piece> p, int i, int end)
    {
        if (p[i].Text.Length > 2) return false;
        if (end < p.Count && IsMonth(p[end])) return true;
        if (end + 1 < p.Count && p[end].Is("of") && IsMonth(p[end + 1])) return true;
        var month = i - 1;
        if (month >= 0 && p[month].Is(".") && p[month].Glued) month--;
        if (month >= 0 && IsMonth(p[month]))
        {
            var counts = month > 0 && p[month - 1].Lower is "in" or "last" or "since" or "this" or "early" or "late" or "mid" && end < p.Count && Nouns.IsPlural(p[end].Lower) && !p[end].Capital;
            return !counts;
        }
        // "between April 6 and 9", "May 3, 4 and 5"
        return i > 2 && p[i - 1].Lower is "-" or "–" or "and" or "," && p[i - 2].Kind == PieceKind.Digits && IsDayAfterMonth(p, i - 2) && !(end < p.Count && Nouns.IsPlural(p[end].Lower));
    }

    private static bool IsDayAfterMonth(List<Piece> p, int i) => i > 0 && p[i].Text.Length <= 2 && (IsMonth(p[i - 1]) || (i > 1 && p[i - 1].Is(".") && IsMonth(p[i - 2])));

    private static bool IsYear(List<Piece> p, int i, int end)
    {
        if (!LooksLikeYear(p[i].Text)) return false;
        var before = i > 0 ? p[i - 1] : default;
        if (i > 0 && (IsMonth(before) || (before.Is(",") && i > 1 && p[i - 2].Kind == PieceKind.Digits))) return true;
        var noun = end < p.Count && p[end].Kind == PieceKind.Word && !p[end].Glued && !p[end].Capital && Nouns.IsPlural(p[end].Lower);
        if (!noun) return UnitReader.At(p, end) is null;
        return i > 0 && BeforeYears.Contains(before.Lower) && before.Lower is not ("about" or "around" or "than" or "to" or "for" or "and" or "of" or "after" or "the");
    }

    /// <summary>"$" aside, a word glued to digits makes a name (AK-47, G20), but "sub-7", "to-260", "then-38" do not.</summary>
    private static bool MayStandBefore(string word) => word is "sub" or "to" or "then" or "and" or "or" or "now" or "the" or "about" or "a" or "nearly" or "of" or "from" or "than" or "killed" or "least" or "rs" or "in";

    /// <summary>"Flight 370", "Windows 7", "Group of 20": a capital name right before, and no noun after that is counted.</summary>
    private static bool IsNamed(List<Piece> p, int i, int end)
    {
        if (i == 0) return false;
        var before = p[i - 1];
        if (before.Is("of") && i > 1 && p[i - 2].Text is "Group" or "Formula") return true;
        if (before.Is(".") && i > 1 && p[i - 2].Lower is "no" or "nos" or "art" or "sec" && before.Glued) return true;
        if (before.Dash && before.Glued && i > 1 && Nouns.IsLabel(p[i - 2].Lower)) return true;
        if (before.Kind != PieceKind.Word || p[i].Kind != PieceKind.Digits) return false;
        if (before.Lower is "number" && !(i > 1 && p[i - 2].Is("the")) && end < p.Count && !Nouns.IsPlural(p[end].Lower)) return true;
        if (before.Lower is "chapter" or "article" or "page" or "section" or "route" or "flight" or "buoy" or "phase" or "room" or "category" or "level" or "stage" or "round" or "channel" or "grade" or "section" or "protocol" or "highway" or "ak" or "game" or "day" or "week" or "version" or "tier") return true;
        if (!before.Capital) return false;
        if (Nouns.IsLabel(before.Lower)) return true;
        if (p[i].Text.Contains(',', StringComparison.Ordinal) || p[i].Text.Contains('.', StringComparison.Ordinal)) return false;
        // A capital word opens the sentence ("Some 30", "Police 12"): no name unless the next word speaks for it.
        if (i == 1 && before.Tag is not Tag.Propn) return false;
        if (ComparatorLike(before.Lower)) return false;
        if (end >= p.Count || p[end].Kind == PieceKind.Mark) return p[end < p.Count ? end : i].Lower is not ("%" or "(") || end >= p.Count;
        // "iPhone 11 Pro cameras": a capital on both sides is a name.
        if (p[end].Capital && before.Tag is Tag.X or Tag.Propn && i > 1) return !Nouns.IsPlural(p[end].Lower);
        return !Nouns.IsPlural(p[end].Lower) && UnitReader.At(p, end) is null && !p[end].Glued;
    }

    private static bool ComparatorLike(string lower) => lower is "about" or "around" or "some" or "nearly" or "over" or "almost" or "another" or "all" or "only" or "just" or "with" or "and" or "in" or "the" or "of" or "at" or "up" or "least" or "most" or "than"
        or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday";

    /// <summary>Words for "one" that count nothing.</summary>
    public static bool IsIdleOne(List<Piece> p, int i)
    {
        var before = i > 0 ? p[i - 1].Lower : "";
        var next = i + 1 < p.Count ? p[i + 1].Lower : "";
        if (before is "no" or "this" or "that" or "the" or "which" or "any" or "every" or "each" or "number" or "another" or "last" or "next" or "good" or "big" or "old" or "new" or "little" && next is not "of" and not "man" and not "woman" and not "person") return true;
        if (next.StartsWith("another", StringComparison.Ordinal) || next is "day" or "thing" or "side" or "hand" or "may" or "might" or "must" or "can" or "should" or "cannot" or "would" or "'s" or "way" or "or" && before is not ("killing" or "least")) return next is not "or";
        return i + 2 < p.Count && p[i + 1].Dash && p[i + 1].Glued && p[i + 2].Lower is "time" or "on" or "off" or "way" or "sided" or "stop" or "party";
    }
}
