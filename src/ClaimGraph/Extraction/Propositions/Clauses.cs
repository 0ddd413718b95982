namespace ClaimGraph.Extraction;

/// <summary>The clause that asserts a claim: its quote. Cut at strong marks and at conjunctions that open a clause.</summary>
internal static class Clauses
{
    private const int LongClause = 38;

    /// <summary>The clause around pieces <c>[from, to)</c>, as pieces.</summary>
    public static (int Start, int End) Around(SentenceView v, int from, int to)
    {
        var (start, end) = (v.First, Math.Max(v.Last, to));
        for (var i = from - 1; i >= v.First; i--) if (Cuts(v, i, out var after)) { start = after; break; }
        for (var i = to; i < v.Last; i++) if (Cuts(v, i, out _)) { end = i; break; }
        if (end - start > LongClause)
        {
            for (var i = from - 1; i > start + 3; i--) if (v.Pieces[i].Is(",") && from - i > 3) { start = i + 1; break; }
            for (var i = to + 1; i < end - 2; i++) if (v.Pieces[i].Is(",") && i - to > 3) { end = i; break; }
        }
        while (start < from && (v.Pieces[start].Kind == PieceKind.Mark && v.Pieces[start].Text is not ("$" or "€" or "£" or "“" or "\"") || v.Pieces[start].Lower is "and" or "but" or "however" or "meanwhile" or "that" && start + 1 <= from)) start++;
        while (end > to && v.Pieces[end - 1].Text is "." or "," or ";" or ":" or "-" or "–" or "—" or "!" or "»") end--;
        return (start, end);
    }

    private static bool Cuts(SentenceView v, int i, out int after)
    {
        after = i + 1;
        var piece = v.Pieces[i];
        if (piece.Text is ";" && InBrackets(v, i)) return false;
        if (piece.Text is ";" or "—" || (piece.Text is ":" && !piece.Glued) || (piece.Text is ":" && i + 1 < v.Pieces.Count && !v.Pieces[i + 1].Glued) || (piece.Dash && !piece.Glued && i + 1 < v.Pieces.Count && !v.Pieces[i + 1].Glued && v.Pieces[i + 1].Kind != PieceKind.Digits)) return true;
        if (piece.Is(",") && i + 1 < v.Pieces.Count)
        {
            var next = v.Lower(i + 1);
            if (next is "but" or "while" or "whereas" or "although" or "though" or "so" or "yet" or "which" or "because" or "even") { after = next is "which" ? i + 1 : next is "although" or "though" or "while" ? i + 1 : i + 2; return true; }
            if (next is "and") { after = i + 2; return OpensClause(v, i + 2); }
            return false;
        }
        if (piece.Lower is "while" or "although" or "whereas" or "but" && i > v.First + 2) { after = piece.Is("although") ? i : i + 1; return true; }
        return false;
    }

    /// <summary>"(£954m; $1.3bn)" is no end of a clause.</summary>
    private static bool InBrackets(SentenceView v, int at)
    {
        for (var i = at - 1; i >= v.First && i > at - 12; i--)
        {
            if (v.Pieces[i].Is(")")) return false;
            if (v.Pieces[i].Is("(")) return true;
        }
        return false;
    }

    /// <summary>A verb follows soon after "and", and it has a subject: not a list.</summary>
    private static bool OpensClause(SentenceView v, int start)
    {
        for (var i = start; i < v.Pieces.Count && i < start + 6; i++)
        {
            if (v.Pieces[i].Tag is Tag.Verb or Tag.Aux && i > start) return true;
            if (v.Lower(i) is "has" or "have" or "had" or "was" or "were" or "is" or "are" or "will" or "would" or "said" or "could" && i > start) return true;
            if (v.Pieces[i].Is(",")) return false;
        }
        return false;
    }
}
