using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>Concluded examinations as the domain's relations and candidates.</summary>
internal static class Findings
{
    // Raised when the rules change so that verdicts on what was compared before no longer hold.
    private const string RulesVersion = "1";

    public static Relation ToRelation(Examination x, string question)
    {
        var confidence = Math.Round(x.Confidence, 4);
        return new Relation
        {
            Id = Ids.Relation(x.Earlier.Id, x.Later.Id),
            Kind = x.Kind!.Value,
            Conflict = x.Conflict,
            EarlierId = x.Earlier.Id,
            LaterId = x.Later.Id,
            QuestionId = question,
            NarrowerId = x.Narrower?.Id,
            Independent = x.Kind == RelationKind.Corroborates ? Independence.Of(x.Earlier, x.Later, x.SharedText) : null,
            Rule = x.Rule,
            Explanation = Explanations.Sentence(x),
            DecidingField = x.Field,
            Counterfactual = Explanations.Counterfactual(x),
            Trace = x.Trace,
            Factors = x.Factors,
            Confidence = confidence,
            LaterDay = x.Later.Day,
            EarlierDay = x.Earlier.Day,
            Inputs = Inputs(x.Earlier, x.Later),
        };
    }

    public static Candidate ToCandidate(Examination x, string question, double score, string doubt)
    {
        var relation = ToRelation(x, question);
        return new Candidate
        {
            Id = Ids.Candidate(x.Earlier.Id, x.Later.Id),
            Kind = relation.Kind,
            A = relation.LaterId,
            B = relation.EarlierId,
            QuestionId = question,
            Score = Math.Round(score * relation.Confidence / Math.Max(0.01, x.Identity), 4),
            Doubt = doubt,
            Factors = relation.Factors,
            Inputs = relation.Inputs,
            IfConfirmed = relation,
        };
    }

    /// <summary>What was compared, as a fingerprint: symmetric, and equal while neither claim changes in what the rules look at.</summary>
    public static string Inputs(Side a, Side b)
    {
        var (first, second) = string.CompareOrdinal(a.Id, b.Id) < 0 ? (a, b) : (b, a);
        return Ids.Content(RulesVersion, Of(first), Of(second));
    }

    private static string Of(Side side) => string.Create(CultureInfo.InvariantCulture,
        $"{side.Id}|{side.Key}|{side.ValueKey}|{side.AsOf.Text}|{side.Claim.Asserted.Text}|{side.SpeakerKey}|{side.Evidence?.Denies}|{side.Proposition.Condition}");
}
