namespace ClaimGraph.Extraction;

/// <summary>A level, or a change of one: different measures that never meet.</summary>
public enum QuantityChange { Level, Up, Down, To }

/// <summary>How a quantity was written; claims treat "no", "few" and "a man" with more care than "26".</summary>
public enum QuantityForm { Digits, Words, Vague, Share, None, Few, Many, One }

/// <summary>A quantity in a sentence with the words that belong to it.</summary>
/// <param name="Quantity">Its <see cref="Quantity.Span"/> covers comparator, number and unit or counted noun.</param>
/// <param name="Number">The numeral with its currency sign.</param>
public sealed record FoundQuantity(Quantity Quantity, Span Number, QuantityForm Form)
{
    /// <summary>The counted noun's head, singular and lower case; null for measures and where no noun follows.</summary>
    public string? Head { get; init; }
    public Span? Noun { get; init; }
    /// <summary>The words between number and head, lower case: <c>armed</c>, <c>somali</c>.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];
    public QuantityChange Change { get; init; }
    /// <summary>The changed thing is named by a verb ("rose 4 percent"), not by a noun ("a rise of 4 percent").</summary>
    public bool ChangeByVerb { get; init; }
    /// <summary>The period of a rate: <c>day</c>, <c>year</c>.</summary>
    public string? Per { get; init; }
    /// <summary><c>another</c>, <c>other</c>, <c>latest</c>: not the same ones as a plain number.</summary>
    public string? Instance { get; init; }
    /// <summary>"of them", "of the 26", "of whom": counted out of something named before.</summary>
    public bool Partitive { get; init; }
    /// <summary>An age: "38-year-old", ", 38,", "aged 38".</summary>
    public bool Age { get; init; }
    /// <summary>The same amount in other units, from brackets.</summary>
    public IReadOnlyList<Quantity> Conversions { get; init; } = [];
}
