using System.Globalization;
using System.Text.Json;
using ClaimGraph.Extraction;

namespace ClaimGraph.Evaluation;

/// <summary>The sets that score quantities alone: NewsQuant (CQE) and the specs of Recognizers-Text.</summary>
internal static class QuantitySets
{
    /// <summary>NewsQuant: micro F1 over (value), (value, unit), (value, change), a multiset for each sentence.</summary>
    public static string NewsQuant(string file, int errors)
    {
        int gold = 0, found = 0, n = 0;
        var right = new int[3];
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0) continue;
            n++;
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var want = json.RootElement.GetProperty("quantities").EnumerateArray().Select(Want).ToList();
            var have = QuantityReader.ReadAll(text).SelectMany(Have).ToList();
            gold += want.Count;
            found += have.Count;
            var open = Match(want, have, (w, h) => Same(w.Low, h.Low) && Same(w.High, h.High), ref right[0]);
            var units = Match(want, have, (w, h) => Same(w.Low, h.Low) && Same(w.High, h.High) && w.Units.Overlaps(h.Units), ref right[1]);
            var changes = Match(want, have, (w, h) => Same(w.Low, h.Low) && Same(w.High, h.High) && w.Change == h.Change, ref right[2]);
            if (errors <= 0 || (open.Count == 0 && units.Count == 0 && changes.Count == 0 && want.Count == have.Count)) continue;
            errors--;
            Console.WriteLine(text);
            Console.WriteLine($"  gold {string.Join("; ", want)}");
            Console.WriteLine($"  read {string.Join("; ", have)}");
        }
        double F(int r) => gold + found == 0 ? 0 : 2.0 * r / (gold + found);
        return string.Create(CultureInfo.InvariantCulture,
            $"newsquant {Path.GetFileName(file)} n={n} value_p={Ratio(right[0], found):0.000} value_r={Ratio(right[0], gold):0.000} value_f1={F(right[0]):0.000} value_unit_f1={F(right[1]):0.000} value_change_f1={F(right[2]):0.000}");
    }

    private sealed record Read(double? Low, double? High, HashSet<string> Units, string Change)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change}{Low}-{High} [{string.Join("/", Units.Order(StringComparer.Ordinal))}]");
    }

    private static List<Read> Match(List<Read> want, List<Read> have, Func<Read, Read, bool> same, ref int right)
    {
        var left = new List<Read>(have);
        List<Read> open = [];
        foreach (var w in want)
        {
            var at = left.FindIndex(h => same(w, h));
            if (at < 0) open.Add(w);
            else { left.RemoveAt(at); right++; }
        }
        return open;
    }

    private static bool Same(double? a, double? b) => a is null || b is null ? a == b : Math.Abs(a.Value - b.Value) <= 1e-6 * Math.Max(1, Math.Abs(a.Value));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static Read Want(JsonElement q)
    {
        var value = q.GetProperty("value").GetString()!;
        var dash = value.IndexOf('-', 1);
        double Number(string s) => double.Parse(s, CultureInfo.InvariantCulture);
        var (low, high) = dash < 0 ? (Number(value), Number(value)) : (Number(value[..dash]), Number(value[(dash + 1)..]));
        HashSet<string> units = [.. Forms(q.GetProperty("unit").GetString()!), .. Forms(q.GetProperty("normalized_unit").GetString()!)];
        return new Read(low, high, units, q.GetProperty("change").GetString()!);
    }

    private static IEnumerable<Read> Have(FoundQuantity f)
    {
        // The set takes neither "no" nor "few" for quantities.
        if (f.Form is QuantityForm.None or QuantityForm.Few or QuantityForm.Many) yield break;
        if (f.Quantity.Vague is { } word && word.StartsWith("several", StringComparison.Ordinal)) yield break;
        yield return One(f, f.Quantity);
        foreach (var c in f.Conversions) yield return One(f, c with { Comparator = f.Quantity.Comparator, Approximate = f.Quantity.Approximate });
    }

    private static Read One(FoundQuantity f, Quantity q)
    {
        var count = q.Kind == QuantityKind.Count && q.Low == Math.Floor(q.Low ?? 0);
        var (low, high) = q.Comparator switch
        {
            Comparator.MoreThan when count => (q.Low - 1, q.Low - 1),
            Comparator.MoreThan or Comparator.AtLeast => (q.Low, q.Low),
            Comparator.LessThan when count => (q.High + 1, q.High + 1),
            Comparator.LessThan or Comparator.AtMost => (q.High, q.High),
            _ => (q.Low, q.High),
        };
        if (q.Vague is { } vague && vague.Split(' ')[^1] is "thousands" or "millions" or "billions" or "hundreds" or "tens")
        {
            // "thousands" is 2000 and more with us, 1000 to 10000 in the set.
            low = q.Low / 2;
            high = low * 10;
        }
        if (q.Kind == QuantityKind.Share) (low, high) = (low / 100, high / 100);
        var change = f.Change switch
        {
            QuantityChange.Up when f.ChangeByVerb => "up",
            QuantityChange.Down when f.ChangeByVerb => "down",
            _ => q.Comparator switch
            {
                Comparator.MoreThan or Comparator.AtLeast when q.Vague is null => ">",
                Comparator.LessThan or Comparator.AtMost => "<",
                _ when q.Approximate && q.Vague is null => "~",
                _ => "=",
            },
        };
        HashSet<string> units = [];
        if (q.Unit is { } unit) units.UnionWith(Forms(unit.Replace("/", " per ", StringComparison.Ordinal)));
        if (f.Age) units.UnionWith(Forms("year-old").Concat(Forms("year of age")));
        if (f.Head is { } head)
        {
            units.UnionWith(Forms(head));
            units.UnionWith(Forms(string.Join(' ', f.Modifiers.Append(head))));
        }
        if (units.Count == 0) units.Add("-");
        return new Read(low, high, units, change);
    }

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["$"] = "usd", ["us$"] = "usd", ["dollar"] = "usd", ["€"] = "eur", ["euro"] = "eur", ["£"] = "gbp", ["pound"] = "gbp", ["japanese yen"] = "jpy", ["yen"] = "jpy", ["y"] = "jpy",
        ["yuan"] = "cny", ["chinese yuan"] = "cny", ["shekel"] = "ils", ["malaysian ringgit"] = "myr", ["rm"] = "myr", ["australian dollar"] = "aud", ["au $"] = "aud", ["new zealand dollar"] = "nzd", ["nz $"] = "nzd",
        ["%"] = "percent", ["percentage"] = "percent", ["&"] = "percent", ["kilometre"] = "km", ["kilometer"] = "km", ["metre"] = "m", ["meter"] = "m", ["centimetre"] = "cm", ["millimetre"] = "mm",
        ["micrometre"] = "μm", ["nanometre"] = "nm", ["nanometer"] = "nm", ["liter"] = "litre", ["l"] = "litre", ["mile per hour"] = "mph", ["gigabyte"] = "gb", ["hp"] = "horsepower", ["bhp"] = "horsepower",
        ["brake horsepower"] = "horsepower", ["ps"] = "horsepower", ["kilogram"] = "kg", ["gram"] = "g", ["pound-mass"] = "pound (mass)", ["lb"] = "pound (mass)", ["kilowatt"] = "kw", ["kilowatt hour"] = "kwh",
        ["degree celsius"] = "celsius", ["degrees celsius"] = "celsius", ["degf"] = "fahrenheit", ["sq m"] = "square metre", ["sqm"] = "square metre", ["m2"] = "square metre", ["gpa"] = "gigapascal", ["hz"] = "hz", ["hertz"] = "hz",
        ["millilitre"] = "ml", ["newton metre"] = "nm", ["foot pound-force"] = "lb-ft", ["ft"] = "foot", ["min"] = "minute", ["hour"] = "hour", ["percentage point"] = "percentage point", ["people"] = "person",
        ["megabit per second"] = "mbps", ["bitcoin"] = "btc", ["kilobyte"] = "kb", ["point"] = "point", ["pence"] = "pence", ["p"] = "pence", ["inches"] = "inch", ["feet"] = "foot",
    };

    /// <summary>A unit without case, number and symbol; rates as "x per y".</summary>
    private static IEnumerable<string> Forms(string unit)
    {
        var lower = unit.ToLowerInvariant().Trim();
        var (thing, per) = (lower, "");
        foreach (var joint in new[] { " per ", " a ", " an ", " each " })
        {
            var at = lower.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0) (thing, per) = (lower[..at], lower[(at + joint.Length)..]);
        }
        var words = thing.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0) words[^1] = Singular(words[^1]);
        var plain = string.Join(' ', words);
        plain = Symbols.GetValueOrDefault(plain, Symbols.GetValueOrDefault(thing, plain));
        yield return per.Length == 0 ? plain : $"{plain} per {Singular(per)}";
    }

    private static string Singular(string word) => word switch
    {
        "people" => "person", "men" => "man", "women" => "woman", "children" => "child", "lives" => "life", "feet" => "foot",
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 2 => word[..^1],
        _ => word,
    };

    /// <summary>Recognizers-Text: right where the sets of (span, value) are equal; cases whose results have no value are counted apart.</summary>
    public static string Recognizers(string file, int errors)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        int n = 0, right = 0, valued = 0, valuedRight = 0, values = 0, valuesRight = 0;
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            n++;
            var text = item.GetProperty("Input").GetString()!;
            var want = item.GetProperty("Results").EnumerateArray().Select(r => (Start: r.GetProperty("Start").GetInt32(), End: r.GetProperty("End").GetInt32() + 1,
                Value: r.TryGetProperty("Resolution", out var resolution) && resolution.TryGetProperty("value", out var v) && v.ValueKind == JsonValueKind.String && v.GetString() != "null" ? v.GetString() : null)).ToList();
            var have = QuantityReader.ReadAll(text).SelectMany(q => Wanted(name, text, q)).ToList();
            var equal = want.Count == have.Count && want.All(w => have.Exists(h => h.Start == w.Start && h.End == w.End && SameValue(h.Value, w.Value)));
            if (equal) right++;
            var withValue = want.Where(w => w.Value is not null).ToList();
            if (withValue.Count > 0)
            {
                valued++;
                var all = withValue.All(w => have.Exists(h => h.Start < w.End && w.Start < h.End && SameValue(h.Value, w.Value)));
                if (all) valuedRight++;
                values += withValue.Count;
                valuesRight += withValue.Count(w => have.Exists(h => h.Start < w.End && w.Start < h.End && SameValue(h.Value, w.Value)));
                if (!all && errors-- > 0) Console.WriteLine($"{text}\n  gold {string.Join("; ", want)}\n  read {string.Join("; ", have)}");
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"recognizers {Path.GetFileName(file)} n={n} accuracy={Ratio(right, n):0.000} value_right={Ratio(valuedRight, valued):0.000} values={Ratio(valuesRight, values):0.000}");
    }

    private static bool SameValue(string? a, string? b)
    {
        if (a is null || b is null) return a == b;
        if (a == b) return true;
        return double.TryParse(a.TrimEnd('%'), CultureInfo.InvariantCulture, out var x) && double.TryParse(b.TrimEnd('%'), CultureInfo.InvariantCulture, out var y) && Math.Abs(x - y) <= 1e-6 * Math.Max(1, Math.Abs(y)) && a.EndsWith('%') == b.EndsWith('%');
    }

    private static IEnumerable<(int Start, int End, string? Value)> Wanted(string model, string text, FoundQuantity f)
    {
        foreach (var q in f.Conversions.Prepend(f.Quantity))
        {
            var (start, end) = (q == f.Quantity ? f.Number.Start : q.Span.Start, q.Span.End);
            var value = (q.High is { } h && q.Low is { } l && h == l ? h : q.Comparator is Comparator.LessThan or Comparator.AtMost ? q.High : q.Low)?.ToString("R", CultureInfo.InvariantCulture);
            if (model.Contains("Percent", StringComparison.Ordinal)) { if (q.Kind is QuantityKind.Percent) yield return (q.Span.Start, end, value + "%"); }
            else if (model.Contains("Currency", StringComparison.Ordinal)) { if (q.Kind is QuantityKind.Money) yield return (start, Trim(text, q, end), value); }
            else if (model.Contains("Range", StringComparison.Ordinal))
            {
                if (q.Comparator == Comparator.Equal) continue;
                yield return (q.Span.Start, f.Number.End, q.Comparator switch
                {
                    Comparator.Between => $"[{N(q.Low)},{N(q.High)})",
                    Comparator.MoreThan => $"({N(q.Kind == QuantityKind.Count ? q.Low - 1 : q.Low)},)",
                    Comparator.AtLeast => $"[{N(q.Low)},)",
                    Comparator.LessThan => $"(,{N(q.Kind == QuantityKind.Count ? q.High + 1 : q.High)})",
                    _ => $"(,{N(q.High)}]",
                });
            }
            else yield return (f.Number.Start, f.Number.End, q.Kind == QuantityKind.Share ? ((q.Low ?? 0) / 100).ToString("R", CultureInfo.InvariantCulture) : value);
        }
    }

    private static string N(double? v) => v?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The set's span ends with the currency, ours with the rate.</summary>
    private static int Trim(string text, Quantity q, int end)
    {
        if (q.Unit?.Contains('/', StringComparison.Ordinal) != true) return end;
        var at = text.LastIndexOfAny([' ', '-'], end - 1);
        var joint = text.LastIndexOfAny([' ', '-'], Math.Max(0, at - 1));
        return joint > q.Span.Start ? joint : end;
    }
}
