namespace ClaimGraph.Extraction;

/// <summary>Units, currencies and percents beside a number.</summary>
internal static class UnitReader
{
    /// <param name="Per">The period or thing of a rate.</param>
    public readonly record struct Suffix(string Name, QuantityKind Kind, int End, string? Per = null, bool Age = false);

    /// <summary>The unit that begins at <paramref name="i"/> (a dash may lead), or null.</summary>
    public static Suffix? At(List<Piece> p, int i)
    {
        if (i >= p.Count) return null;
        var start = p[i].Dash && i + 1 < p.Count && p[i + 1].Kind == PieceKind.Word && p[i].Glued ? i + 1 : i;
        if (Percent(p, start) is { } percent) return percent;
        // "US dollars", "square metres", "miles per hour": the longest form wins.
        for (var length = 3; length >= 1; length--)
        {
            if (start + length > p.Count || Form(p, start, length) is not { } form || UnitTable.OfForm(form) is not { } unit || !Fits(p, start, length, form, unit)) continue;
            var end = start + length;
            if (unit.Dimension == "money") return WithScaleAndRate(p, new Suffix(unit.Name, QuantityKind.Money, end));
            if (unit.Name == "year" && Old(p, end) is var old and > 0) return new Suffix("year", QuantityKind.Measure, old, null, Age: true);
            return WithScaleAndRate(p, new Suffix(unit.Name, QuantityKind.Measure, end));
        }
        return null;
    }

    private static string? Form(List<Piece> p, int start, int length)
    {
        if (length == 1) return p[start].Kind == PieceKind.Digits ? null : p[start].Lower;
        var form = p[start].Lower;
        for (var i = start + 1; i < start + length; i++)
        {
            if (p[i].Kind == PieceKind.Digits) return null;
            var joint = p[i].Dash || (p[i - 1].Dash && i > start + 1);
            if (p[i].Dash) { form += length > 2 ? "-" : " -"; continue; }
            form += p[i - 1].Dash || (p[i].Is("/") && p[i].Glued) || (p[i - 1].Is("/") && p[i].Glued) ? p[i].Lower : " " + p[i].Lower;
            if (joint && UnitTable.OfForm(form) is null) form = form.Replace('-', ' ');
        }
        return form;
    }

    private static bool Fits(List<Piece> p, int start, int length, string form, Unit unit)
    {
        if (length > 1) return true;
        var (text, glued) = (p[start].Text, p[start].Glued && start > 0 && (p[start - 1].Kind == PieceKind.Digits || p[start - 1].Dash));
        // Short forms mean units only beside digits: "5 m", "118.5p"; "in", "a", "us" never.
        if (form.Length == 1 && char.IsLetter(form[0])) return glued || (form is "m" or "g" or "l" && start > 0 && p[start - 1].Kind == PieceKind.Digits && (start + 1 >= p.Count || p[start + 1].Kind != PieceKind.Word));
        if (unit.Dimension == "money" && form.Length == 3 && form == text && char.IsLower(text[0]) && form is not ("usd" or "eur" or "gbp" or "rmb" or "btc" or "jpy" or "chf" or "cny" or "aud" or "yen" or "won" or "inr" or "nzd" or "cad" or "hkd" or "mxn")) return false;
        if (form is "won") return start > 0 && (p[start - 1].Kind == PieceKind.Word || p[start - 1].Text.Length > 3);
        if (form is "second" or "seconds" && start + 1 < p.Count && p[start + 1].Lower is "place") return false;
        if (form is "mark" or "marks" or "real" or "rand" or "bar" or "bars" or "crowns" or "try") return form is "marks" or "rand" && start > 0 && p[start - 1].Kind != PieceKind.Word;
        if (form is "pound" or "pounds" && start + 1 < p.Count && p[start + 1].Lower is "of" && start + 2 < p.Count && p[start + 2].Lower is "explosives" or "explosive" or "tnt" or "meat" or "cocaine" or "marijuana" or "force" or "weight") return false;
        if (form is "degree" or "degrees" && start + 1 < p.Count && p[start + 1].Lower is "in" or "from" or "of") return false;
        if (form is "ps" or "ha" or "mp" or "db" or "ms" or "min" or "sec" or "hr" or "ft" or "yd" or "lb" or "oz" or "mb" or "nm" or "ml" or "mg" or "kg" or "km" or "cm" or "mm" or "hp") return start > 0 && p[start - 1].Kind == PieceKind.Digits || p[start - 1].Dash || Numerals.IsSmall(p[start - 1].Lower) || p[start - 1].Lower is "million" or "thousand" or "billion";
        return true;
    }

    private static int Old(List<Piece> p, int end)
    {
        if (end < p.Count && p[end].Is("old")) return end + 1;
        if (end + 1 < p.Count && p[end].Dash && p[end + 1].Lower is "old" or "olds") return end + 2;
        return end + 2 < p.Count && p[end].Lower is "of" && p[end + 1].Is("age") ? end + 2 : 0;
    }

    private static Suffix? Percent(List<Piece> p, int i)
    {
        if (i >= p.Count) return null;
        int end;
        if (p[i].Text is "%" or "٪") end = i + 1;
        else if (p[i].Lower is "percent" or "pct" or "percents") end = i + 1;
        else if (p[i].Is("per") && i + 1 < p.Count && p[i + 1].Lower is "cent" or "cents") end = i + 2;
        else if (p[i].Is("percentage") && i + 1 < p.Count && p[i + 1].Lower is "point" or "points") return new Suffix("percentage point", QuantityKind.PercentagePoints, i + 2);
        else if (p[i].Is("percentage")) end = i + 1;
        else if (p[i].Is("basis") && i + 1 < p.Count && p[i + 1].Lower is "point" or "points") return new Suffix("basis point", QuantityKind.PercentagePoints, i + 2);
        else if (p[i].Is("pc") && p[i].Glued && i > 0 && p[i - 1].Kind == PieceKind.Digits) end = i + 1;
        else if (p[i].Is("pp") && p[i].Glued) return new Suffix("percentage point", QuantityKind.PercentagePoints, i + 1);
        else return null;
        if (end < p.Count && p[end].Is("-") && end + 1 < p.Count && p[end + 1].Lower is "point" or "points") return new Suffix("percentage point", QuantityKind.PercentagePoints, end + 2);
        if (end < p.Count && p[end].Lower is "point" or "points") return new Suffix("percentage point", QuantityKind.PercentagePoints, end + 1);
        return WithRate(p, new Suffix("percent", QuantityKind.Percent, end));
    }

    /// <summary>"75 USD million".</summary>
    public static double ScaleAfter(List<Piece> p, int i) => i < p.Count && i > 0 && p[i - 1].Text.Length == 3 ? p[i].Lower switch { "million" => 1e6, "billion" => 1e9, "trillion" => 1e12, _ => 1 } : 1;

    /// <summary>"30 MUSD": millions of a currency.</summary>
    public static Suffix? Millions(List<Piece> p, int i) =>
        i < p.Count && p[i].Text is ['M' or 'm', _, _, _] && UnitTable.OfForm(p[i].Lower[1..]) is { Dimension: "money", Name.Length: 3 } unit && unit.Name.Equals(p[i].Lower[1..], StringComparison.OrdinalIgnoreCase)
            ? new Suffix(unit.Name, QuantityKind.Money, i + 1) : null;

    private static Suffix WithScaleAndRate(List<Piece> p, Suffix s) => WithRate(p, s);

    /// <summary>"a day", "per share", "an hour", "each year", "daily".</summary>
    private static Suffix WithRate(List<Piece> p, Suffix s) => Rate(p, s.End) is { } r ? s with { End = r.End, Per = r.Per } : s;

    public static (string Per, int End)? Rate(List<Piece> p, int i)
    {
        var at = i < p.Count && p[i].Dash && p[i].Glued ? i + 1 : i;
        if (at + 1 < p.Count && p[at].Lower is "per" or "a" or "an" or "each" or "every" or "/")
        {
            var word = at + 1 < p.Count && p[at + 1].Dash ? at + 2 : at + 1;
            if (word >= p.Count || p[word].Kind != PieceKind.Word) return null;
            var thing = Nouns.Singular(p[word].Lower);
            if (thing is "day" or "week" or "month" or "year" or "hour" or "minute" or "second" or "night" or "annum" or "share" or "barrel" or "ounce" or "tonne" or "gallon" or "litre" or "liter" or "kilo" or "unit" or "game" or "match"
                || p[at].Lower is "per" or "/") return (thing == "annum" ? "year" : thing, word + 1);
        }
        if (at < p.Count && p[at].Lower is "daily" or "annually" or "monthly" or "weekly" or "yearly" or "hourly")
            return (p[at].Lower switch { "daily" => "day", "annually" or "yearly" => "year", "monthly" => "month", "weekly" => "week", _ => "hour" }, at + 1);
        return null;
    }

    /// <summary>A currency before a number: "$", "US$", "C $", "USD", "Rs", "e" for a lost euro sign. Returns its ISO code and where it begins.</summary>
    public static (string Code, int Start)? CurrencyBefore(List<Piece> p, int i)
    {
        if (i == 0) return null;
        var last = p[i - 1];
        // "Y=28,030"
        if (last.Is("=") && last.Glued && i > 1 && p[i - 2].Is("y")) return ("JPY", i - 2);
        if (last.Kind == PieceKind.Mark && UnitTable.OfForm(last.Text) is { Dimension: "money" } sign)
        {
            if (i > 1 && p[i - 2].Kind == PieceKind.Word && p[i - 2].Text.Length <= 4 && (last.Glued || p[i - 2].Lower is "c" or "us" or "hk" or "au" or "nz" or "u.s" or "u.s." or "a" or "s"))
            {
                var prefix = p[i - 2].Lower.TrimEnd('.');
                if (last.Glued || prefix is not ("a" or "s") ) if (UnitTable.OfForm((prefix == "u.s" ? "us" : prefix) + last.Text) is { Dimension: "money" } prefixed) return (prefixed.Name, i - 2);
            }
            // "U.S. $": the tokeniser may cut the full stop off.
            if (i > 2 && p[i - 2].Is(".") && p[i - 3].Lower is "u.s") return (sign.Name, i - 3);
            return (sign.Name, i - 1);
        }
        if (last.Kind != PieceKind.Word) return null;
        if (last.Is("e") && p[i].Glued) return ("EUR", i - 1);
        if (last.Lower is "rs" or "rm" or "rp" && UnitTable.OfForm(last.Lower) is { } short_) return (short_.Name, i - 1);
        if (last.Is(".")) return null;
        if (last.Text.Length == 3 && UnitTable.OfForm(last.Lower) is { Dimension: "money" } code && (code.Name == last.Text || last.Lower is "usd" or "eur" or "gbp" or "rmb")) return (code.Name, i - 1);
        if (last.Is("dollar") || last.Is("sen")) return last.Is("dollar") ? ("USD", i - 1) : null;
        // "MEUR 60": millions of a currency
        return last.Text.Length == 4 && last.Text[0] is 'M' or 'm' && UnitTable.OfForm(last.Lower[1..]) is { Dimension: "money" } millions && millions.Name.Length == 3 && millions.Name.Equals(last.Lower[1..], StringComparison.OrdinalIgnoreCase) ? ("M" + millions.Name, i - 1) : null;
    }
}
