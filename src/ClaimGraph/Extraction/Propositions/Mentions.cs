namespace ClaimGraph.Extraction;

/// <summary>The actors that a claim speaks of, with their parts: before the predicate a subject, after it an object, after a preposition of place a place.</summary>
internal static class Mentions
{
    public static IReadOnlyList<ActorMention> Of(SentenceView v, int start, int end, int predicate)
    {
        if (start >= end) return [];
        var clause = v.SpanOf(start, end);
        List<ActorMention> mentions = [];
        foreach (var a in v.Actors)
        {
            if (!clause.Contains(a.Span)) continue;
            var at = v.IndexAt(a.Span.Start);
            var before = v.Lower(at - 1) is "the" ? v.Lower(at - 2) : v.Lower(at - 1);
            var role = before is "in" or "at" or "near" or "outside" or "inside" or "across" ? MentionRole.Place : at < predicate && before is not ("from" or "to" or "of" or "with" or "by") ? MentionRole.Subject : MentionRole.Object;
            if (!mentions.Exists(m => m.ActorId == a.Actor.Id && m.Role == role)) mentions.Add(new ActorMention(a.Actor.Id, role, a.Span));
        }
        return mentions;
    }
}
