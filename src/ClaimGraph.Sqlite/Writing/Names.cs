using ClaimGraph.Comparison.Actors;

namespace ClaimGraph.Sqlite;

/// <summary>Text ids to keys, for the things that an article names: found where they are known, added where they are new.</summary>
internal sealed class Names(Connection db, long now)
{
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Own, long Survivor)> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _origins = new(StringComparer.Ordinal);

    public long NewActors { get; private set; }

    public long Source(string ext) => _sources[ext];

    public long? SourceOrNull(string? ext) => ext is null ? null : _sources[ext];

    /// <summary>The actor as named; projections use <see cref="Survivor"/>.</summary>
    public long Actor(string ext) => _actors[ext].Own;

    public long Survivor(string ext) => _actors[ext].Survivor;

    public static Dictionary<string, long> Ids(Connection db, string table, IEnumerable<string> exts)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        using var rows = db.Prepare($"SELECT t.ext, t.id FROM json_each(?) j CROSS JOIN {table} t ON t.ext = j.value").Add(Packed.Json(exts));
        while (rows.Step()) found[rows.Text(0)] = rows.Int(1);
        return found;
    }

    /// <summary>Outlets and cited sources: those that were given whole, then those that are only pointed at.</summary>
    public void AddSources(Reading reading)
    {
        var given = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var source in reading.NamedSources)
            if (source.Id != reading.Source.Id) given.TryAdd(source.Id, source);
        if (reading.Source.OutletId is { } outlet) given.TryAdd(outlet, new Source(outlet, SourceKind.Outlet, reading.Source.OutletName));
        foreach (var step in reading.Claims.SelectMany(c => c.Attribution))
            if (step.SourceId is { } id && id != reading.Source.Id) given.TryAdd(id, new Source(id, SourceKind.Document, step.Name));
        foreach (var cited in reading.Citations.SelectMany(c => new[] { c.FromId, c.ToId }))
            if (cited != reading.Source.Id) given.TryAdd(cited, new Source(cited, SourceKind.Document, null));

        foreach (var (ext, id) in Ids(db, "source", given.Keys)) _sources[ext] = id;
        // An outlet first, so that what it published can point at it.
        foreach (var source in given.Values.Where(s => !_sources.ContainsKey(s.Id)).OrderBy(s => s.OutletId is not null).ToList()) Insert(source, null, null);
    }

    /// <summary>A document version: new, or an earlier text of the document come back.</summary>
    public long AddArticle(Reading reading, int version)
    {
        var source = reading.Source with { Version = version };
        long id;
        if (db.Prepare("SELECT id FROM source WHERE ext = ?").Add(source.Id).RunForInt() is { } known)
        {
            id = known;
            if (source.Title is not null && db.Prepare("SELECT title IS NULL FROM source WHERE id = ?").Add(id).RunForInt() == 1)
                db.Prepare("INSERT INTO source_text(rowid, title) VALUES(?, ?)").Add(id).Add(source.Title).Run();
            // An earlier text come back, or an article that another one cited before it was read.
            db.Prepare("""
                UPDATE source SET kind = ?, title = ?, document = ?, version = ?, outlet_id = ?, outlet_ext = ?, outlet_name = ?, url = ?, published = ?, published_day = ?, language = ?,
                    recorded_at = ?, withdrawn_at = NULL, content_hash = ?, signature = ? WHERE id = ?
                """)
                .Add((long)source.Kind).Add(source.Title).Add(source.Document).Add(version).Add(SourceOrNull(source.OutletId)).Add(source.OutletId).Add(source.OutletName).Add(source.Url)
                .Add(source.Published is { } date ? PackedDate.Write(date) : null).Add(PackedDate.Of(source.Published?.SortDay)).Add(source.Language)
                .Add(now).Add(reading.ContentHash).Add(Packed.Signature(reading.Signature)).Add(id).Run();
        }
        else
        {
            id = Insert(source, reading.ContentHash, reading.Signature);
        }
        _sources[source.Id] = id;
        db.Prepare("INSERT INTO article(source_id, body, furniture, notices) VALUES(?, ?, ?, ?) ON CONFLICT(source_id) DO UPDATE SET body = excluded.body, furniture = excluded.furniture, notices = excluded.notices")
            .Add(id).Add(reading.Text).Add(Packed.Json(reading.Furniture)).Add(Packed.Json(reading.Notices)).Run();
        return id;
    }

    public void AddActors(Reading reading)
    {
        var given = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var actor in reading.Actors) given.TryAdd(actor.Id, actor);
        foreach (var claim in reading.Claims)
        {
            foreach (var step in claim.Attribution)
                if (step.ActorId is { } id) given.TryAdd(id, new Actor(id, step.Name, ActorKind.Unknown));
            foreach (var mention in claim.Actors) given.TryAdd(mention.ActorId, new Actor(mention.ActorId, mention.ActorId, ActorKind.Unknown));
        }

        FindActors(given.Keys);
        foreach (var actor in given.Values.Where(a => !_actors.ContainsKey(a.Id)))
        {
            var id = Insert(db, actor);
            db.Prepare("INSERT INTO actor_text(rowid, name, aliases) VALUES(?, ?, ?)").Add(id).Add(actor.Name).Add(Packed.Lines([.. actor.Aliases])).Run();
            _actors[actor.Id] = (id, id);
            NewActors++;
        }
    }

    /// <summary>An actor with the keys by which those of like names meet.</summary>
    public static long Insert(Connection db, Actor actor)
    {
        db.Prepare("INSERT INTO actor(ext, name, kind, aliases) VALUES(?, ?, ?, ?)").Add(actor.Id).Add(actor.Name).Add((long)actor.Kind).Add(Packed.Lines([.. actor.Aliases])).Run();
        var id = db.LastId;
        foreach (var key in SameActor.KeysOf(actor)) db.Prepare("INSERT INTO actor_key(key, actor_id) VALUES(?, ?)").Add(key).Add(id).Run();
        return id;
    }

    public long Origin(string ext)
    {
        if (_origins.TryGetValue(ext, out var id)) return id;
        // The words of one person under two names have one origin.
        var own = ext;
        if (ClaimGraph.Origin.ActorOf(ext) is { } actor)
        {
            using var row = db.Prepare("SELECT m.ext FROM actor x CROSS JOIN actor m ON m.id = x.merged_into WHERE x.ext = ?").Add(actor);
            if (row.Step()) ext = ClaimGraph.Origin.OfActor(row.Text(0));
        }
        if (db.Prepare("SELECT id FROM origin WHERE ext = ?").Add(ext).RunForInt() is not { } known)
        {
            db.Prepare("INSERT INTO origin(ext) VALUES(?)").Add(ext).Run();
            known = db.LastId;
        }
        return _origins[own] = known;
    }

    /// <summary>Looks up all that claims name; they are in the store.</summary>
    public void Find(IReadOnlyCollection<Claim> claims)
    {
        FindActors(claims.SelectMany(c => c.Attribution.Select(s => s.ActorId).OfType<string>().Concat(c.Actors.Select(a => a.ActorId))).Distinct(StringComparer.Ordinal));
        foreach (var (ext, id) in Ids(db, "source", claims.SelectMany(c => c.Attribution.Select(s => s.SourceId).OfType<string>().Append(c.SourceId)).Distinct(StringComparer.Ordinal))) _sources[ext] = id;
    }

    private void FindActors(IEnumerable<string> exts)
    {
        using var rows = db.Prepare("SELECT x.ext, x.id, coalesce(x.merged_into, x.id) FROM json_each(?) j CROSS JOIN actor x ON x.ext = j.value").Add(Packed.Json(exts));
        while (rows.Step()) _actors[rows.Text(0)] = (rows.Int(1), rows.Int(2));
    }

    /// <summary>Adds a source. Its outlet is pointed at where it is known by now.</summary>
    public long Insert(Source source, string? hash, IReadOnlyList<uint>? signature)
    {
        var insert = db.Prepare("""
            INSERT INTO source(ext, kind, title, document, version, outlet_id, outlet_ext, outlet_name, url, published, published_day, language, recorded_at, withdrawn_at, content_hash, signature)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        insert.Add(source.Id).Add((long)source.Kind).Add(source.Title).Add(hash is null ? null : source.Document).Add(source.Version)
            .Add(source.OutletId is { } outlet && _sources.TryGetValue(outlet, out var publisher) ? publisher : null).Add(source.OutletId).Add(source.OutletName).Add(source.Url)
            .Add(source.Published is { } date ? PackedDate.Write(date) : null).Add(PackedDate.Of(source.Published?.SortDay)).Add(source.Language).Add(now).Add(source.WithdrawnAt?.ToUnixTimeMilliseconds()).Add(hash);
        if (signature is null) insert.Add((string?)null);
        else insert.Add(Packed.Signature(signature));
        insert.Run();
        var id = db.LastId;
        if (source.Title is not null) db.Prepare("INSERT INTO source_text(rowid, title) VALUES(?, ?)").Add(id).Add(source.Title).Run();
        _sources[source.Id] = id;
        return id;
    }
}
