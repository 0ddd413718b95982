using System.Globalization;

namespace ClaimGraph.Web;

/// <summary>What the pages call things: class names of the style sheet and words for a reader.</summary>
public static class Words
{
    /// <summary>The class and icon of a kind: <c>contradicts</c>.</summary>
    public static string Name(this RelationKind kind) => kind switch
    {
        RelationKind.Contradicts => "contradicts",
        RelationKind.Supersedes => "supersedes",
        RelationKind.Refines => "refines",
        _ => "corroborates",
    };

    public static string Word(this RelationKind kind) => kind switch
    {
        RelationKind.Contradicts => Texts.Contradicts,
        RelationKind.Supersedes => Texts.Superseded,
        RelationKind.Refines => Texts.Narrower,
        _ => Texts.Agrees,
    };

    public static string Word(this RelationStatus status) => status switch
    {
        RelationStatus.Confirmed => Texts.Confirmed,
        RelationStatus.Dismissed => Texts.Dismissed,
        _ => Texts.NotReviewed,
    };

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Confirm => Texts.VerdictConfirmed,
        Verdict.Dismiss => Texts.VerdictDismissed,
        Verdict.MarkSuperseded => Texts.VerdictSuperseded,
        Verdict.MarkContradicts => Texts.VerdictContradicts,
        Verdict.DifferentScope => Texts.VerdictDifferentScope,
        Verdict.Misread => Texts.VerdictMisread,
        Verdict.NotAClaim => Texts.VerdictNotAClaim,
        Verdict.SamePerson => Texts.VerdictSamePerson,
        _ => Texts.VerdictDifferentPerson,
    };

    public static string Word(this ChainRole role) => role switch
    {
        ChainRole.Speaker => Texts.RoleSpeaker,
        ChainRole.Narrator => Texts.RoleNarrator,
        ChainRole.Origin => Texts.RoleOrigin,
        ChainRole.Relay => Texts.RoleRelay,
        _ => Texts.RoleOutlet,
    };

    public static string Word(this Stance stance) => stance switch
    {
        Stance.Endorses => Texts.StanceEndorses,
        Stance.Denies => Texts.StanceDenies,
        _ => Texts.StanceReports,
    };

    public static string Word(this Modality modality) => modality switch
    {
        Modality.Refused => Texts.RungRefused,
        Modality.NotCommitted => Texts.RungNotCommitted,
        Modality.Undecided => Texts.RungUndecided,
        Modality.Considering => Texts.RungConsidering,
        Modality.Willing => Texts.RungWilling,
        Modality.Ready => Texts.RungReady,
        Modality.Committed => Texts.RungCommitted,
        Modality.Planned => Texts.ModalityPlanned,
        Modality.Necessary => Texts.ModalityNecessary,
        Modality.Possible => Texts.ModalityPossible,
        Modality.Hypothetical => Texts.ModalityHypothetical,
        _ => Texts.ModalityAsserted,
    };

    public static string Word(this LinkKind kind) => kind switch
    {
        LinkKind.Contradicts => Texts.LinkContradicts,
        LinkKind.Supersedes => Texts.LinkReplaces,
        LinkKind.Refines => Texts.LinkNarrower,
        LinkKind.Corroborates => Texts.LinkAgrees,
        LinkKind.Answers => Texts.LinkAnswers,
        LinkKind.AppearsIn => Texts.LinkAppearsIn,
        LinkKind.AttributedTo => Texts.LinkSaidBy,
        LinkKind.Mentions => Texts.LinkMentions,
        LinkKind.Cites => Texts.LinkCites,
        _ => Texts.LinkPublishedBy,
    };

    /// <summary>The relation's class for a link between claims; null for the other links.</summary>
    public static string? Name(this LinkKind kind) => kind <= LinkKind.Corroborates ? ((RelationKind)((int)kind + 1)).Name() : null;

    /// <summary>Number and word: <c>0.92, high</c>. The word is the ladder of UI.md: from .75 high, from .5 medium.</summary>
    public static string Confidence(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture) + ", " + (value >= .75 ? Texts.High : value >= .5 ? Texts.Medium : Texts.Low);

    /// <summary><c>1 claim</c>, <c>5 claims</c>.</summary>
    public static string Count(int n, string one, string many) => string.Format(CultureInfo.InvariantCulture, n == 1 ? one : many, n.ToString("#,0", CultureInfo.InvariantCulture));

    public static string Claims(int n) => Count(n, Texts.OneClaim, Texts.ManyClaims);
    public static string Positions(int n) => Count(n, Texts.OnePosition, Texts.ManyPositions);
    public static string Articles(int n) => Count(n, Texts.OneArticle, Texts.ManyArticles);
    public static string Conflicts(int n) => Count(n, Texts.OneConflict, Texts.ManyConflicts);

    /// <summary>With a capital where a heading begins.</summary>
    public static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A text of the resources with its places filled.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>Commitment, scope and condition of a value in one line: <c>committed · formally · after a ceasefire</c>. The rung is left to the value's text where that ends with it.</summary>
    public static string Qualifiers(ValueView value) => Qualifiers(value, rung: value.Modality != Modality.Asserted && !EndsWithRung(value));

    /// <summary>The value of one of several that are shown side by side, without its rung: <c>26 countries</c>; or the rung alone, where it is all that tells them apart.</summary>
    /// <param name="byRung">As <see cref="DifferByRung"/> says of them.</param>
    public static string Heading(ValueView value, bool byRung) => Capital(Short(value, byRung));

    /// <summary>As <see cref="Heading"/>, within a sentence.</summary>
    public static string Short(ValueView value, bool byRung) => byRung ? value.Modality.Word() : EndsWithRung(value) ? value.Text[..^(value.Modality.Word().Length + RungMark.Length)] : value.Text;

    /// <summary>What stands below the <see cref="Heading"/>.</summary>
    public static string Below(ValueView value, bool byRung) => Qualifiers(value, rung: !byRung && value.Modality != Modality.Asserted);

    /// <summary>Whether values say the same of the same but for the rung: <c>support, refused</c> and <c>support, ready</c>.</summary>
    public static bool DifferByRung(IEnumerable<ValueView> values)
    {
        var all = values.ToList();
        return all.All(EndsWithRung) && all.Select(v => Short(v, byRung: false)).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 && all.Select(v => v.Modality).Distinct().Count() > 1;
    }

    /// <summary>A claim that answers no question has its own words for its value: pages do not say them twice.</summary>
    public static bool IsItsQuote(ValueView value, string quote) => quote.StartsWith(value.Text.TrimEnd('…', ' ', '.'), StringComparison.OrdinalIgnoreCase);

    private const string RungMark = ", ";

    private static bool EndsWithRung(ValueView value) => value.Text.EndsWith(RungMark + value.Modality.Word(), StringComparison.OrdinalIgnoreCase);

    private static string Qualifiers(ValueView value, bool rung)
    {
        var parts = new List<string>();
        if (rung) parts.Add(value.Modality.Word());
        foreach (var facet in value.Scope) parts.Add(ScopeWord(facet));
        if (value.Condition is { Length: > 0 } condition) parts.Add(condition);
        return string.Join(" · ", parts);
    }

    private static string ScopeWord(string facet) => facet switch
    {
        "publicity: formal" => Texts.ScopeFormal,
        "publicity: public" => Texts.ScopePublic,
        "publicity: private" => Texts.ScopePrivate,
        "domain: land" => Texts.ScopeLand,
        "domain: sea" => Texts.ScopeSea,
        "domain: air" => Texts.ScopeAir,
        "period: so-far" => Texts.ScopeSoFar,
        _ => facet[(facet.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Replace('-', ' '),
    };

    /// <summary>The field that decided, as the pages call it.</summary>
    public static string Field(string field) => field switch
    {
        "modality" => Texts.FieldCommitment,
        "polarity" => Texts.FieldPolarity,
        "valid time" => Texts.FieldTime,
        "speakers" => Texts.FieldSpeakers,
        _ => field,
    };

    /// <summary>Who said it and through whom: <c>Emmanuel Macron, via the BBC</c>; an article's own voice is its outlet's.</summary>
    public static string Said(ClaimView claim)
    {
        var outlet = claim.Source?.Outlet?.Title;
        return (claim.Voice ?? claim.Speaker?.Name, outlet) switch
        {
            ({ } speaker, { } via) => Fill(Texts.SaidVia, speaker, via),
            ({ } speaker, null) => Fill(Texts.SaidViaUnnamed, speaker),
            (null, { } own) => Fill(Texts.InItsOwnVoice, own),
            _ => Texts.UnnamedSource,
        };
    }
}
