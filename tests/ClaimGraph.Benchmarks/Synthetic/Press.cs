using ClaimGraph.Comparison;

namespace ClaimGraph.Benchmarks;

/// <summary>
/// Writes articles about a <see cref="World"/>, with what comparison would have found: of each claim a few relations to the nearest claims of its question, so that
/// edges grow with claims. Deterministic for a seed.
/// </summary>
internal sealed class Press(World world)
{
    private const int ClaimsInArticle = 17;

    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    private readonly Dictionary<int, Dictionary<int, (string Claim, DateOnly Day)>> _latest = [];
    private readonly List<string> _articles = [];
    private int _number;

    public ArticleWrite Article(int claims)
    {
        var document = $"synthetic-{_number++}";
        var hash = Ids.Content(document);
        var outlet = world.Outlet();
        var published = FirstDay.AddDays(world.Random.Next(2000));
        var source = new Source(Ids.Article(document, hash), SourceKind.Article, $"Report {_number} from {outlet.Title}")
        {
            Document = document, OutletId = outlet.Id, OutletName = outlet.Title, Url = $"https://example.org/{document}", Published = PartialDate.Day(published, "metadata"), Language = "en",
        };
        var draft = new Collected(source, outlet);
        for (var i = 0; i < Math.Min(claims, ClaimsInArticle); i++) Claim(draft, document, published);

        if (_articles.Count > 0 && world.Random.NextDouble() < 0.6) draft.Citations.Add(Cite(source.Id, _articles[world.Random.Next(Math.Max(0, _articles.Count - 200), _articles.Count)]));
        // One in twenty is cited by an older one that it cites: circular reporting.
        if (draft.Citations.Count > 0 && world.Random.NextDouble() < 0.05) draft.Citations.Add(Cite(draft.Citations[0].ToId, source.Id));
        if (world.Random.NextDouble() < 0.2)
        {
            var report = new Source(Ids.CitedSource(SourceKind.Report, $"report {world.Random.Next(2000)}"), SourceKind.Report, $"Report {world.Random.Next(2000)}");
            draft.Named[report.Id] = report;
            draft.Citations.Add(Cite(source.Id, report.Id));
        }
        _articles.Add(source.Id);
        return draft.Write(hash);
    }

    private static Citation Cite(string from, string to) => new(from, to, CitationKind.Cites, "reported", null);

    private void Claim(Collected draft, string document, DateOnly published)
    {
        var number = world.Question();
        var question = World.QuestionOf(number);
        var value = 10 * (1 + Math.Min(world.Random.Next(6), world.Random.Next(6)));
        var quote = world.Sentence(number, value);
        var day = published.AddDays(-world.Random.Next(30));
        var dated = world.Random.NextDouble() < 0.95;
        var steps = Steps(draft, quote, out var origin);
        var mentioned = world.Actor();
        draft.Actors[mentioned.Id] = mentioned;
        var modality = world.Pick([Modality.Asserted, Modality.Asserted, Modality.Committed, Modality.Planned]);
        var claim = new Claim
        {
            Id = Ids.Claim(document, quote, draft.Claims.Count, question.Key), SourceId = draft.Source.Id, Quote = quote, Span = new Span(draft.Length, draft.Length + quote.Length),
            Proposition = new Proposition
            {
                Key = question.Key, Subject = World.Unit(number), Predicate = "count", Quantity = Quantity.Exactly(value, World.Unit(number)), Modality = modality,
                ValueText = $"{value} {World.Unit(number)}", QuestionText = question.Text,
            },
            Attribution = steps, Asserted = dated ? PartialDate.Day(day, "publication date") : PartialDate.Unknown,
            Actors = [new ActorMention(mentioned.Id, MentionRole.Object, null)], CheckWorthiness = Math.Round(world.Random.NextDouble(), 3),
            Origin = origin, OriginKnown = world.Random.NextDouble() < 0.9, Blocks = [question.Key],
        };
        draft.Add(claim, question, new Position(Ids.Position(question.Id, $"{value}"), question.Id, Value.Of(claim.Proposition)));
        Relate(draft, claim, question, number, value, dated ? day : null);
    }

    /// <summary>An edge to the latest claim of the same position, and to that of one other.</summary>
    private void Relate(Collected draft, Claim claim, Question question, int number, int value, DateOnly? day)
    {
        if (!_latest.TryGetValue(number, out var latest)) _latest.Add(number, latest = []);
        if (latest.TryGetValue(value, out var same)) draft.Relate(RelationKind.Corroborates, claim, same, question, day, world.Random.NextDouble() < 0.6, 0.7 + 0.3 * world.Random.NextDouble());
        foreach (var other in latest.Where(l => l.Key != value).OrderBy(l => Math.Abs(l.Key - value)).Take(1))
        {
            var kind = world.Pick([RelationKind.Contradicts, RelationKind.Contradicts, RelationKind.Supersedes, RelationKind.Refines]);
            if (world.Random.NextDouble() < 0.6) draft.Relate(kind, claim, other.Value, question, day, null, 0.5 + 0.5 * world.Random.NextDouble());
        }
        latest[value] = (claim.Id, day ?? FirstDay);
    }

    private List<AttributionStep> Steps(Collected draft, string quote, out string origin)
    {
        var steps = new List<AttributionStep>();
        origin = Origin.OfArticle(draft.Source.Id);
        if (world.Random.NextDouble() < 0.8)
        {
            var speaker = world.Actor();
            draft.Actors[speaker.Id] = speaker;
            steps.Add(new AttributionStep(0, ChainRole.Speaker, speaker.Name) { ActorId = speaker.Id, Cue = world.Pick(["said", "announced", "told reporters"]), Quote = quote[..20] });
            origin = Origin.OfActor(speaker.Id);
        }
        if (world.Random.NextDouble() < 0.3)
        {
            var relay = world.Outlet();
            draft.Named[relay.Id] = relay;
            steps.Add(new AttributionStep(steps.Count, ChainRole.Relay, relay.Title!) { SourceId = relay.Id, Cue = "according to" });
            if (steps.Count == 1) origin = Origin.OfOutlet(relay.Id);
        }
        steps.Add(new AttributionStep(steps.Count, ChainRole.Outlet, draft.Source.OutletName!) { SourceId = draft.Source.OutletId });
        return steps;
    }
}
