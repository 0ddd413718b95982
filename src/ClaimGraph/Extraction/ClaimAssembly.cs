using System.Globalization;
using ClaimGraph.Extraction.Layout;
using ClaimGraph.Extraction.Naming;
using ClaimGraph.Extraction.Speech;

namespace ClaimGraph.Extraction;

/// <summary>Puts statements and propositions together: claims with ids, chains and origins, and everything that they name.</summary>
internal sealed class ClaimAssembly(ArticleContext context, ReadDocument document, IReadOnlyList<ReadSpeech> speech, Article article)
{
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Citation> _citations = [];
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _named = context.Actors.DistinctBy(f => f.Actor.Id).ToDictionary(f => f.Actor.Id, f => f.Actor, StringComparer.Ordinal);
    private readonly Origins _origins = new(context);

    public Reading Reading(IReadOnlyList<Problem> warnings)
    {
        var text = context.Text;
        var sentences = new List<ReadSentence>(document.Sentences.Count);
        for (var i = 0; i < document.Sentences.Count; i++) sentences.Add(Sentence(i));
        if (context.Source is { OutletId: { } outlet, OutletName: { } name }) _sources.TryAdd(outlet, new Source(outlet, SourceKind.Outlet, name));
        return new Reading
        {
            Source = context.Source,
            Text = text,
            ContentHash = Ids.Content(text, article.Title, article.Outlet, article.Url, article.Published, article.Language),
            NamedSources = [.. _sources.Values],
            Actors = [.. _actors.Values],
            Claims = Neighbours.Noted(_claims),
            Citations = [.. _citations.Values],
            Sentences = sentences,
            Furniture = [.. document.Sentences.Where(s => s.Kind == SentenceKind.Furniture).Select(s => s.Span)],
            Notices = Notices.Read(document.Sentences, text),
            Warnings = warnings,
            Signature = TextSignature.Of(document.Sentences.Where(s => s.Kind == SentenceKind.Statement)),
        };
    }

    private ReadSentence Sentence(int i)
    {
        var sentence = document.Sentences[i];
        if (sentence.Kind is not (SentenceKind.Statement or SentenceKind.Headline)) return new(sentence.Span, sentence.Kind, [], [], document.Reasons[i]);
        var recognised = new List<Recognised>(speech[i].Recognised);
        foreach (var found in context.ActorsIn(sentence.Span)) recognised.Add(new(found.Span, "actor", found.Actor.Name));
        foreach (var found in context.DatesIn(sentence.Span)) recognised.Add(new(found.Span, "date", found.Date.IsKnown ? found.Date.Text : found.Date.Basis));
        var ids = new List<string>();
        string? leftOut = null;
        foreach (var statement in speech[i].Statements)
        {
            var propositions = PropositionReader.Read(statement, context, out var why);
            leftOut ??= why;
            foreach (var read in propositions)
            {
                recognised.AddRange(read.Recognised);
                ids.Add(Claim(statement, read).Id);
            }
        }
        recognised.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new(sentence.Span, sentence.Kind, ids, recognised, ids.Count > 0 ? null : leftOut ?? "nothing in it is claimed by anybody");
    }

    private Claim Claim(Statement statement, ReadProposition read)
    {
        var quote = read.Quote.Of(context.Text);
        var print = Fingerprint(read.Proposition);
        var key = quote + '\u001F' + print;
        var occurrence = _occurrences.TryGetValue(key, out var seen) ? seen + 1 : 0;
        _occurrences[key] = occurrence;
        var (origin, known) = _origins.Of(statement, read.Proposition, read.Quote);
        var claim = new Claim
        {
            Id = Ids.Claim(context.Source.Document!, quote, occurrence, print),
            SourceId = context.Source.Id,
            Quote = quote,
            Span = read.Quote,
            Proposition = read.Proposition,
            Attribution = statement.Attribution,
            Asserted = statement.Asserted,
            Actors = read.Actors,
            Highlights = read.Highlights,
            Notes = read.Notes,
            CheckWorthiness = read.CheckWorthiness,
            CheckWorthinessFactors = read.CheckWorthinessFactors,
            Origin = origin,
            OriginKnown = known,
            Blocks = read.Blocks,
            Evidence = read.Evidence,
        };
        _claims.Add(claim);
        Keep(Origin.ActorOf(origin));
        foreach (var mention in read.Actors) Keep(mention.ActorId);
        foreach (var step in statement.Attribution) Name(step, statement);
        return claim;
    }

    private void Keep(string? actorId)
    {
        if (actorId is not null && (_named.GetValueOrDefault(actorId) ?? Gazetteer.Shared.ById(actorId)?.Actor) is { } actor) _actors.TryAdd(actorId, actor);
    }

    private void Name(AttributionStep step, Statement statement)
    {
        Keep(step.ActorId);
        if (step.SourceId is not { } id) return;
        var isOutlet = id == Ids.Outlet(Publisher.OutletKey(step.Name));
        // A paper of a named body goes by its own words.
        _sources.TryAdd(id, new Source(id, isOutlet ? SourceKind.Outlet : SourceKind.Document, step is { ActorId: not null, Quote: { } words } ? words : step.Name));
        if (id == context.Source.OutletId) return;
        var kind = step.Role == ChainRole.Origin || step.Cue is "citing" ? CitationKind.Cites : IsQuoted(statement) ? CitationKind.Quotes : CitationKind.Paraphrases;
        _citations.TryAdd((context.Source.Id, id), new(context.Source.Id, id, kind, step.Cue, step.Quote is null ? null : $"{step.Quote} {step.Cue}"));
    }

    private bool IsQuoted(Statement statement) => context.Text[statement.Content.Start] is '“' or '"' or '„' or '«' or '»' or '‘';

    /// <summary>What makes a proposition this one and no other, for the claim's id.</summary>
    private static string Fingerprint(Proposition p)
    {
        var q = p.Quantity;
        return string.Join('|', p.Key, p.Subject, p.Predicate, p.Object, p.Polarity, p.Modality, q?.Comparator, q?.Low?.ToString("R", CultureInfo.InvariantCulture), q?.High?.ToString("R", CultureInfo.InvariantCulture), q?.Unit, string.Join(',', p.Members));
    }
}
