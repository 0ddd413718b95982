namespace ClaimGraph.Web;

/// <summary>What the documentation says of the API beside its schema. Filled by the server.</summary>
/// <param name="Path">Where it is asked: <c>/graphql</c>.</param>
/// <param name="Errors">Every code of <c>errors[].extensions.code</c>.</param>
/// <param name="NeedsKey">Reading needs a key or token.</param>
public sealed record ApiGuide(string Path, IReadOnlyList<ErrorGuideLine> Errors, bool NeedsKey);

public sealed record ErrorGuideLine(string Code, string Meaning, string Remedy);
