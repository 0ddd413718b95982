namespace ClaimGraph.Citations;

public enum CitationFormat { Footnote, CslJson, BibTeX, Ris, ClaimReview }

/// <summary>A source as a citation prints it.</summary>
public sealed record CitedSource(string Id, SourceKind Kind, string? Title, string? Outlet, string? Url, PartialDate? Published, string? Language);

/// <summary>Everything that a citation of a claim may print: no look-ups are left to the formats.</summary>
/// <param name="Chain">From the innermost speaker outwards.</param>
/// <param name="Sources">Sources of the chain by id, for those of its steps that are sources.</param>
/// <param name="Address">Where the claim can be seen in this installation, or null.</param>
public sealed record CitedClaim(
    string Id,
    string Quote,
    string ValueText,
    string? Speaker,
    ActorKind? SpeakerKind,
    PartialDate Asserted,
    CitedSource Source,
    IReadOnlyList<AttributionStep> Chain,
    IReadOnlyDictionary<string, CitedSource> Sources,
    Standing Standing,
    string? Address);

/// <summary>A claim to a citation in one of five formats: pure functions, the same input gives the same text.</summary>
public static class ClaimCitation
{
    /// <param name="chain">Also cite the sources that the claim came through, where the format can.</param>
    public static string Write(CitedClaim claim, CitationFormat format, bool chain) => format switch
    {
        CitationFormat.Footnote => Footnote.Write(claim, chain),
        CitationFormat.CslJson => CslJson.Write(claim, chain),
        CitationFormat.BibTeX => BibTeX.Write(claim, chain),
        CitationFormat.Ris => Ris.Write(claim, chain),
        CitationFormat.ClaimReview => ClaimReview.Write(claim, chain),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a citation format."),
    };

    /// <summary>The article first, then, with <paramref name="chain"/>, the other sources of the chain, each once.</summary>
    internal static IReadOnlyList<CitedSource> SourcesOf(CitedClaim claim, bool chain) => chain
        ? [claim.Source, .. claim.Chain.Select(s => s.SourceId).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(id => id != claim.Source.Id && claim.Sources.ContainsKey(id)).Select(id => claim.Sources[id]).Where(s => s.Title != claim.Source.Outlet)]
        : [claim.Source];

    internal static string TitleOf(CitedSource source) => source.Title ?? source.Url ?? "Untitled";
}
