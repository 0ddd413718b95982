using ClaimGraph.Api.Loading;
using ClaimGraph.Comparison;

namespace ClaimGraph.Api.Schema;

/// <summary>Makes a snapshot answer for an article that was read and compared but not stored: what a dry run shows.</summary>
internal static class NotStored
{
    public static void MakeKnown(Reading reading, Grouping grouping, DateTimeOffset now, Snapshot at)
    {
        var actors = reading.Actors.ToDictionary(a => a.Id);
        var questions = grouping.Questions.ToDictionary(q => q.Id);
        var placements = grouping.Placements.ToDictionary(p => p.ClaimId);
        var source = reading.Source with { RecordedAt = now, ClaimCount = reading.Claims.Count };
        var article = new SourceCard(source.Id, source.Kind, source.Title, source.OutletId, source.OutletName, source.Url, source.Published);

        at.Sources.Know(source.Id, source);
        foreach (var named in reading.NamedSources)
            at.Sources.Know(named.Id, named with { RecordedAt = now });
        foreach (var actor in reading.Actors)
            at.Actors.Know(actor.Id, new ActorCard(actor, reading.Claims.Count(c => c.SpeakerId == actor.Id), 0));
        at.Texts.Know(source.Id, new StoredText(source.Id, reading.Text, reading.Furniture, reading.Notices));

        foreach (var claim in reading.Claims)
        {
            var placement = placements.GetValueOrDefault(claim.Id);
            at.ClaimDetails.Know(claim.Id, claim);
            at.Chains.Know(claim.Id, claim.Attribution);
            at.Mentions.Know(claim.Id, claim.Actors);
            at.AssessmentsOf.Know(claim.Id, []);
            at.Claims.Know(claim.Id, new ClaimCard
            {
                Id = claim.Id,
                Quote = claim.Quote,
                Span = claim.Span,
                QuestionId = placement?.QuestionId,
                PositionId = placement?.PositionId,
                Value = ClaimGraph.Value.Of(claim.Proposition),
                Asserted = claim.Asserted,
                RecordedAt = now,
                CheckWorthiness = claim.CheckWorthiness,
                Source = article,
                Speaker = claim.SpeakerId is { } id ? actors.GetValueOrDefault(id) : null,
                Standing = Standing.Alone,
            });
        }
        foreach (var question in questions.Values)
            at.Questions.Know(question.Id, new QuestionCard(question) { ClaimCount = grouping.Placements.Count(p => p.QuestionId == question.Id) });
    }
}
