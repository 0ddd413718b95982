namespace ClaimGraph.Web;

/// <summary>What came of a verdict, for the page that is shown again.</summary>
public sealed record VerdictResult
{
    /// <summary>The id of the assessment or merge that was stored.</summary>
    public string? Done { get; init; }
    /// <summary>A message at the reason's field.</summary>
    public string? AtReason { get; init; }
    /// <summary>A message about the whole.</summary>
    public string? Message { get; init; }
    /// <summary>Somebody gave a verdict on what this page showed an older version of.</summary>
    public AssessmentView? Quicker { get; init; }

    public static VerdictResult Of(PageAnswer<AssessData> answer) => answer switch
    {
        { Failure: { } f } => new() { Message = f.Message },
        { Data.Payload: { } p } when p.Errors.FirstOrDefault(e => e.Assessment is not null) is { } quicker => new() { Quicker = quicker.Assessment },
        { Data.Payload: { } p } when p.Errors is [var error, ..] => new() { Message = error.Message },
        { Data.Payload: { } p } => new() { Done = p.Assessment?.Id ?? p.Merge?.Id ?? "" },
        _ => new() { Message = Texts.NothingWasSaved },
    };
}
