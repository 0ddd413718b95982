namespace ClaimGraph.Extraction;

/// <summary>Whom the first person and "her six deputies" speak of: the body behind a person, by <see cref="Bodies"/>.</summary>
internal static class Speakers
{
    /// <summary>The body or country that the statement's speaker speaks for; the speaker, where there is none; null where nobody is named.</summary>
    public static Actor? Body(SentenceView v) =>
        v.Statement.Attribution[0] is { Role: ChainRole.Speaker or ChainRole.Origin, ActorId: { } id } && Holders.Find(v, id) is { } speaker ? Behind(v, speaker) : null;

    public static Actor Behind(SentenceView v, Actor actor) =>
        Bodies.Of(v.Article).GetValueOrDefault(actor.Id) ?? Holders.Behind(v, actor);
}
