using ClaimGraph.Comparison;

namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>
/// A small graph made by hand, so that the API's tests do not hang on what extraction finds: three articles about troops (none, then 26 allies, then the same
/// taken over from another paper), one about a bridge, a candidate, two actors that may be one.
/// </summary>
internal static class Story
{
    public static readonly DateOnly March = new(2025, 3, 28), September = new(2025, 9, 4), DayAfter = new(2025, 9, 5);
    public static readonly Actor Varga = new(Ids.Actor(ActorKind.Person, "emil varga"), "Emil Varga", ActorKind.Person);
    public static readonly Actor VargaShort = new(Ids.Actor(ActorKind.Person, "e. varga"), "E. Varga", ActorKind.Person);
    public static readonly Actor Norland = new(Ids.Actor(ActorKind.Country, "norland"), "Norland", ActorKind.Country) { Aliases = ["Kingdom of Norland"] };
    public static readonly Source Courier = Outlet("The Courier"), Ledger = Outlet("Daily Ledger"), Wire = Outlet("Wire");

    public static readonly Question Troops = new(Ids.Question("countries;deploy-troops;norland"), "countries;deploy-troops;norland", "How many countries will send troops to Norland?");
    public static readonly Question Bridge = new(Ids.Question("bridge;length;norland"), "bridge;length;norland", "How long is the bridge?");

    public static readonly Claim
        None = Claim("a1", "no country has publicly committed to sending troops", Troops, 0, Modality.NotCommitted, March, Varga, Courier),
        Twenty = Claim("a2", "twenty-six allies have formally committed to sending troops", Troops, 26, Modality.Committed, September, Norland, Ledger),
        Again = Claim("a3", "26 allies have committed to sending troops, the Daily Ledger's reporters say", Troops, 26, Modality.Committed, DayAfter, Norland, Wire, via: Ledger),
        Length = Claim("a4", "the bridge is 800 metres long", Bridge, 800, Modality.Asserted, March, null, Courier);

    public static readonly Relation
        Replaced = Relation(RelationKind.Supersedes, Twenty, None, conflict: true, 0.94),
        ReplacedAgain = Relation(RelationKind.Supersedes, Again, None, conflict: true, 0.90),
        Same = Relation(RelationKind.Corroborates, Again, Twenty, conflict: false, 0.97) with { Independent = false };

    public static readonly Candidate Doubtful = new()
    {
        Id = Ids.Candidate(Length.Id, None.Id), Kind = RelationKind.Contradicts, A = Length.Id, B = None.Id, QuestionId = Bridge.Id, Score = 0.4, Doubt = "The places are not named.",
        Factors = [new Factor("place", 0.4, "not named")], Inputs = "1",
        IfConfirmed = Relation(RelationKind.Contradicts, Length, None, conflict: true, 0.4) with { QuestionId = Bridge.Id },
    };

    public static readonly MergeSuggestion OnePerson = new(Ids.Suggestion(Varga.Id, VargaShort.Id), Varga.Id, VargaShort.Id, 0.8, "Same family name and initial.");

    public static string Position(Claim claim, Question question) => Ids.Position(question.Id, claim.Proposition.ValueText);

    public static string ArticleOf(string document) => Ids.Article(document, document);

    public static async Task TellAsync(IClaimStore store, CancellationToken cancellation = default)
    {
        await WriteAsync(store, "a1", None, Troops, Courier, [Varga], new Grouping(), cancellation);
        await WriteAsync(store, "a2", Twenty, Troops, Ledger, [Norland], new Grouping { Relations = [Replaced] }, cancellation);
        await WriteAsync(store, "a3", Again, Troops, Wire, [Norland, VargaShort], new Grouping { Relations = [ReplacedAgain, Same] }, cancellation);
        await WriteAsync(store, "a4", Length, Bridge, Courier, [Varga, VargaShort], new Grouping
        {
            Candidates = [Doubtful],
            MergeSuggestions = [OnePerson],
            SetApart = [new SetApart(Bridge.Id, Troops.Id, null, "Another measure.")],
        }, cancellation);
    }

    /// <summary>One more article with a conflict, for those who listen.</summary>
    public static async Task<Relation> OneMoreAsync(IClaimStore store, int number, CancellationToken cancellation = default)
    {
        var document = $"more{number}";
        var claim = Claim(document, $"{100 + number} allies have committed to sending troops", Troops, 100 + number, Modality.Committed, September.AddDays(number + 1), Norland, Ledger);
        var relation = Relation(RelationKind.Contradicts, claim, Twenty, conflict: true, 0.8);
        await WriteAsync(store, document, claim, Troops, Ledger, [Norland], new Grouping { Relations = [relation] }, cancellation);
        return relation;
    }

    /// <summary>A verdict by whoever has read the newest version.</summary>
    public static async Task AssessAsync(IClaimStore store, string relation, Verdict verdict, CancellationToken cancellation)
    {
        var outcome = await store.AssessAsync(new AssessmentRequest(relation, verdict, "Eva", null, null), cancellation);
        Assert.Equal(AssessResult.Done, outcome.Result);
    }

    /// <summary>Many conflicts in one article.</summary>
    public static async Task ManyAsync(IClaimStore store, int count, CancellationToken cancellation = default)
    {
        var claims = Enumerable.Range(0, count).Select(i => Claim("many", $"{200 + i} allies have committed to sending troops", Troops, 200 + i, Modality.Committed, DayAfter.AddDays(i), Norland, Ledger)).ToList();
        var reading = new ClaimGraph.Reading
        {
            Source = new Source(ArticleOf("many"), SourceKind.Article, "Many") { Document = "many", OutletId = Ledger.Id, OutletName = Ledger.Title, Language = "en" },
            Text = new string('x', 200), ContentHash = "many", NamedSources = [Ledger], Actors = [Norland], Claims = claims,
        };
        var grouping = new Grouping
        {
            Questions = [Troops],
            Positions = [.. claims.Select(c => new Position(Position(c, Troops), Troops.Id, Value.Of(c.Proposition)))],
            Placements = [.. claims.Select(c => new Placement(c.Id, Troops.Id, Position(c, Troops)))],
            Relations = [.. claims.Select(c => Relation(RelationKind.Contradicts, c, Twenty, conflict: true, 0.8))],
        };
        var blocks = await store.BlocksAsync(claims[0].Blocks, [], 400, cancellation);
        await store.WriteAsync([new ArticleWrite(reading, grouping, blocks.Revisions, null)], cancellation);
    }

    private static async Task WriteAsync(IClaimStore store, string document, Claim claim, Question question, Source outlet, IReadOnlyList<Actor> actors, Grouping grouping, CancellationToken cancellation)
    {
        var text = $"A headline.\n\nBefore it. {claim.Quote}. After it.\n\nThe end.";
        var reading = new ClaimGraph.Reading
        {
            Source = new Source(ArticleOf(document), SourceKind.Article, $"Headline of {document}")
            {
                Document = document, OutletId = outlet.Id, OutletName = outlet.Title, Url = $"https://example.org/{document}",
                Published = claim.Asserted, Language = "en",
            },
            Text = text,
            ContentHash = document,
            NamedSources = [outlet, .. claim.Attribution.Any(s => s.SourceId == Ledger.Id) ? new[] { Ledger } : []],
            Actors = [.. actors.DistinctBy(a => a.Id)],
            Claims = [claim],
            Citations = document == "a3" ? [new Citation(ArticleOf("a3"), Ledger.Id, CitationKind.Syndicates, "report", null)] : [],
            Notices = [new SourceNotice(NoticeKind.Correction, new Span(0, 10), "A headline")],
            Furniture = [new Span(0, 11)],
        };
        var blocks = await store.BlocksAsync(claim.Blocks, [], 400, cancellation);
        var whole = grouping with
        {
            Questions = [question],
            Positions = [new Position(Position(claim, question), question.Id, Value.Of(claim.Proposition))],
            Placements = [new Placement(claim.Id, question.Id, Position(claim, question))],
        };
        var written = await store.WriteAsync([new ArticleWrite(reading, whole, blocks.Revisions, null)], cancellation);
        if (written[0].Result != WriteResult.Stored)
            throw new InvalidOperationException($"The store answered {written[0].Result}.");
    }

    private static Source Outlet(string name) => new(Ids.Outlet(name), SourceKind.Outlet, name);

    private static Claim Claim(string document, string quote, Question question, double number, Modality modality, DateOnly day, Actor? speaker, Source outlet, Source? via = null)
    {
        var steps = new List<AttributionStep>();
        if (speaker is not null)
            steps.Add(new(0, ChainRole.Speaker, speaker.Name) { ActorId = speaker.Id, Cue = "said", Stance = Stance.Endorses });
        if (via is not null)
            steps.Add(new(steps.Count, ChainRole.Relay, via.Title!) { SourceId = via.Id, Cue = "according to" });
        steps.Add(new(steps.Count, ChainRole.Outlet, outlet.Title!) { SourceId = outlet.Id });
        var start = "A headline.\n\nBefore it. ".Length;
        return new()
        {
            Id = Ids.Claim(document, quote, 0, question.Key),
            SourceId = ArticleOf(document),
            Quote = quote,
            Span = new(start, start + quote.Length),
            Proposition = new Proposition
            {
                Key = question.Key, Subject = "allies", Predicate = "send", QuestionText = question.Text, Quantity = Quantity.Exactly(number, question == Bridge ? "metres" : "countries"),
                Modality = modality, ValueText = $"{number} {(question == Bridge ? "metres" : "countries")}", Scope = [new ScopeFacet("publicity", "formal", "formally")],
            },
            Attribution = steps,
            Asserted = PartialDate.Day(day, "publication date"),
            Actors = speaker is null ? [] : [new ActorMention(speaker.Id, MentionRole.Subject, null)],
            Highlights = [new Span(start, start + 5)],
            Notes = [new ClaimNote("NOTE", "A note.")],
            CheckWorthiness = 0.7,
            Origin = speaker is null ? Origin.OfArticle(ArticleOf(document)) : Origin.OfActor(speaker.Id),
            Blocks = [question.Key],
        };
    }

    private static Relation Relation(RelationKind kind, Claim later, Claim earlier, bool conflict, double confidence) => new()
    {
        Id = Ids.Relation(later.Id, earlier.Id), Kind = kind, Conflict = conflict, LaterId = later.Id, EarlierId = earlier.Id, QuestionId = Troops.Id, Rule = "values",
        Explanation = $"{later.Quote}, against {earlier.Quote}.", DecidingField = "value", Trace = [new TraceStep("same question", "yes", "yes", "go on"), new TraceStep("values", "0", "26", "disjoint", Decides: true)],
        Factors = [new Factor("values", confidence)], Confidence = confidence, Inputs = "1", LaterDay = later.Asserted.SortDay, EarlierDay = earlier.Asserted.SortDay,
    };
}
