using ClaimGraph.Comparison;

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>
/// An article to be stored, made by hand: what extraction and comparison would have found, in few words. Claims answer a question by a number; claims of one
/// question and number hold one position; relations are said by the test.
/// </summary>
internal sealed class Draft(string document)
{
    private readonly List<Claim> _claims = [];
    private readonly List<Relation> _relations = [];
    private readonly List<Candidate> _candidates = [];
    private readonly List<Citation> _citations = [];
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly List<string> _quotes = [];
    private string? _outlet;
    private DateOnly? _published = new(2025, 3, 1);
    private string _text = "";

    public Func<Grouping, Grouping>? Change { get; private set; }

    public Draft From(string outlet)
    {
        _outlet = outlet;
        _sources[OutletId(outlet)] = new Source(OutletId(outlet), SourceKind.Outlet, outlet);
        return this;
    }

    public Draft Published(string? day)
    {
        _published = day is null ? null : Day(day);
        return this;
    }

    /// <summary>More text, so that the content differs.</summary>
    public Draft Text(string text)
    {
        _text = text;
        return this;
    }

    /// <summary>A claim: <paramref name="number"/> answers <paramref name="question"/>; null leaves it without a question.</summary>
    public Draft Says(
        string quote, string? question = "troops", double number = 26, string? day = "2025-03-01", string? speaker = null, string[]? mentions = null,
        Modality modality = Modality.Asserted, double worth = 0.5, string? origin = null, bool originKnown = true, string[]? blocks = null)
    {
        var steps = new List<AttributionStep>();
        if (speaker is not null) steps.Add(new AttributionStep(0, ChainRole.Speaker, speaker) { ActorId = Named(speaker), Cue = "said", CueSpan = new Span(3, 7), Quote = quote });
        steps.Add(new AttributionStep(steps.Count, ChainRole.Outlet, _outlet ?? document) { SourceId = _outlet is null ? SourceId : OutletId(_outlet) });
        var start = _quotes.Sum(q => q.Length + 1);
        _quotes.Add(quote);
        _claims.Add(new Claim
        {
            Id = IdOf(document, quote),
            SourceId = "",
            Quote = quote,
            Span = new Span(start, start + quote.Length),
            Proposition = new Proposition
            {
                Key = question, Subject = "countries", Predicate = "deploy", Quantity = Quantity.Exactly(number, "countries"), Modality = modality, ValueText = $"{number} countries",
                QuestionText = question is null ? "" : $"How many {question}?", Scope = [new ScopeFacet("publicity", "formal", "formally")],
            },
            Attribution = steps,
            Asserted = day is null ? PartialDate.Unknown : PartialDate.Day(Day(day), "publication date"),
            Actors = [.. (mentions ?? []).Select((m, i) => new ActorMention(Named(m), MentionRole.Object, i == 0 ? new Span(start, start + 2) : null))],
            CheckWorthiness = worth,
            Origin = origin ?? (speaker is null ? Origin.OfArticle(document) : Origin.OfActor(ActorId(speaker))),
            OriginKnown = originKnown,
            Blocks = blocks ?? (question is null ? [] : [question]),
        });
        return this;
    }

    public Draft Cites(string name, CitationKind kind = CitationKind.Cites)
    {
        var id = Ids.CitedSource(SourceKind.Report, name);
        _sources[id] = new Source(id, SourceKind.Report, name);
        _citations.Add(new Citation("", id, kind, "according to", null));
        return this;
    }

    public Draft CitesArticle(string otherSourceId)
    {
        _citations.Add(new Citation("", otherSourceId, CitationKind.Cites, "reported", null));
        return this;
    }

    /// <param name="later">Quotes, of this article or, as "document: quote", of another.</param>
    public Draft Relates(RelationKind kind, string later, string earlier, double confidence = 0.9, bool? conflict = null, string inputs = "1", string day = "2025-03-01", string question = "troops")
    {
        _relations.Add(Related(kind, later, earlier, confidence, conflict ?? kind is RelationKind.Contradicts, inputs, day, question));
        return this;
    }

    public Draft Asks(RelationKind kind, string later, string earlier, double score = 0.4, string inputs = "1", string question = "troops")
    {
        var relation = Related(kind, later, earlier, score, kind == RelationKind.Contradicts, inputs, "2025-03-01", question);
        _candidates.Add(new Candidate
        {
            Id = Ids.Candidate(relation.LaterId, relation.EarlierId), Kind = kind, A = relation.LaterId, B = relation.EarlierId, QuestionId = relation.QuestionId, Score = score,
            Doubt = "the place is not named", Factors = [new Factor("place", score)], Inputs = inputs, IfConfirmed = relation,
        });
        return this;
    }

    public Draft With(Func<Grouping, Grouping> change)
    {
        Change = change;
        return this;
    }

    public string SourceId => Ids.Article(document, Hash);

    private string Hash => Ids.Content([_outlet, _published?.ToString("O", null), _text, .. _quotes]);

    public Reading Reading => new()
    {
        Source = new Source(SourceId, SourceKind.Article, $"Title of {document}")
        {
            Document = document, OutletId = _outlet is null ? null : OutletId(_outlet), OutletName = _outlet, Url = $"https://example.org/{document}",
            Published = _published is { } day ? PartialDate.Day(day, "metadata") : null, Language = "en",
        },
        Text = string.Join('\n', _quotes) + _text,
        ContentHash = Hash,
        NamedSources = [.. _sources.Values],
        Actors = [.. _actors.Values],
        Claims = [.. _claims.Select(c => c with
        {
            SourceId = SourceId,
            Attribution = [.. c.Attribution.Select(s => s.Role == ChainRole.Outlet && _outlet is null ? s with { SourceId = SourceId } : s)],
        })],
        Citations = [.. _citations.Select(c => c with { FromId = SourceId })],
        Furniture = [new Span(0, 1)],
        Notices = [new SourceNotice(NoticeKind.Correction, new Span(0, 2), "corrected")],
        Signature = [1, 2, 3],
    };

    public Grouping Grouping
    {
        get
        {
            var keyed = _claims.Where(c => c.Proposition.Key is not null).ToList();
            var grouping = new Grouping
            {
                Questions = [.. keyed.Select(c => c.Proposition.Key!).Distinct().Select(k => new Question(Ids.Question(k), k, $"How many {k}?"))],
                Positions = [.. keyed.DistinctBy(PositionOf).Select(c => new Position(PositionOf(c), Ids.Question(c.Proposition.Key!), Value.Of(c.Proposition)))],
                Placements = [.. keyed.Select(c => new Placement(c.Id, Ids.Question(c.Proposition.Key!), PositionOf(c)))],
                Relations = _relations,
                Candidates = _candidates,
            };
            return Change?.Invoke(grouping) ?? grouping;
        }
    }

    public static string IdOf(string document, string quote) => Ids.Claim(document, quote, 0, "p");

    public static string ActorId(string name) => Ids.Actor(ActorKind.Person, name);

    public static string OutletId(string name) => Ids.Outlet(name.ToLowerInvariant());

    public static string PositionId(string question, double number) => Ids.Position(Ids.Question(question), number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string PositionOf(Claim claim) => PositionId(claim.Proposition.Key!, claim.Proposition.Quantity!.Low!.Value);

    private string Named(string name)
    {
        _actors[ActorId(name)] = new Actor(ActorId(name), name, ActorKind.Person);
        return ActorId(name);
    }

    private string Find(string quote) => quote.Split(": ", 2) is [var other, var words] ? IdOf(other, words) : IdOf(document, quote);

    private Relation Related(RelationKind kind, string later, string earlier, double confidence, bool conflict, string inputs, string day, string question) => new()
    {
        Id = Ids.Relation(Find(later), Find(earlier)), Kind = kind, Conflict = conflict, LaterId = Find(later), EarlierId = Find(earlier), QuestionId = Ids.Question(question),
        NarrowerId = kind == RelationKind.Refines ? Find(later) : null, Independent = kind == RelationKind.Corroborates ? true : null,
        Rule = "disjoint values", Explanation = $"{later} against {earlier}", DecidingField = "value", Counterfactual = null,
        Trace = [new TraceStep("question", earlier, later, "the same"), new TraceStep("values", earlier, later, "disjoint", Decides: true)],
        Factors = [new Factor("values", confidence, "disjoint")], Confidence = confidence, LaterDay = Day(day), EarlierDay = Day(day), Inputs = inputs,
    };
}
