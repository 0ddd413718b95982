namespace ClaimGraph.Extraction.Naming;

/// <summary>By what a known actor is called here: decides what the words may stand for.</summary>
internal enum NameForm { Name, Demonym, Capital, Seat }

/// <summary>A term in an office: "president 2017-05-14..".</summary>
internal sealed record Office(string Title, DateOnly From, DateOnly To);

/// <summary>An entry of the gazetteer.</summary>
internal sealed record KnownActor(Actor Actor, bool IsOutlet = false)
{
    /// <summary>The country or body that a person speaks for.</summary>
    public string? Of { get; init; }
    public IReadOnlyList<Office> Offices { get; init; } = [];
}

/// <summary>A match of the gazetteer at a token.</summary>
internal readonly record struct KnownName(KnownActor Known, NameForm Form, int Length);
