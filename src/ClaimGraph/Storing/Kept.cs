using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph;

/// <summary>What a stored graph consists of, in the order in which it is moved: what is pointed at comes before what points.</summary>
public enum GraphPart
{
    Runs, Assessments, Sources, Actors, MergedActors, Questions, MergedQuestions, Positions, Claims, Citations, Blocks, Relations, Candidates, SetApart, ScopeVerdicts, MergeSuggestions, ActorMerges, Changes,
}

/// <summary>
/// One thing as a store keeps it, with what lists do not show: withdrawn rows, versions, who withdrew what, when it was recorded. Counters and lists are left out: they follow from these.
/// </summary>
/// <param name="Key">Its place in its part: parts are read in the order of their keys.</param>
public abstract record Kept(string Key)
{
    private static readonly KeptJson Compact = KeptJson.Default;

    /// <summary>The same text for the same thing, whichever store keeps it.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, GetType(), Compact);

    public static string Numbered(long number) => number.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record KeptRun(string Key, string Json) : Kept(Key);

/// <summary>What a verdict changed, before or after it.</summary>
public sealed record KeptState(RelationKind Kind, bool Conflict, RelationStatus Status, string Inputs);

/// <param name="Sequence">The number of the change that it was appended with.</param>
public sealed record KeptAssessment(Assessment Assessment, long Sequence, KeptState? Before, KeptState? After, string? UndoneReason) : Kept(Numbered(Sequence));

/// <summary>A source with its text, where it was read. Its counts are 0.</summary>
public sealed record KeptSource(Source Source, string? ContentHash, IReadOnlyList<uint>? Signature, StoredText? Text) : Kept(Source.Id);

public sealed record KeptActor(Actor Actor) : Kept(Actor.Id);

/// <summary>An actor or question that stands for another one now.</summary>
public sealed record KeptMerged(string Key, string Into) : Kept(Key);

public sealed record KeptQuestion(Question Question, DateTimeOffset RecordedAt, DateTimeOffset ChangedAt) : Kept(Question.Id);

public sealed record KeptPosition(Position Position) : Kept(Position.Id);

/// <param name="Record">The claim as <see cref="ClaimJson"/> writes it.</param>
/// <param name="Origin">What stands behind it now, with merged actors and near-duplicate texts seen through.</param>
/// <param name="WithdrawnBy">The assessment that withdrew it; null where a newer version of its document did.</param>
public sealed record KeptClaim(
    string Key, string Record, string? QuestionId, string? PositionId, string Origin, DateTimeOffset RecordedAt, DateTimeOffset? WithdrawnAt, string? WithdrawnBy, Standing Standing, PartialDate? StandingSince) : Kept(Key);

/// <summary>What one source cites.</summary>
public sealed record KeptCitations(string Key, IReadOnlyList<Citation> Citations) : Kept(Key);

public sealed record KeptBlock(string Key, long Revision) : Kept(Key);

/// <param name="Weight">How many claims hang on it, as of the write that weighed it last.</param>
/// <param name="Found">Has been a conflict in force, and the feed has named it.</param>
public sealed record KeptRelation(Relation Relation, DateTimeOffset? WithdrawnAt, string? WithdrawnBy, long Weight, bool Found) : Kept(Relation.Id);

public sealed record KeptCandidate(Candidate Candidate, DateTimeOffset? WithdrawnAt, string? WithdrawnBy, long Weight) : Kept(Candidate.Id);

/// <summary>What looks like one question and is not.</summary>
public sealed record KeptSetApart(string Key, IReadOnlyList<SetApart> SetApart) : Kept(Key);

public sealed record KeptScopeVerdict(string ClaimA, string ClaimB, string? QuestionId, string AssessmentId) : Kept($"{ClaimA}|{ClaimB}");

public sealed record KeptSuggestion(MergeSuggestion Suggestion, RelationStatus Status, DateTimeOffset RecordedAt, long Weight) : Kept(Suggestion.Id);

public sealed record KeptMerge(string Key, string FromId, string IntoId, string By, DateTimeOffset At, string AssessmentId, DateTimeOffset? UndoneAt) : Kept(Key);

public sealed record KeptChange(Change Change) : Kept(Numbered(Change.Sequence));

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptRun))]
[JsonSerializable(typeof(KeptAssessment))]
[JsonSerializable(typeof(KeptSource))]
[JsonSerializable(typeof(KeptActor))]
[JsonSerializable(typeof(KeptMerged))]
[JsonSerializable(typeof(KeptQuestion))]
[JsonSerializable(typeof(KeptPosition))]
[JsonSerializable(typeof(KeptClaim))]
[JsonSerializable(typeof(KeptCitations))]
[JsonSerializable(typeof(KeptBlock))]
[JsonSerializable(typeof(KeptRelation))]
[JsonSerializable(typeof(KeptCandidate))]
[JsonSerializable(typeof(KeptSetApart))]
[JsonSerializable(typeof(KeptScopeVerdict))]
[JsonSerializable(typeof(KeptSuggestion))]
[JsonSerializable(typeof(KeptMerge))]
[JsonSerializable(typeof(KeptChange))]
internal sealed partial class KeptJson : JsonSerializerContext;
