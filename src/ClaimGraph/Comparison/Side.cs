using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>The form in which a claim answers its question: a number, a denied number, a list of members, or yes and no.</summary>
internal enum Form { Count, Denied, Members, Plain }

/// <summary>One claim prepared for comparison: what the rules look at, read once.</summary>
internal sealed class Side
{
    public Side(Claim claim, SourceCard? source, string document, IReadOnlyList<uint> signature, bool isNew)
    {
        Claim = claim;
        Document = document;
        Signature = signature;
        IsNew = isNew;
        SourceName = source?.OutletName ?? source?.Title ?? "an unnamed source";
        OutletId = source?.OutletId;
        Published = source?.Published?.SortDay;

        var p = claim.Proposition;
        Key = p.Key ?? "";
        Family = Questions.FamilyOf(claim);
        KeyParts = Key.Split(';');
        IsEvent = claim.Blocks.Any(b => b.StartsWith("e|", StringComparison.Ordinal));
        Rung = p.Modality.Rung();
        Members = p.Members.Count == 0 ? [] : [.. p.Members.Select(m => m.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var first = claim.Attribution[0];
        var denied = claim.Evidence?.Denies is not null || first.Stance == Stance.Denies;
        Form = Members.Count > 0 ? Form.Members
            : p.Quantity is null ? Form.Plain
            : p.Polarity == Polarity.Negative && !p.Quantity.IsNone && Rung is null or < 0 && p.Quantity.Vague is null ? Form.Denied
            : Form.Count;
        if (Form == Form.Count && denied && first.Stance == Stance.Denies && p.Polarity == Polarity.Positive) Form = Form.Denied;
        Range = Form == Form.Members ? ValueRange.Count(Members.Count, p.Exclusive, UnitOfKey(Key)) : p.Quantity is { } quantity ? Counted(quantity) : null;
        if (Range is { } range && IsEvent && IsRound(range)) Range = range with { Approximate = true };
        Negative = p.Polarity == Polarity.Negative || Rung < 0;
        // A change "to 40" is a level of 40.
        Facets = [.. p.Scope.Where(f => f is not { Name: "change", Value: "to" }).Select(f => (f.Name, f.Value.ToLowerInvariant())).Distinct().OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Item2, StringComparer.Ordinal)];
        Signed = string.Join('&', Facets.Select(f => $"{f.Name}={f.Value}"));
        EventScope = string.Join('&', Facets.Where(NarrowsAnEvent).Select(f => $"{f.Name}={f.Value}"));
        Speaker = first.Role is ChainRole.Speaker or ChainRole.Origin ? first.Name : null;
        SpeakerKey = first.Role is ChainRole.Speaker or ChainRole.Origin ? first.ActorId ?? first.Name.ToLowerInvariant() : "";
    }

    // What is counted has many names (civilians, bodies, people; raids, strikes; allies, countries), and the key says that they are one.
    private ValueRange Counted(Quantity quantity) =>
        quantity.Kind == QuantityKind.Count && (IsEvent || KeyParts[0] is "country" or "person") ? ValueRange.Of(quantity) with { Dimension = KeyParts[0], Factor = 1 } : ValueRange.Of(quantity);

    public Claim Claim { get; }
    public string Id => Claim.Id;
    public Proposition Proposition => Claim.Proposition;
    public Evidence? Evidence => Claim.Evidence;
    public string Document { get; }
    public IReadOnlyList<uint> Signature { get; }
    public bool IsNew { get; }
    public string SourceName { get; }
    public string? OutletId { get; }
    /// <summary>The article's publication day.</summary>
    public DateOnly? Published { get; }
    public string Key { get; }
    /// <summary>The key, or its dimension alone for amounts whose key may leave open what they are of.</summary>
    public string Family { get; }
    public string[] KeyParts { get; }
    public bool IsEvent { get; }
    public int? Rung { get; }
    public Form Form { get; }
    public ValueRange? Range { get; }
    public IReadOnlyList<string> Members { get; }
    /// <summary>Denies what the question asks: negated, or below zero on the ladder of commitment.</summary>
    public bool Negative { get; }
    public IReadOnlyList<(string Name, string Value)> Facets { get; }
    /// <summary>The scope as one comparable text.</summary>
    public string Signed { get; }
    /// <summary>The scope that makes another question of one event: groups, parts and periods; its places are evidence of the event itself.</summary>
    public string EventScope { get; }
    /// <summary>The innermost speaker's name; null where the article speaks in its own voice.</summary>
    public string? Speaker { get; }
    public string SpeakerKey { get; }
    /// <summary>Gives up its own figure for one that somebody else gave.</summary>
    public bool Accepts => Array.Exists(Acceptances, a => Claim.Quote.Contains(a, StringComparison.OrdinalIgnoreCase) || Claim.Attribution[0].Cue?.Contains(a, StringComparison.OrdinalIgnoreCase) == true);

    private static readonly string[] Acceptances = ["no longer contest", "no longer disput", "no longer den", "now accept", "now concede"];

    /// <summary>The words of the evidence as numbers, see <see cref="Vocabulary"/>; set for claims of events only.</summary>
    public WordSets Words { get; set; } = WordSets.None;

    // Where it stood before, and where it stands now.
    public string? OldQuestion { get; init; }
    public string? OldKey { get; init; }
    public string? OldPosition { get; init; }
    /// <summary>Stored, and not read again now.</summary>
    public bool IsSettled { get; init; }
    public string Question { get; set; } = "";
    public string Position { get; set; } = "";

    /// <summary>A negated zero is a zero; everything else that is negated asserts no value of its own.</summary>
    public bool IsNone => Range?.IsNone == true || (Form == Form.Plain && Negative && Rung is null);

    public bool IsHeadline => Evidence?.Headline == true;

    /// <summary>The days for which the claim is made: a running state's own, else the day of speaking.</summary>
    public PartialDate AsOf => Proposition.TimeKind is TimeKind.RunningState or TimeKind.Unknown && Proposition.Valid is { End: not null, Precision: not DatePrecision.Unknown } valid ? valid : Claim.Asserted;

    /// <summary>When the event was: as the sentence says, else the days before the article's own, if it is what the article is about; null for unknown.</summary>
    public PartialDate? EventTime => _eventTime ??= Evidence?.EventTime ?? (Evidence?.Principal == true && Day is { } day ? new PartialDate(day.AddDays(-EventWeights.NewsDays), day, DatePrecision.Week, "the days before the article") : null);

    private PartialDate? _eventTime;

    public DateOnly? Day => Claim.Asserted.SortDay;

    /// <summary>"So far", "never", "until now": open towards the past, so that it speaks of earlier days too.</summary>
    public bool ReachesBack => Proposition.Valid is { Start: null, End: not null } || (Proposition.Valid.Precision == DatePrecision.Open && Proposition.Valid.Start is null && Proposition.Valid.End is not null)
        || Proposition.Scope.Any(f => f is { Name: "period", Value: "so-far" or "never" or "ever" });

    /// <summary>The value as a key: claims of one question and scope that share it assert the same.</summary>
    public string ValueKey => _valueKey ??= Keyed();

    private string? _valueKey;

    private string Keyed()
    {
        var p = Proposition;
        var value = Form switch
        {
            Form.Members => string.Join('+', Members) + (p.Exclusive ? "!" : ""),
            Form.Plain => "",
            _ => string.Create(CultureInfo.InvariantCulture, $"{(Range!.LowOpen ? "(" : "[")}{Range.Low:R};{Range.High:R}{(Range.HighOpen ? ")" : "]")}{Range.Dimension}*{Range.Factor:R}{(Range.Approximate ? "~" : "")}"),
        };
        var sign = p.Polarity is Polarity.Negative && Range?.IsNone != true ? "-" : p.Polarity is Polarity.Mixed ? "±" : p.Polarity is Polarity.Unknown ? "?" : "";
        var mood = Rung is { } rung ? rung.ToString(CultureInfo.InvariantCulture) : p.Modality is Modality.Hypothetical or Modality.Necessary or Modality.Possible ? p.Modality.ToString() : "";
        return $"{Form}|{sign}{value}|{mood}|{Signed}";
    }

    private bool NarrowsAnEvent((string Name, string Value) facet) => facet switch
    {
        ("place" or "publicity" or "domain", _) => false,
        ("period", "total" or "so-far") => false,
        // "22 children among them" are the children, and "55 wounded, five of them critically" has five critically wounded.
        ("part", _) => !Facets.Any(f => f.Name is "group" or "aspect"),
        // "Killed six and wounded twenty others": others than the six.
        ("instance", "other" or "another") => !Key.Contains(";wounded", StringComparison.Ordinal),
        _ => true,
    };

    private static bool IsRound(ValueRange range) => range is { IsPoint: true, Kind: QuantityKind.Count, Low: >= 1000 } && ValueRange.Step(range.Low) * 100 >= range.Low;

    private static string UnitOfKey(string key) => key.Split(';')[0];
}
