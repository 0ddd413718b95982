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

    /// <summary>Commitment, scope and condition of a value in one line: <c>committed · formally · after a ceasefire</c>.</summary>
    public static string Qualifiers(ValueView value)
    {
        var parts = new List<string>();
        // The value's own text mostly ends with the rung: "26 countries, committed".
        if (value.Modality != Modality.Asserted && !value.Text.EndsWith(value.Modality.Word(), StringComparison.OrdinalIgnoreCase)) parts.Add(value.Modality.Word());
        foreach (var facet in value.Scope) parts.Add(facet[(facet.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        if (value.Condition is { Length: > 0 } condition) parts.Add(condition);
        return string.Join(" · ", parts);
    }

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
