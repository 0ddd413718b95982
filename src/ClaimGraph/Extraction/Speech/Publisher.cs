using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Speech;

/// <summary>Who publishes the article: the outlet of its metadata, else the one of its credit or place line, else the article itself.</summary>
/// <param name="SourceId">The outlet's source, or null where no outlet is known.</param>
internal sealed record Publisher(string Name, string? SourceId)
{
    public bool IsKnown => SourceId is not null;

    public static Publisher Of(string? outlet, string articleName) => outlet is { Length: > 0 } ? new(outlet, Ids.Outlet(OutletKey(outlet))) : new(articleName, null);

    /// <summary>The key of an outlet: aliases that the gazetteer knows are one ("WSJ", "The Wall Street Journal").</summary>
    public static string OutletKey(string name) => Fold.Name(Naming.Gazetteer.Shared.ByName(name) is { IsOutlet: true } known ? known.Actor.Name : name);

    public static string OutletName(string name) => Naming.Gazetteer.Shared.ByName(name) is { IsOutlet: true } known ? known.Actor.Name : name;

    public bool Is(string name) => IsKnown && OutletKey(name) == OutletKey(Name);
}
