namespace ClaimGraph.Extraction;

/// <summary>The condition on which a claim holds: "if …", "in the event of a deal", "the day after a ceasefire", "without US support".</summary>
internal static class Conditions
{
    public static string? Of(SentenceView v, int start, int end)
    {
        // A condition may stand in front of the clause it belongs to, behind a comma.
        var (from, to) = (v.First, Math.Max(v.Last, end));
        for (var i = from; i < to; i++)
        {
            var length = v.Lower(i) switch
            {
                "without" when v.Lower(i + 1).EndsWith("ing", StringComparison.Ordinal) => 0,
                "if" or "unless" or "provided" or "without" => v.Lower(i) is "provided" && v.Lower(i + 1) is not "that" ? 0 : v.Lower(i - 1) is "as" or "even" or "or" ? 0 : 1,
                "in" when v.Lower(i + 1) is "the" && v.Lower(i + 2) is "event" && v.Lower(i + 3) is "of" => 4,
                "in" when v.Lower(i + 1) is "case" && v.Lower(i + 2) is "of" => 3,
                "as" when v.Lower(i + 1) is "long" && v.Lower(i + 2) is "as" => 3,
                "once" when i + 1 < to && v.Lower(i + 1) is "a" or "the" or "an" => 1,
                "day" when v.Lower(i + 1) is "after" => 2,
                "had" or "should" or "were" when i == from && v.Pieces[i].Capital => 1,
                _ => 0,
            };
            if (length == 0) continue;
            var first = v.Lower(i) is "day" && v.Lower(i - 1) is "the" ? i - 1 : i;
            var last = i + length;
            while (last < to && v.Pieces[last].Text is not ("," or ";" or ":" or ".") && last - first < 16) last++;
            // Behind the clause without a mark, or in front of it with one.
            if (first < end && last > start || last <= start && v.Lower(last) is ",") return v.Words(first, last);
        }
        return null;
    }
}
