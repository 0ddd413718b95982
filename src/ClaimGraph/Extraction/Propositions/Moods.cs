namespace ClaimGraph.Extraction;

/// <summary>Whether a number is stated, planned, possible, needed or only supposed.</summary>
internal static class Moods
{
    public static Modality Of(SentenceView v, int start, int end, int from, int to)
    {
        var mood = Modality.Asserted;
        for (var i = start; i < Math.Min(end, to + 4); i++)
        {
            var here = v.Lower(i) switch
            {
                "will" or "shall" or "plans" or "plan" or "planned" or "planning" or "aims" or "aim" or "intends" or "target" or "expected" or "expects" or "scheduled" or "set" when v.Lower(i) is not "set" || v.Lower(i + 1) is "to" => Modality.Planned,
                "could" or "might" or "may" or "possibly" or "potentially" or "perhaps" => v.Pieces[i].Text is "May" ? Modality.Asserted : Modality.Possible,
                "must" or "needs" or "requires" => Modality.Necessary,
                "if" or "unless" or "were" when i == start && v.Lower(i) is not "were" || i == start => Modality.Hypothetical,
                "had" or "should" when i == start && v.Pieces[i].Capital => Modality.Hypothetical,
                _ => Modality.Asserted,
            };
            if (here == Modality.Asserted) continue;
            if (here == Modality.Hypothetical) return here;
            // A modal behind a comma or a relative of another clause does not reach the number.
            if (i > to + 2 || Blocked(v, Math.Min(i, from), Math.Max(i, from))) continue;
            if (mood == Modality.Asserted) mood = here;
        }
        // "could have spilled": counter to fact
        if (mood == Modality.Possible) for (var i = start; i + 1 < end; i++) if (v.Lower(i) is "could" or "would" or "might" && v.Lower(i + 1) is "have" && !v.Pieces.GetRange(start, end - start).Exists(p => p.Lower is "as" or "many")) return Modality.Possible;
        return mood;
    }

    private static bool Blocked(SentenceView v, int a, int b)
    {
        for (var i = a + 1; i < b; i++) if (v.Lower(i) is "who" or "which" or "that" or "after" or "since" or "when" or ";") return true;
        return false;
    }
}
