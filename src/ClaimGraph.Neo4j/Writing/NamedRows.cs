using ClaimGraph.Comparison.Actors;

namespace ClaimGraph.Neo4j;

/// <summary>What an article names, as rows: its own version, outlets and cited sources, actors, citations. What is there already keeps what it has.</summary>
internal static class NamedRows
{
    public static void Add(WriteBatch batch, Reading reading, string document, DocumentRow? current)
    {
        var version = (current?.Version ?? 0) + 1;
        batch.Documents.Add(new DocumentWrite(document, current?.SourceId, reading.Source.Id, version, reading.ContentHash));
        if (current is { SourceId: { } older } && older != reading.Source.Id) batch.SourcesWithdrawn.Add(older);
        batch.Articles.Add(Row(reading.Source with { Version = version, Document = document }, reading.ContentHash, reading.Signature));
        batch.Texts.Add(new TextWrite(reading.Source.Id, reading.Text, Stored.Write(reading.Furniture), Stored.Write(reading.Notices)));
        AddSources(batch, reading);
        AddActors(batch, reading);
        foreach (var citation in reading.Citations) batch.Citations.Add(new CitationWrite(citation.FromId, citation.ToId, citation.Kind, citation.Cue, citation.Quote));
    }

    private static void AddSources(WriteBatch batch, Reading reading)
    {
        var given = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var source in reading.NamedSources) given.TryAdd(source.Id, source);
        if (reading.Source.OutletId is { } outlet) given.TryAdd(outlet, new Source(outlet, SourceKind.Outlet, reading.Source.OutletName));
        foreach (var step in reading.Claims.SelectMany(c => c.Attribution))
            if (step.SourceId is { } id) given.TryAdd(id, new Source(id, SourceKind.Document, step.Name));
        foreach (var cited in reading.Citations.SelectMany(c => new[] { c.FromId, c.ToId })) given.TryAdd(cited, new Source(cited, SourceKind.Document, null));
        given.Remove(reading.Source.Id);

        foreach (var source in given.Values) batch.NamedSources.Add(Row(source with { Document = null }, null, null));
        foreach (var source in given.Values.Append(reading.Source))
            if (source.OutletId is { } publisher) batch.Published.Add(new PublishedWrite(source.Id, publisher));
    }

    private static void AddActors(WriteBatch batch, Reading reading)
    {
        var given = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var actor in reading.Actors) given.TryAdd(actor.Id, actor);
        foreach (var claim in reading.Claims)
        {
            foreach (var step in claim.Attribution)
                if (step.ActorId is { } id) given.TryAdd(id, new Actor(id, step.Name, ActorKind.Unknown));
            foreach (var mention in claim.Actors) given.TryAdd(mention.ActorId, new Actor(mention.ActorId, mention.ActorId, ActorKind.Unknown));
        }
        foreach (var actor in given.Values) batch.Actors.Add(Row(actor));
    }

    public static ActorWrite Row(Actor actor) => new(actor.Id, new ActorProperties(actor.Name, actor.Kind, actor.Aliases, Words.Stored([actor.Name, .. actor.Aliases]), string.Join(' ', SameActor.KeysOf(actor))));

    public static SourceWrite Row(Source source, string? hash, IReadOnlyList<uint>? signature) => new(source.Id, new SourceProperties(
        source.Kind, source.Title, source.Document, source.Version, source.OutletId, source.OutletName, source.Url, source.Published is { } date ? Stored.Date(date) : null, source.Language,
        hash, signature is null ? null : [.. signature.Select(s => (long)s)], Stored.SortKey(source.Published?.SortDay, source.Id), Words.Stored([source.Title])));
}

/// <summary>Questions, positions and what else a comparison decided beside claims and relations, as rows.</summary>
internal static class PlaceRows
{
    public static void Add(WriteBatch batch, Comparison.Grouping grouping)
    {
        foreach (var question in grouping.Questions) batch.Questions.Add(Row(question));
        foreach (var position in grouping.Positions) batch.Positions.Add(Row(position));
        foreach (var (from, into) in grouping.MergedQuestions)
            if (from != into) batch.MergedQuestions.Add(new MergeWrite(from, into));
        foreach (var apart in grouping.SetApart) batch.SetApart.Add(Row(apart));
        foreach (var suggestion in grouping.MergeSuggestions)
            batch.Suggestions.Add(new SuggestionWrite(suggestion.Id, suggestion.ActorA, suggestion.ActorB, suggestion.Score, suggestion.Reason));
    }

    public static QuestionWrite Row(Question question) => new(question.Id, new QuestionProperties(question.Key, question.Text, Words.Stored([question.Text])));

    public static PositionWrite Row(Position position)
    {
        var value = position.Value;
        return new PositionWrite(position.Id, position.QuestionId, new PositionProperties(
            value.Text, Stored.Write(value), value.Modality, value.Polarity, value.Quantity?.Low, value.Quantity?.High, value.Quantity?.Unit));
    }

    public static SetApartWrite Row(SetApart apart) => new($"{apart.QuestionId}|{apart.OtherQuestionId}|{apart.ClaimId}", apart.QuestionId, apart.OtherQuestionId, apart.ClaimId, apart.Reason);
}
