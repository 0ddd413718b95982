namespace ClaimGraph.Extraction.Speech;

/// <summary>One sentence as the readers of frames see it: its words and tags, its quotations, and where clauses, quotations and contents begin and end.</summary>
internal abstract class FrameScanner
{
    /// <summary>Which sentence of the article.</summary>
    protected int Index { get; }

    protected IReadOnlyList<Token> Tokens { get; }

    /// <summary>For each token the quotation it stands in, or -1.</summary>
    protected int[] Quotes { get; }

    protected List<Frame> Frames { get; }

    protected FrameScanner(int index, Sentence sentence, IReadOnlyList<Quotation> quotes)
    {
        (Index, Tokens, Frames) = (index, sentence.Tokens, []);
        Quotes = new int[Tokens.Count];
        for (var i = 0; i < Quotes.Length; i++) Quotes[i] = -1;
        foreach (var quote in quotes)
            for (var i = 0; i < Tokens.Count; i++) if (quote.Span.Contains(Tokens[i].Span)) Quotes[i] = quote.Id;
    }

    /// <summary>Another reader of the same sentence; what it finds joins what was found.</summary>
    protected FrameScanner(FrameScanner other) => (Index, Tokens, Quotes, Frames) = (other.Index, other.Tokens, other.Quotes, other.Frames);

    protected string Word(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Lower : "";

    protected Tag TagAt(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Tag : Tag.Punct;

    protected bool IsQuoted(int i) => i >= 0 && i < Quotes.Length && Quotes[i] >= 0;

    protected bool HasVerb(int from, int to) => NounPhrase.HasVerb(Tokens, from, to);

    protected bool HasLetter(int from, int to)
    {
        for (var k = from; k < to; k++) if (char.IsLetterOrDigit(Tokens[k].Text[0])) return true;
        return false;
    }

    protected bool Between(int from, int to, string word)
    {
        for (var k = from; k < to; k++) if (Word(k) == word) return true;
        return false;
    }

    protected bool InBrackets(int i, int from)
    {
        for (var k = i - 1; k >= from; k--)
        {
            if (Tokens[k].Text == "(") return true;
            if (Tokens[k].Text == ")") return false;
        }
        return false;
    }

    /// <summary>The sentence, or the part of a quotation of it, that a word stands in.</summary>
    protected (int From, int To) Bounds(int i)
    {
        if (Quotes[i] < 0) return (0, Tokens.Count);
        int from = i, to = i + 1;
        while (from > 0 && Quotes[from - 1] == Quotes[i]) from--;
        while (to < Tokens.Count && Quotes[to] == Quotes[i]) to++;
        if (QuoteMap.IsMark(Tokens[from].Text) && from < i) from++;
        return (from, to);
    }

    /// <summary>A subject and a finite verb, without a comma between them.</summary>
    protected bool IsClause(int i, int to)
    {
        var nominal = false;
        to = Math.Min(to, Tokens.Count);
        for (var k = i; k < to && k < i + 26; k++)
        {
            var t = Tokens[k];
            if (t.Text is "," && !(nominal && k > i + 1 && TagAt(k + 1) is Tag.Propn or Tag.Noun or Tag.Det or Tag.Num)) return false;
            if (t.Text is "." or ";" or ":" || t.Lower is "that" or "who" or "which" && nominal) return false;
            if (t.Tag is Tag.Noun or Tag.Propn or Tag.Num || t.Tag == Tag.Pron && t.Lower is "he" or "she" or "it" or "they" or "we" or "i" or "there" or "this" or "that" or "these" or "those" or "nobody" or "nothing" or "no" or "everyone" or "all" or "some" or "many" or "you" or "what" or "anyone" or "none" or "one" or "someone") nominal = true;
            if (!nominal) { if (t.Tag == Tag.Adp && k == i) nominal = false; continue; }
            if (t.Tag == Tag.Aux) return true;
            if (t.Tag == Tag.Verb && !t.Lower.EndsWith("ing", StringComparison.Ordinal) && Word(k - 1) != "to") return !(t.Lower.EndsWith("ed", StringComparison.Ordinal) && Word(k + 1) is "by" or "in" or "at" or "on") || k + 6 > to;
        }
        return false;
    }

    protected bool CueWithin(int from, int to)
    {
        for (var k = from; k < to && k < from + 9; k++)
            if (TagAt(k) == Tag.Verb) return (Cues.Shared.Verb(Tokens[k].Lemma) & CueKinds.Says) != 0;
        return false;
    }

    /// <summary>Not before a semicolon, nor before an attribution that ends earlier.</summary>
    protected int ClauseStart(int from, int end)
    {
        var start = from;
        for (var k = end - 1; k >= from; k--)
            if (Tokens[k].Text == ";" && Quotes[k] < 0 && !InBrackets(k, from)) { start = k + 1; break; }
        while (start < end && Tokens[start].Text is "," or "-" or "–" or "—" or "•" or "*" or ")") start++;
        if (start < end - 3 && Word(start) is "but" or "and" or "however" or "meanwhile" && Quotes[start] < 0) { start++; if (Word(start) == ",") start++; }
        return start;
    }

    /// <summary>Where a content to the right ends: the sentence's end, a semicolon, or a contrast with a subject of its own.</summary>
    protected int ScopeEnd(int first, int to)
    {
        if (Quotes[first] >= 0 && (first == 0 || Quotes[first - 1] != Quotes[first]) && EndOfQuote(first, to) is var end && end - first > 3 && (end >= to || Word(end) is "." or "," or ";" or "but" or "and" || TagAt(end) == Tag.Pron)) return end;
        var depth = 0;
        for (var k = first + 2; k < to; k++)
        {
            if (Quotes[k] >= 0) continue;
            var w = Word(k);
            if (w == "(") depth++;
            else if (w == ")") depth--;
            if (w == ";" && depth <= 0) return k;
            if (w is "although" or "though" or "whereas" || w == "even" && Word(k + 1) is "though" or "as") return Word(k - 1) == "," ? k - 1 : k;
            if (w == "," && Word(k + 1) is "but" or "while" or "yet" && IsClause(k + 2, to)) return k;
            if (w == "," && Word(k + 1) is "according" or "citing" or "adding") return k;
            if (w == "," && Word(k + 1) == "and" && k + 2 < to && TagAt(k + 2) is Tag.Propn && IsClause(k + 2, to) && CueWithin(k + 2, to)) return k;
        }
        return Body(to);
    }

    protected int SentenceEnd(int from, int to)
    {
        var end = to;
        while (end > from && Tokens[end - 1].Text is "." or "!" or "?" || end > from && QuoteMap.IsMark(Tokens[end - 1].Text)) end--;
        return end;
    }

    protected int Body(int to)
    {
        var end = to;
        while (end > 0 && Tokens[end - 1].Text is "." or "!" or ".." or "...") end--;
        return end;
    }

    protected int EndOfQuote(int i, int to)
    {
        var end = i;
        while (end < to && Quotes[end] == Quotes[i]) end++;
        return end;
    }

    /// <summary>What explains the source after its verb: "said X, who has no part in it".</summary>
    protected int Explained(int end, int to)
    {
        if (Word(end) == "who") return SentenceEnd(end, to);
        if (Word(end) != "," || end + 1 >= to || Quotes[end + 1] >= 0) return end;
        var w = Tokens[end + 1];
        if (!(w.Lower is "who" or "which" or "whose" or "a" or "an" or "the" or "now" || w.Tag is Tag.Noun or Tag.Num or Tag.Adj)) return end;
        for (var k = end + 2; k < to; k++)
        {
            if (Tokens[k].Text is "." or ";" || QuoteMap.IsDouble(Tokens[k].Text)) return k;
            if (Tokens[k].Text == "," && (TagAt(k + 1) == Tag.Verb || Word(k + 1) is "adding" or "citing" or "but" or "and" or "in" or "on" or "as" or "after" || Quotes.ElementAtOrDefault(k + 1) >= 0 && k + 1 < to)) return k;
        }
        return SentenceEnd(end, to);
    }

    /// <summary>Times and places of the act of speaking: "said on Monday", "wrote in a letter to staff".</summary>
    protected int Adjuncts(int i, int to)
    {
        for (; ; )
        {
            var start = i;
            if (NounPhrase.IsTime(Word(i)) && Word(i + 1) is not "'s" || TagAt(i) == Tag.Adv && char.IsLower(Tokens[i].Text[0]) && Word(i) is not ("there" or "only" or "not" or "no" or "so" or "almost" or "about" or "nearly" or "more" or "how" or "when" or "why" or "where")) i++;
            else if (TagAt(i) == Tag.Adp && Word(i) is "on" or "in" or "at" or "during" or "to" or "after" or "by" or "from" or "via" or "through" or "for" && NounPhrase.After(Tokens, i + 1, to) is { } noun)
            {
                // "said in Paris 26 countries": a clause's subject is no adjunct.
                if (TagAt(noun.End) is Tag.Verb or Tag.Aux && Word(noun.End) is not ("released" or "published" or "posted" or "obtained" or "seen" or "broadcast" or "dated")) break;
                i = noun.End;
            }
            else if (Word(i) is "last" or "this" or "earlier" or "late" or "early" && (NounPhrase.IsTime(Word(i + 1)) || Word(i + 1) is "this" or "on" or "in")) i += 2;
            if (i == start || i >= to) break;
        }
        return Math.Min(i, to);
    }
}
