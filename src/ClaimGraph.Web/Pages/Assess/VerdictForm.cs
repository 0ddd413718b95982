namespace ClaimGraph.Web;

/// <summary>What a visitor sends with a verdict, and what of it cannot be taken.</summary>
public sealed class VerdictForm
{
    public string? Target { get; set; }
    public string? Verdict { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    /// <summary>Why this verdict cannot be sent, or null.</summary>
    public string? Wrong => Verdict switch
    {
        "DISMISS" when string.IsNullOrWhiteSpace(Reason) => Texts.SayWhyDismiss,
        "CONFIRM" or "DISMISS" or "MARK_SUPERSEDED" or "MARK_CONTRADICTS" or "DIFFERENT_SCOPE" or "SAME" or "DIFFERENT" => Reason?.Length > 2000 ? Texts.ReasonTooLong : null,
        _ => Texts.ChooseVerdict,
    };

    public string? ReasonOrNull => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
}
