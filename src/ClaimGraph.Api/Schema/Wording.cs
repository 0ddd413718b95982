using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("Whether a claim's words are those of the source that they are taken from.")]
internal sealed class WordingCheck(bool compared, bool? differs, Source? original, string text)
{
    [Description("False where the original's text is not stored.")]
    public bool Compared => compared;

    [Description("Whether the words differ; null where they were not compared.")]
    public bool? Differs => differs;

    [Description("The original.")]
    public Source? Original => original;

    [Description("The outcome in one sentence.")]
    public string Text => text;

    internal static IDataLoaderResult<WordingCheck?> Of(ClaimCard card, Snapshot at) => at.Chains.LoadThen(card.Id, steps =>
    {
        var taken = (steps ?? []).FirstOrDefault(s => s.SourceId is { } id && id != card.Source.Id && id != card.Source.OutletId);
        if (taken?.SourceId is not { } original)
            return LoaderResults.Known<WordingCheck?>(null);
        var source = at.Sources.Load(original, s => s is null ? null : new Source(s, at));
        return at.Texts.Load(original, t => t?.Text).Then(text => source.Then(s => LoaderResults.Known<WordingCheck?>(Compare(taken.Quote ?? card.Quote, text, s, taken.Name))));
    });

    private static WordingCheck Compare(string quote, string? original, Source? source, string name)
    {
        if (original is null)
            return new(false, null, source, $"The text of “{name}” is not stored, so the words were not compared.");
        var same = Folded(original).Contains(Folded(quote), StringComparison.Ordinal);
        return new(true, !same, source, same ? $"The words stand so in “{name}”." : $"The words do not stand so in “{name}”.");
    }

    // Line ends, quotation marks and case are the typesetter's, not the speaker's.
    private static string Folded(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Trim('"', '\'', '.', ',', ' ');
}
