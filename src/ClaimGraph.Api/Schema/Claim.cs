using System.ComponentModel;
using ClaimGraph.Api.Loading;
using ClaimGraph.Citations;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("One claim as one article version prints it: the words, what they say in comparable form, who says so, when, and how it stands to other claims.")]
internal sealed class Claim(ClaimCard card, Snapshot at) : INode
{
    internal ClaimCard Card => card;

    [Id]
    [Description("The claim's id; it stays when the article is ingested again.")]
    public string Id => card.Id;

    [Description("The words, verbatim.")]
    public string Quote => card.Quote;

    [Description("Where the words begin in the article's stored text, in UTF-16 units.")]
    public int Start => card.Span.Start;

    [Description("Where they end.")]
    public int End => card.Span.End;

    [Description("The rest of the paragraph around the words.")]
    public IDataLoaderResult<Context> Context() => at.Texts.Load(card.Source.Id, text => Schema.Context.Around(text?.Text, card.Span));

    [Description("The question that it answers; null where it is compared with nothing.")]
    public IDataLoaderResult<Question?> Question() =>
        card.QuestionId is { } id ? at.Questions.Load(id, found => found is null ? null : new Question(found, at)) : LoaderResults.Known<Question?>(null);

    [Description("What it says, in comparable form.")]
    public Value Value => new(card.Value);

    [Description("The day it was said: inside a quotation the quotation's day, else the article's.")]
    public PartialDate Asserted => new(card.Asserted);

    [Description("When it was stored.")]
    public DateTimeOffset RecordedAt => card.RecordedAt;

    [Description("The article that it stands in.")]
    public Source Source => new(card.Source, at);

    [Description("Who said it, innermost of the chain; null where the article says it in its own voice or names nobody.")]
    public Actor? Speaker => card.Speaker is { } speaker ? new Actor(speaker, at) : null;

    [Description("Who says it, by name, whether or not we know them as an actor: the innermost step of the chain. Null where the article says it in its own voice.")]
    public IDataLoaderResult<string?> Voice() => card.Speaker is { } speaker
        ? LoaderResults.Known<string?>(speaker.Name)
        : at.Chains.Load(card.Id, steps => steps is [var first, ..] && (steps.Count > 1 || first.Role is not (ChainRole.Outlet or ChainRole.Narrator)) ? first.Name : null);

    [Description("The people, countries, organisations and groups that are spoken of.")]
    public IDataLoaderResult<IReadOnlyList<ActorMention>> Actors() =>
        at.Mentions.LoadThen(card.Id, mentions => at.Actors.LoadMany<IReadOnlyList<ActorMention>>((mentions ?? []).Select(m => m.ActorId), actors =>
        {
            var byId = actors.DistinctBy(a => a.Actor.Id).ToDictionary(a => a.Actor.Id);
            return [.. (mentions ?? []).Where(m => byId.ContainsKey(m.ActorId)).Select(m => new ActorMention(m, new Actor(byId[m.ActorId], at)))];
        }));

    [Description("Who said it, who relayed it, and whether that leads to somebody who can be asked.")]
    public SourceChain SourceChain => new(card, at);

    [Description("What stands behind the claim's position: claims, articles, and how many independent origins.")]
    public IDataLoaderResult<Corroboration> Corroboration() => Schema.Corroboration.Of(card, at);

    [Description("Relations to other claims, on either side.")]
    public RelationConnection Relations(IEnumerable<RelationKind>? kinds = null, int? first = null, string? after = null)
    {
        var wanted = kinds?.Distinct().Order().ToList();
        var key = wanted is null ? null : string.Join(',', wanted);
        var page = Paging.Forward(first, after, at.Limits);
        Filter<ClaimGraph.RelationFilter>? Where() => wanted is null ? null : new Filter<ClaimGraph.RelationFilter>.Leaf(new() { Kinds = wanted });
        return new(new Listing<RelationCard, Relation>(
            at.RelationsOf(RelationParent.Claim, key, Where, RelationOrder.Newest, page),
            at.RelationsOf(RelationParent.Claim, key, Where, RelationOrder.Newest, Paging.Count),
            card.Id, relation => new Relation(relation, at)), facets: null);
    }

    [Description("How much it is worth checking, 0 to 1: figures, commitments and accusations are, greetings are not.")]
    public double CheckWorthiness => card.CheckWorthiness;

    [Description("What people decided about this claim, oldest first.")]
    public IDataLoaderResult<IReadOnlyList<Assessment>> Assessments() => Assessment.Of(card.Id, at);

    [Description("The words that decided value and commitment, as places in the article's text.")]
    public IDataLoaderResult<IReadOnlyList<Span>> Highlights() => at.ClaimDetails.Load<IReadOnlyList<Span>>(card.Id, claim => Span.Of(claim?.Highlights ?? []));

    [Description("How it stands among the other claims: the strongest that holds.")]
    public Standing Standing => card.Standing;

    [Description("Since when it stands so: the day of the claim that replaced or disputed it.")]
    public PartialDate? StandingSince => PartialDate.Of(card.StandingSince);

    [Description("Whether the words are those of the source they are taken from; null where the chain leads to no other source.")]
    public IDataLoaderResult<WordingCheck?> Wording() => WordingCheck.Of(card, at);

    [Description("What a reader should know about how it was read.")]
    public IDataLoaderResult<IReadOnlyList<ClaimNote>> Notes() =>
        at.ClaimDetails.Load<IReadOnlyList<ClaimNote>>(card.Id, claim => [.. (claim?.Notes ?? []).Select(n => new ClaimNote(n))]);

    [Description("A citation to paste.")]
    public IDataLoaderResult<string> Citation(CitationFormat format, [Description("Also cite the sources that it came through, where the format can.")] bool chain = true) =>
        Citing.Write(card, format, chain, at);
}

[Description("The rest of the paragraph that a claim stands in, at most 1,000 characters on either side.")]
internal sealed class Context(string before, string after, int paragraph)
{
    private const int Most = 1000;

    [Description("The paragraph up to the claim.")]
    public string Before => before;

    [Description("The paragraph from the claim on.")]
    public string After => after;

    [Description("Which paragraph of the text it is, counted from 0.")]
    public int Paragraph => paragraph;

    internal static Context Around(string? text, ClaimGraph.Span span)
    {
        if (text is null || span.End > text.Length)
            return new("", "", 0);
        // Blank lines part paragraphs; a text without any has one paragraph a line.
        var gap = text.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        var begin = span.Start == 0 ? 0 : text.LastIndexOf(gap, span.Start - 1, StringComparison.Ordinal) is var b and >= 0 ? b + gap.Length : 0;
        var end = text.IndexOf(gap, span.End, StringComparison.Ordinal) is var e and >= 0 ? e : text.Length;
        begin = Math.Max(Math.Min(begin, span.Start), span.Start - Most);
        end = Math.Min(end, span.End + Most);
        var paragraph = 0;
        for (var i = text.IndexOf(gap, StringComparison.Ordinal); i >= 0 && i < span.Start; i = text.IndexOf(gap, i + gap.Length, StringComparison.Ordinal))
            paragraph++;
        return new(text[begin..span.Start].TrimStart(), text[span.End..end].TrimEnd(), paragraph);
    }
}

[Description("An actor spoken of in a claim.")]
internal sealed class ActorMention(ClaimGraph.ActorMention mention, Actor actor)
{
    [Description("The actor.")]
    public Actor Actor => actor;

    [Description("Its part in the claim.")]
    public MentionRole Role => mention.Role;

    [Description("Where the name begins in the article's text; null where it is only implied.")]
    public int? Start => mention.Span?.Start;

    [Description("Where the name ends.")]
    public int? End => mention.Span?.End;
}

[Description("Something to know about how a claim was read.")]
internal sealed class ClaimNote(ClaimGraph.ClaimNote note)
{
    [Description("Stable name of the kind of note.")]
    public string Code => note.Code;

    [Description("The note in words.")]
    public string Message => note.Message;
}
