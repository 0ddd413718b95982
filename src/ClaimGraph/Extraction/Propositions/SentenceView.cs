namespace ClaimGraph.Extraction;

/// <summary>One statement's sentence as proposition reading sees it: pieces, quantities by place, the actors and dates that lie in it.</summary>
internal sealed class SentenceView
{
    public Statement Statement { get; }
    public ArticleContext Article { get; }
    public string Text => Article.Text;
    /// <summary>The whole sentence, beyond the statement.</summary>
    public SentenceContent Sentence { get; }
    public List<Piece> Pieces => Sentence.Pieces;
    public List<PlacedQuantity> Quantities { get; } = [];
    /// <summary>Actors inside the sentence, in order.</summary>
    public List<FoundActor> Actors { get; } = [];
    public List<FoundDate> Dates { get; } = [];
    /// <summary>The pieces of the statement's content: <c>[First, Last)</c>.</summary>
    public int First { get; }
    public int Last { get; }

    public SentenceView(Statement statement, ArticleContext article)
    {
        (Statement, Article) = (statement, article);
        Sentence = article.Content(statement.Sentence);
        var content = statement.Content.Length > 0 ? statement.Content : statement.Sentence.Span;
        First = Pieces.FindIndex(p => p.Start >= content.Start && p.Start < content.End);
        Last = Pieces.FindLastIndex(p => p.Start < content.End && p.Start >= content.Start) + 1;
        if (First < 0) (First, Last) = (0, 0);
        foreach (var q in Sentence.Quantities)
        {
            if (q.Number.Start < content.Start || q.Number.Start >= content.End) continue;
            Quantities.Add(new PlacedQuantity(q, IndexAt(q.Quantity.Span.Start), IndexAt(q.Number.Start), IndexAt(q.Quantity.Span.End - 1) + 1));
        }
        Actors.AddRange(article.ActorsIn(statement.Sentence.Span));
        Dates.AddRange(article.DatesIn(statement.Sentence.Span));
    }

    public int IndexAt(int offset)
    {
        var (low, high) = (0, Pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Pieces[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public string Lower(int i) => i >= 0 && i < Pieces.Count ? Pieces[i].Lower : "";

    /// <summary>The words <c>[start, end)</c> in lower case with single underscores, for phrase look-ups.</summary>
    public string Phrase(int start, int end)
    {
        if (start < 0 || end > Pieces.Count || start >= end) return "";
        if (end == start + 1) return Pieces[start].Lower;
        var joined = Pieces[start].Lower;
        for (var i = start + 1; i < end; i++) joined += Pieces[i].Dash || Pieces[i - 1].Dash ? "-" == Pieces[i].Lower ? "-" : Pieces[i].Lower : "_" + Pieces[i].Lower;
        return joined;
    }

    /// <summary>The text of pieces <c>[start, end)</c>, at least one of them: an act that is only referred to may end with the sentence.</summary>
    public Span SpanOf(int start, int end)
    {
        start = Math.Clamp(start, 0, Pieces.Count - 1);
        return new(Pieces[start].Start, Pieces[Math.Clamp(end, start + 1, Pieces.Count) - 1].End);
    }

    public string Words(int start, int end) => start >= end || start >= Pieces.Count ? "" : SpanOf(start, end).Of(Text);

    public PlacedQuantity? QuantityAt(int piece)
    {
        foreach (var q in Quantities) if (q.Start <= piece && piece < q.End) return q;
        return null;
    }
}

/// <summary>A quantity with its place in the pieces: comparator from <paramref name="Start"/>, numeral from <paramref name="Number"/>, noun or unit up to <paramref name="End"/>.</summary>
internal sealed record PlacedQuantity(FoundQuantity Found, int Start, int Number, int End)
{
    public Quantity Quantity => Found.Quantity;
}
