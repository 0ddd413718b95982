namespace ClaimGraph.Extraction.Speech;

/// <summary>
/// The attribution frames of one sentence: "according to X, P", "citing Y", "X: P", "his claim that P" here, "X said that P" by <see cref="VerbFrames"/>.
/// By tags and word lists; a sentence may hold several, one within another.
/// </summary>
internal sealed class FrameReader : FrameScanner
{
    private FrameReader(int index, Sentence sentence, IReadOnlyList<Quotation> quotes) : base(index, sentence, quotes) { }

    public static IReadOnlyList<Frame> Read(int index, Sentence sentence, IReadOnlyList<Quotation> quotes)
    {
        var reader = new FrameReader(index, sentence, quotes);
        reader.Find(sentence.Kind);
        reader.Trim();
        return reader.Frames;
    }

    /// <summary>The cue with the times and places of speaking that stand right behind it: "said in a phone interview".</summary>
    public static Run WholeCue(Frame frame, Sentence sentence)
    {
        if (frame.Kind != FrameKind.Verb) return frame.Cue;
        var reader = new FrameReader(0, sentence, []);
        var end = frame.Source is { } source && source.First >= frame.Cue.End ? frame.Cue.End : reader.Adjuncts(frame.Cue.End, sentence.Tokens.Count);
        foreach (var content in frame.Contents) if (content.First >= frame.Cue.End) end = Math.Min(end, content.First);
        return frame.Cue with { End = Math.Max(end, frame.Cue.End) };
    }

    private void Find(SentenceKind kind)
    {
        if (kind == SentenceKind.Headline) Colon();
        Transcript();
        var verbs = new VerbFrames(this);
        for (var i = 0; i < Tokens.Count; i++)
        {
            var w = Tokens[i].Lower;
            if (w == "according" && Word(i + 1) == "to") AccordingTo(i, i + 2);
            else if (w is "citing" or "quoting") Citing(i, i + 1);
            else if (w == "with" && Word(i + 1) == "reference" && Word(i + 2) == "to") Citing(i, i + 3);
            else if (w == "picking" && Word(i + 1) == "up" && Outlet(i + 2) is var outlet and > 0) Citing(i, outlet);
            else if (w is "quoted" && Word(i + 1) == "as" && Word(i + 2) == "saying") Quoted(i);
            else if (Tokens[i].Text is "―" or "—" or "–" or "--" or "-") Dash(i);
            else if (!Noun(i)) verbs.Read(i);
        }
    }

    /// <summary>"Coast Guard: 2,900 barrels spilled": the headline's way to say who says.</summary>
    private void Colon()
    {
        for (var i = 1; i < Tokens.Count - 2 && i <= 6; i++)
        {
            if (Tokens[i].Text != ":") continue;
            var first = 0;
            while (first < i && !char.IsUpper(Tokens[first].Text[0])) first++;
            for (var k = first; k < i; k++) if (TagAt(k) is Tag.Verb or Tag.Aux or Tag.Adv or Tag.Pron || Word(k) is "note" or "clarification" or "correction" or "update" or "editors" or "related" or "photos" or "video" or "live") return;
            if (first < i) Frames.Add(new(Index, new(first, i), new(i, i + 1), [new(i + 1, Body(Tokens.Count))], ":", FrameKind.Colon) { Head = new(first, i) });
            return;
        }
    }

    /// <summary>"“Q.” ― Carla Sanchez": a quotation signed with a name.</summary>
    private void Dash(int i)
    {
        if (i == 0 || !QuoteMap.IsMark(Tokens[i - 1].Text) || Quotes[i - 1] < 0 || Quotes[i] >= 0) return;
        var end = i + 1;
        while (end < Tokens.Count && end < i + 6 && char.IsUpper(Tokens[end].Text[0])) end++;
        if (end == i + 1 || end < Tokens.Count && Tokens[end].Text is not ("." or "," or "(") && !QuoteMap.IsMark(Tokens[end].Text)) return;
        var from = i - 1;
        while (from > 0 && Quotes[from - 1] == Quotes[i - 1]) from--;
        Frames.Add(new(Index, new(i + 1, end), new(i, i + 1), [new(from, i)], "signed", FrameKind.Verb) { Head = new(i + 1, end) });
    }

    /// <summary>"WALLACE: Governor, …": the speaker of a transcript.</summary>
    private void Transcript()
    {
        var first = QuoteMap.IsMark(Tokens[0].Text) ? 1 : 0;
        for (var i = first; i < Tokens.Count - 2 && i < first + 5; i++)
        {
            if (Tokens[i].Text == ":" && i > first && Tokens[i - 1].Text.Length > 2 && Word(i - 1) is not ("note" or "clarification" or "correction" or "update" or "related"))
            {
                Frames.Add(new(Index, new(first, i), new(i, i + 1), [new(i + 1, Body(Tokens.Count))], ":", FrameKind.Colon) { Head = new(first, i) });
                return;
            }
            if (Words.Fold.HasLower(Tokens[i].Text) || !char.IsLetter(Tokens[i].Text[0])) return;
        }
    }

    private void AccordingTo(int i, int first)
    {
        if (NounPhrase.After(Tokens, first, Tokens.Count) is not { } source) return;
        // "according to plan": a measure and no voice.
        for (var k = source.First; k < source.End && TagAt(k) != Tag.Adp; k++)
            if (Word(k) is "plan" or "plans" or "rules" or "rule" or "law" or "schedule" or "tradition" or "custom" or "terms" or "need" or "needs" or "taste" or "size" or "type" or "age" or "constitution" or "protocol") return;
        var (from, to) = Bounds(i);
        var leads = i <= from + 1 || Tokens[i - 1].Text is "." or ";" || QuoteMap.IsMark(Tokens[i - 1].Text) && i - 1 == from;
        var whole = leads ? source with { End = Word(source.End) is "," && Word(source.End + 1) is "who" or "which" or "a" or "an" ? Explained(source.End, to) : source.End } : new Run(source.First, Explained(source.End, to));
        // Before it: everything up to the clause's start; else what follows its comma.
        var end = i;
        while (end > from && Tokens[end - 1].Text is "," or "-" or "–" or "—" or "(") end--;
        if (end - from >= 3)
            Frames.Add(new(Index, whole, new(i, first), [new(ClauseStart(from, end), end)], "according to", FrameKind.AccordingTo) { Head = source });
        else if (whole.End < to)
        {
            var start = whole.End;
            while (start < to && Tokens[start].Text is "," or ":") start++;
            if (start < to - 1) Frames.Add(new(Index, new(whole.First, whole.End > source.End && Word(whole.End - 1) == "," ? whole.End - 1 : whole.End), new(i, first), [new(start, ScopeEnd(start, to))], "according to", FrameKind.AccordingTo) { Head = source });
        }
    }

    private void Citing(int i, int first)
    {
        if (NounPhrase.After(Tokens, first, Tokens.Count) is not { } source) return;
        var contents = Frames.Count > 0 ? Frames[^1].Contents : [new Run(0, i)];
        Frames.Add(new(Index, new(source.First, source.End), new(i, first), contents, Tokens[i].Lower == "with" ? "with reference to" : Tokens[i].Lower, FrameKind.Citing) { Head = source });
        Behind(source.End, contents);
    }

    /// <summary>"picking up a story in X", "… a report by X": where X begins, or 0.</summary>
    private int Outlet(int i)
    {
        for (var k = i; k < i + 5; k++) if (Word(k) is "in" or "by" or "from" or "of") return k + 1;
        return 0;
    }

    /// <summary>"…, whose source was Y", "…, which has the estimate from Y": who stands behind the one that is cited.</summary>
    private void Behind(int i, IReadOnlyList<Run> contents)
    {
        if (Word(i) != ",") return;
        var first = Word(i + 1) == "whose" && Word(i + 2) is "source" or "sources" && Word(i + 3) is "was" or "were" or "is" or "are" ? i + 4 : 0;
        if (Word(i + 1) == "which" && Word(i + 2) is "has" or "had" or "got" or "took" or "obtained" or "cited")
            for (var k = i + 3; k < i + 8; k++) if (Word(k) is "from") first = k + 1;
        if (first > 0 && NounPhrase.After(Tokens, first, Tokens.Count) is { } source) Frames.Add(new(Index, source, new(i + 1, first), contents, "source", FrameKind.Citing) { Head = source });
    }

    /// <summary>"“Q”, she is quoted as saying".</summary>
    private void Quoted(int i)
    {
        var start = i;
        while (start > 0 && TagAt(start - 1) is Tag.Aux or Tag.Adv) start--;
        if (NounPhrase.Before(Tokens, start, 0) is not { } subject) return;
        var contents = new List<Run>();
        var quote = subject.Whole.First - 1;
        while (quote >= 0 && Quotes[quote] < 0 && quote > subject.Whole.First - 4) quote--;
        if (quote >= 0 && Quotes[quote] >= 0)
        {
            var from = quote;
            while (from > 0 && Quotes[from - 1] == Quotes[quote]) from--;
            contents.Add(new(from, quote + 1));
        }
        else if (i + 3 < Tokens.Count) contents.Add(new(i + 3, ScopeEnd(i + 3, Tokens.Count)));
        if (contents.Count > 0) Frames.Add(new(Index, subject.Whole, new(start, i + 3), contents, "quote", FrameKind.Verb) { Head = subject.Head });
    }

    /// <summary>"his claim that P", "the ministry's estimate that P", "a report by X that P", "the refusal of X to pay": a noun of speech with whoever speaks.</summary>
    private bool Noun(int i)
    {
        if (Tokens[i].Tag != Tag.Noun || !Cues.Shared.IsNoun(Tokens[i].Lemma)) return false;
        var (from, to) = Bounds(i);
        Run? source = Possessor(i, from);
        var next = i + 1;
        if (source is null && Word(next) is "by" or "from" or "of" && NounPhrase.After(Tokens, next + 1, to) is { } by && Word(by.End) is "that" or "to")
        {
            if (TagAt(next + 1) is not Tag.Propn && Word(next) == "of") return false;
            (source, next) = (by, by.End);
        }
        if (source is not { } who) return false;
        if (Word(next) == "about" && next == i + 1 && NounPhrase.After(Tokens, next + 1, to) is { } about)
        {
            Frames.Add(new(Index, who, new(i, next + 1), [about], Tokens[i].Lemma, FrameKind.Noun) { Head = who, Clausal = false });
            return true;
        }
        var that = Word(next) == "that" && IsClause(next + 1, to);
        if (!that && !(Word(next) == "to" && TagAt(next + 1) is Tag.Verb or Tag.Aux && Tokens[i].Lemma is "refusal" or "promise" or "pledge" or "vow" or "threat" or "decision" or "agreement" or "commitment")) return false;
        Frames.Add(new(Index, who, new(i, i + 1), [new(next, ScopeEnd(next, to))], Tokens[i].Lemma, FrameKind.Noun) { Head = who, Clausal = that, Denies = that && Tokens[i].Lemma == "denial" });
        return true;
    }

    /// <summary>"his", "the ministry's" before a noun, over an adjective or two.</summary>
    private Run? Possessor(int noun, int from)
    {
        for (var k = noun - 1; k >= from && k >= noun - 3; k--)
        {
            if (Word(k) is "his" or "her" or "its" or "their") return new(k, k + 1);
            if (Word(k) is "'s" or "'" && NounPhrase.Before(Tokens, k, from) is { } owner) return owner.Head;
            if (TagAt(k) is not (Tag.Adj or Tag.Adv or Tag.Noun or Tag.Num)) return null;
        }
        return null;
    }

    /// <summary>A content ends where a later frame that is no part of it begins: ", but all of them warned".</summary>
    private void Trim()
    {
        for (var a = 0; a < Frames.Count; a++)
        {
            var contents = new List<Run>();
            foreach (var run in Frames[a].Contents)
            {
                var end = run.End;
                foreach (var b in Frames)
                {
                    // "X contests that P, lawyers said": what X contests ends with what the lawyers said. What X believes is the lawyers' word.
                    if (b.Source is { } outer && Cues.Shared.Verb(Frames[a].Lemma) != CueKinds.Thinks && run.Contains(outer.First) && run.Contains(b.Cue.First))
                        foreach (var said in b.Contents) if (said.Contains(Frames[a].Cue.First) && said.End > run.First) end = Math.Min(end, said.End);
                    if (b.Kind != FrameKind.Verb || b.Cue.First <= Frames[a].Cue.First || !run.Contains(b.Cue.First)) continue;
                    var start = b.SameSource ? b.Cue.First : b.Source is { } source && source.First < b.Cue.First ? source.First : b.Cue.First;
                    var before = start - 1;
                    if (before <= run.First) continue;
                    if (b.SameSource && Word(before) == ",") end = Math.Min(end, before);
                    else if (Word(before) is "but" or "while" or "although" or "though") end = Math.Min(end, Word(before - 1) == "," ? before - 1 : before);
                    else if (Word(before) is "and" && Word(before - 1) == "," && Cues.Shared.Verb(b.Lemma).HasFlag(CueKinds.Says)) end = Math.Min(end, before - 1);
                }
                if (end > run.First) contents.Add(run with { End = end });
            }
            Frames[a] = Frames[a] with { Contents = contents };
        }
    }
}
