namespace ClaimGraph.Comparison;

/// <summary>
/// Units that measure the same thing, with the factor to the first of their dimension (exact by international agreement: yard and pound 1959, US gallon 231 cubic inches,
/// oil barrel 42 gallons). Whatever is not here is a unit of its own: countries are no persons, euros no dollars.
/// </summary>
internal static class Units
{
    private static readonly (string Dimension, (string Names, double Factor)[] Members)[] Table =
    [
        ("length", [("metre meter m", 1), ("kilometre kilometer km", 1000), ("centimetre centimeter cm", 0.01), ("millimetre millimeter mm", 0.001),
            ("mile mi", 1609.344), ("yard yd", 0.9144), ("foot feet ft", 0.3048), ("inch in", 0.0254), ("nautical-mile nm", 1852)]),
        ("mass", [("kilogram kg kilo", 1), ("gram g", 0.001), ("tonne metric-ton t", 1000), ("pound lb", 0.45359237), ("ounce oz", 0.028349523125), ("ton", 907.18474)]),
        ("volume", [("litre liter l", 1), ("millilitre milliliter ml", 0.001), ("gallon gal", 3.785411784), ("barrel bbl", 158.987294928), ("cubic-metre cubic-meter m3", 1000)]),
        ("area", [("square-metre square-meter m2", 1), ("hectare ha", 10_000), ("acre", 4046.8564224), ("square-kilometre square-kilometer km2", 1_000_000), ("square-mile", 2_589_988.110336)]),
        ("time", [("second s", 1), ("minute min", 60), ("hour h", 3600), ("day", 86_400), ("week", 604_800)]),
        ("span", [("month", 1), ("year", 12), ("decade", 120), ("century", 1200)]),
        ("speed", [("km/h kph kmh", 1), ("mph", 1.609344), ("m/s", 3.6), ("knot kt", 1.852)]),
        ("power", [("watt w", 1), ("kilowatt kw", 1e3), ("megawatt mw", 1e6), ("gigawatt gw", 1e9)]),
        ("energy", [("kilowatt-hour kwh", 1), ("megawatt-hour mwh", 1e3), ("gigawatt-hour gwh", 1e6)]),
    ];

    private static readonly Dictionary<string, (string Dimension, double Factor)> ByName = Read();

    /// <summary>The dimension of a unit and its factor to the dimension's base; an unknown unit is its own dimension.</summary>
    public static (string Dimension, double Factor) Of(string? unit)
    {
        if (unit is null) return ("", 1);
        var name = unit.ToLowerInvariant().Replace(' ', '-');
        if (ByName.TryGetValue(name, out var found)) return found;
        return name.EndsWith('s') && ByName.TryGetValue(name[..^1], out found) ? found : (name, 1);
    }

    private static Dictionary<string, (string, double)> Read()
    {
        var byName = new Dictionary<string, (string, double)>(StringComparer.Ordinal);
        foreach (var (dimension, members) in Table)
            foreach (var (names, factor) in members)
                foreach (var name in names.Split(' ')) byName[name] = (dimension, factor);
        return byName;
    }
}
