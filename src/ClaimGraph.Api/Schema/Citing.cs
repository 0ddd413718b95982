using ClaimGraph.Api.Loading;
using ClaimGraph.Citations;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

/// <summary>Gathers what a citation prints: the claim's chain, then the sources that it names.</summary>
internal static class Citing
{
    public static IDataLoaderResult<string> Write(ClaimCard card, CitationFormat format, bool chain, Snapshot at) => at.Chains.LoadThen(card.Id, steps =>
        at.Sources.LoadMany((steps ?? []).Select(s => s.SourceId).OfType<string>().Append(card.Source.Id).Distinct(), sources =>
        {
            var cited = sources.ToDictionary(s => s.Id, s => new CitedSource(s.Id, s.Kind, s.Title, s.OutletName, s.Url, s.Published, s.Language));
            var article = cited.GetValueOrDefault(card.Source.Id)
                ?? new CitedSource(card.Source.Id, card.Source.Kind, card.Source.Title, card.Source.OutletName, card.Source.Url, card.Source.Published, null);
            return ClaimCitation.Write(
                new(card.Id, card.Quote, card.Value.Text, card.Speaker?.Name, card.Speaker?.Kind, card.Asserted, article, steps ?? [], cited, card.Standing, Address: null), format, chain);
        }));
}
