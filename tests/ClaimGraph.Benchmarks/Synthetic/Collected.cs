using ClaimGraph.Comparison;

namespace ClaimGraph.Benchmarks;

/// <summary>One synthetic article while it is put together.</summary>
internal sealed class Collected(Source source, Source outlet)
{
    private readonly Dictionary<string, Question> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private readonly List<Placement> _placements = [];
    private readonly Dictionary<string, Relation> _relations = new(StringComparer.Ordinal);

    public Source Source => source;

    public Dictionary<string, Source> Named { get; } = new(StringComparer.Ordinal) { [outlet.Id] = outlet };

    public Dictionary<string, Actor> Actors { get; } = new(StringComparer.Ordinal);

    public List<Citation> Citations { get; } = [];

    public List<Claim> Claims { get; } = [];

    public int Length { get; private set; }

    public void Add(Claim claim, Question question, Position position)
    {
        Claims.Add(claim);
        Length += claim.Quote.Length + 1;
        _questions[question.Id] = question;
        _positions[position.Id] = position;
        _placements.Add(new Placement(claim.Id, question.Id, position.Id));
    }

    public void Relate(RelationKind kind, Claim claim, (string Claim, DateOnly Day) other, Question question, DateOnly? day, bool? independent, double confidence)
    {
        var newer = day is null || day >= other.Day;
        var (later, earlier) = newer ? (claim.Id, other.Claim) : (other.Claim, claim.Id);
        var id = Ids.Relation(later, earlier);
        _relations[id] = new Relation
        {
            Id = id, Kind = kind, Conflict = kind == RelationKind.Contradicts || kind == RelationKind.Supersedes, LaterId = later, EarlierId = earlier, QuestionId = question.Id,
            NarrowerId = kind == RelationKind.Refines ? later : null, Independent = independent, Rule = kind == RelationKind.Corroborates ? "same value" : "disjoint values",
            Explanation = $"On {day:O} {claim.Proposition.ValueText} was reported by {source.OutletName}; the other article gives another figure for the same question, {question.Text}",
            DecidingField = "value", Counterfactual = "It would be Corroborates if the values were the same.",
            Trace =
            [
                new TraceStep("question", question.Key, question.Key, "the same question"), new TraceStep("scope", "no scope", "no scope", "the same scope"),
                new TraceStep("time", other.Day.ToString("O", null), day?.ToString("O", null), "the times overlap"), new TraceStep("values", "another value", claim.Proposition.ValueText, "disjoint", Decides: true),
            ],
            Factors = [new Factor("values", confidence), new Factor("scope", 1)], Confidence = confidence, LaterDay = newer ? day : other.Day, EarlierDay = newer ? other.Day : day, Inputs = "synthetic",
        };
    }

    public ArticleWrite Write(string hash) => new(
        new Reading
        {
            Source = source, Text = string.Join('\n', Claims.Select(c => c.Quote)), ContentHash = hash, NamedSources = [.. Named.Values], Actors = [.. Actors.Values], Claims = Claims, Citations = Citations,
        },
        new Grouping { Questions = [.. _questions.Values], Positions = [.. _positions.Values], Placements = _placements, Relations = [.. _relations.Values] },
        new Dictionary<string, long>(), null);
}
