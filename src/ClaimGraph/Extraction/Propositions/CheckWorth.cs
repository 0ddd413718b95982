namespace ClaimGraph.Extraction;

/// <summary>How much a claim deserves checking: a sum of named factors, clipped to 0..1. Below <see cref="Chatter"/> it is left out.</summary>
internal static class CheckWorth
{
    public const double Chatter = 0.25;

    public static (double Score, IReadOnlyList<Factor> Factors) Score(SentenceView v, Draft draft, Evidence evidence)
    {
        List<Factor> factors = [new("base", 0.25)];
        var p = draft.Proposition;
        factors.AddRange(draft.Worth);
        if (evidence.Principal) factors.Add(new("prominent", 0.1, "stands in the headline or lead"));
        if (evidence.Names.Count > 0 || v.Actors.Count > 0) factors.Add(new("named", 0.1, "names a person, place or organisation"));
        if (!v.Statement.OwnVoice) factors.Add(new("attributed", 0.1, "somebody is named for it"));
        if (p.Modality is Modality.Hypothetical) factors.Add(new("hypothetical", -0.1));
        if (IsOpinion(v)) factors.Add(new("opinion", -0.15, "first person or a judgement of taste"));
        if (v.Pieces.Count > 0 && v.Pieces[^1].Is("?")) factors.Add(new("question", -0.1));
        return (Math.Clamp(Math.Round(factors.Sum(f => f.Value), 2), 0, 1), factors);
    }

    private static bool IsOpinion(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++) if (v.Lower(i) is "i" or "i'm" or "i've" or "my" or "love" or "beautiful" or "feel" or "think" or "wonderful" or "amazing" or "hope") return true;
        return false;
    }
}
