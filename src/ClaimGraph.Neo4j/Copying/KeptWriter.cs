using System.Globalization;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Stores parts of a graph as they were kept elsewhere, a page in one statement with the mark. Counters and lists are left to <see cref="Rebuild"/>.</summary>
internal sealed class KeptWriter(Connection connection, ById byId)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Pieces = new(() => Cypher.Pieces("take"));

    public async Task<CopyMark?> MarkAsync(CancellationToken cancellation) =>
        (await connection.ReadAsync(new Statement(Pieces.Value["mark"]), Neo4jJson.Default.CopyMarkRow, cancellation)) is [var mark] ? mark.ToMark() : null;

    public async Task BeginAsync(CopyMark mark, CancellationToken cancellation)
    {
        var held = (await connection.WriteAsync(new Statement(Pieces.Value["begin"], new Dictionary<string, object?> { ["mark"] = CopyMarkRow.Of(mark) }), Neo4jJson.Default.Int64, cancellation))[0];
        if (held > 0) throw new StoreException(StoreFailure.Refused, "The store to copy into is not empty. Give an empty one: a copy adds nothing to what is there.");
    }

    public Task EndAsync(CancellationToken cancellation) => connection.WriteAsync(new Statement(Pieces.Value["end"]), Neo4jJson.Default.JsonElement, cancellation);

    public async Task TakeAsync(CopyMark mark, IReadOnlyList<Kept> page, CopyMark moved, CancellationToken cancellation)
    {
        var parameters = await ParametersAsync(moved.Part, page, cancellation);
        (parameters["mark"], parameters["moved"]) = (CopyMarkRow.Of(mark), CopyMarkRow.Of(moved));
        await connection.WriteAsync(new Statement(Pieces.Value["page"].Replace("{{part}}", Pieces.Value[moved.Part.ToString()], StringComparison.Ordinal), parameters), Neo4jJson.Default.Int64, cancellation);
    }

    private async Task<Dictionary<string, object?>> ParametersAsync(GraphPart part, IReadOnlyList<Kept> page, CancellationToken cancellation) => part switch
    {
        GraphPart.Runs => Rows(page.Cast<KeptRun>().Select(k => new KeptRunRow(k.Key, $"{Stored.Time(ClaimJson.ReadRun(k.Json).StartedAt)}_{k.Key}", k.Json))),
        GraphPart.Assessments => Rows(page.Cast<KeptAssessment>().Select(Assessment)),
        GraphPart.Sources => Rows(page.Cast<KeptSource>().Select(k => new KeptSourceWrite(
            k.Source.Id, NamedRows.Row(k.Source, k.ContentHash, k.Signature).Properties, Stored.Time(k.Source.RecordedAt), Time(k.Source.WithdrawnAt),
            k.Text is { } t ? new TextWrite(t.SourceId, t.Text, Stored.Write(t.Furniture), Stored.Write(t.Notices)) : null))),
        GraphPart.Actors => Rows(page.Cast<KeptActor>().Select(k => NamedRows.Row(k.Actor))),
        GraphPart.MergedActors or GraphPart.MergedQuestions => Rows(page.Cast<KeptMerged>().Select(k => new MergeWrite(k.Key, k.Into))),
        GraphPart.Questions => Rows(page.Cast<KeptQuestion>().Select(k => new KeptQuestionWrite(k.Question.Id, PlaceRows.Row(k.Question).Properties, Stored.Time(k.RecordedAt), Stored.Time(k.ChangedAt)))),
        GraphPart.Positions => Rows(page.Cast<KeptPosition>().Select(k => PlaceRows.Row(k.Position))),
        GraphPart.Claims => Claims(page.Cast<KeptClaim>()),
        GraphPart.Citations => Rows(page.Cast<KeptCitations>().SelectMany(k => k.Citations).Select(c => new CitationWrite(c.FromId, c.ToId, c.Kind, c.Cue, c.Quote))),
        GraphPart.Blocks => Rows(page.Cast<KeptBlock>().Select(k => new BlockRow(k.Key, k.Revision))),
        GraphPart.Relations => await RelationsAsync([.. page.Cast<KeptRelation>()], cancellation),
        GraphPart.Candidates => Rows(page.Cast<KeptCandidate>().Select(Candidate)),
        GraphPart.SetApart => Rows(page.Cast<KeptSetApart>().SelectMany(k => k.SetApart).Select(PlaceRows.Row)),
        GraphPart.ScopeVerdicts => Rows(page.Cast<KeptScopeVerdict>().Select(k => new KeptScopeVerdictWrite(k.Key, k.ClaimA, k.ClaimB, k.AssessmentId, k.QuestionId))),
        GraphPart.MergeSuggestions => Rows(page.Cast<KeptSuggestion>().Select(k => new KeptSuggestionRow(
            k.Key, k.Suggestion.ActorA, k.Suggestion.ActorB, k.Suggestion.Score, k.Suggestion.Reason, k.Suggestion.Version, k.Status, Stored.Time(k.RecordedAt),
            k.Status == RelationStatus.Unreviewed ? OpenKey(k.Weight, k.Key) : null, k.Weight))),
        GraphPart.ActorMerges => Rows(page.Cast<KeptMerge>().Select(k => new KeptMergeRow(k.Key, k.FromId, k.IntoId, k.By, Stored.Time(k.At), k.AssessmentId, Time(k.UndoneAt)))),
        GraphPart.Changes => Rows(page.Cast<KeptChange>().Select(k => new ChangeRow(k.Change.Sequence, Stored.Time(k.Change.At), k.Change.SourceId, k.Change.AssessmentId, k.Change.Relations, k.Change.Conflicts, k.Change.RunId))),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static Dictionary<string, object?> Rows<T>(IEnumerable<T> rows) => new() { ["rows"] = rows.ToList() };

    private static KeptAssessmentRow Assessment(KeptAssessment kept)
    {
        var a = kept.Assessment;
        return new KeptAssessmentRow(a.Id, a.TargetId, a.Verdict, a.By, Stored.Time(a.At), a.Reason, State(kept.Before), State(kept.After), Time(a.UndoneAt), a.UndoneBy, kept.UndoneReason, kept.Sequence);
    }

    private static Dictionary<string, object?> Claims(IEnumerable<KeptClaim> page)
    {
        var batch = new WriteBatch("");
        var rows = new ClaimRows(batch);
        foreach (var kept in page)
        {
            var claim = ClaimJson.Read(kept.Record);
            var place = kept is { QuestionId: { } question, PositionId: { } position } ? new Comparison.Placement(kept.Key, question, position) : null;
            // Only a merge of actors parts an origin from the one that was found.
            var own = Origin.ActorOf(kept.Origin) is not null && Origin.ActorOf(claim.Origin) is not null ? claim.Origin : kept.Origin;
            rows.Write(claim, new Source(claim.SourceId, SourceKind.Article, null), place, kept.Origin, own, null);
            batch.Claims[^1] = new ClaimWrite(kept.Key, batch.Claims[^1].Properties with
            {
                Record = kept.Record, RecordedAt = Stored.Time(kept.RecordedAt), WithdrawnAt = Time(kept.WithdrawnAt), WithdrawnBy = kept.WithdrawnBy,
                Standing = kept.Standing, StandingSince = kept.StandingSince is { } since ? Stored.Date(since) : null,
            });
        }
        var parameters = Rows(batch.Claims);
        (parameters["steps"], parameters["sourceSteps"], parameters["mentions"]) = (batch.Steps, batch.SourceSteps, batch.Mentions);
        return parameters;
    }

    private async Task<Dictionary<string, object?>> RelationsAsync(IReadOnlyList<KeptRelation> page, CancellationToken cancellation)
    {
        var batch = new WriteBatch("");
        List<string> judged = [.. page.Where(k => k.Relation.Status != RelationStatus.Unreviewed).SelectMany(k => new[] { k.Key, Ids.Candidate(k.Relation.LaterId, k.Relation.EarlierId) })];
        var verdicts = judged.Count == 0 ? Array.Empty<Assessment>().ToLookup(a => a.TargetId, StringComparer.Ordinal) : await byId.AssessmentsOfAsync(judged, null, cancellation);
        foreach (var kept in page)
        {
            var row = RelationPlan.Take(new RelationState
            {
                Id = kept.Key, LaterId = "", EarlierId = "", QuestionId = "", SortKey = "", Inputs = "", Record = "", RecordedAt = Stored.Time(kept.Relation.RecordedAt),
                Status = kept.Relation.Status, Version = kept.Relation.Version, WithdrawnAt = Time(kept.WithdrawnAt), WithdrawnBy = kept.WithdrawnBy, Found = kept.Found,
            }, kept.Relation);
            var decided = verdicts[kept.Key].Concat(verdicts[Ids.Candidate(row.LaterId, row.EarlierId)]).Where(v => v.UndoneAt is null).MaxBy(v => v.At);
            RelationPlan.Add(batch, row.Decided(decided));
        }
        var weights = page.ToDictionary(k => k.Key, k => k.Weight, StringComparer.Ordinal);
        var parameters = Rows(batch.Relations.Select(r => new KeptRelationWrite(
            r.Id, r.Properties with { OpenKey = r.Properties is { Conflict: true, Status: RelationStatus.Unreviewed, WithdrawnAt: null } ? OpenKey(weights[r.Id], r.Id) : null }, weights[r.Id])));
        foreach (var (kind, links) in batch.Links) parameters[kind.ToString().ToLowerInvariant()] = links;
        return parameters;
    }

    private static KeptCandidateWrite Candidate(KeptCandidate kept)
    {
        var row = new CandidateState
        {
            Id = kept.Key, RecordedAt = Stored.Time(kept.Candidate.RecordedAt), Status = kept.Candidate.Status, Version = kept.Candidate.Version,
            WithdrawnAt = Time(kept.WithdrawnAt), WithdrawnBy = kept.WithdrawnBy,
        }.Take(kept.Candidate);
        return new KeptCandidateWrite(kept.Key, row.Properties with { OpenKey = row.IsOpen ? OpenKey(kept.Weight, kept.Key) : null }, kept.Weight);
    }

    private static string OpenKey(long weight, string id) => string.Create(CultureInfo.InvariantCulture, $"{weight:D10}_{id}");

    private static string? Time(DateTimeOffset? at) => at is { } time ? Stored.Time(time) : null;

    private static string? State(KeptState? s) => s is null ? null : new VerdictState(s.Kind, s.Conflict, s.Status, s.Inputs).Write();
}
