using System.Globalization;

namespace ClaimGraph.Extraction.Naming;

/// <summary>By what a known actor is called here: decides what the words may stand for.</summary>
internal enum NameForm { Name, Demonym, Capital, Seat }

/// <summary>A term in an office.</summary>
internal sealed record Office(string Title, DateOnly From, DateOnly To)
{
    /// <summary>"president 2017-05-14.." or "president 2012-05-15..2017-05-14"; null for anything else.</summary>
    public static Office? Read(string term)
    {
        var at = term.LastIndexOf(' ');
        if (at < 1 || term[(at + 1)..].Split("..") is not [var first, var last] || !Day(first, out var from)) return null;
        var to = DateOnly.MaxValue;
        return last.Length == 0 || Day(last, out to) ? new Office(term[..at], from, to) : null;
    }

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

/// <summary>An entry of the gazetteer.</summary>
internal sealed record KnownActor(Actor Actor, bool IsOutlet = false)
{
    /// <summary>The country or body that a person speaks for.</summary>
    public string? Of { get; init; }
    public IReadOnlyList<Office> Offices { get; init; } = [];
}

/// <summary>A match of the gazetteer at a token.</summary>
internal readonly record struct KnownName(KnownActor Known, NameForm Form, int Length);
