namespace ClaimGraph.Extraction.Speech;

/// <summary>
/// The attribution frames of one sentence: "X said that P", "P, X said", "“Q”, said X", "according to X, P", "as X reports", "X reported, citing Y", "X: P".
/// By tags and word lists; a sentence may hold several, one within another.
/// </summary>
internal sealed class FrameReader
{
    private readonly int _sentence;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly int[] _quote;
    private readonly SentenceKind _kind;
    private readonly List<Frame> _frames = [];

    private FrameReader(int index, Sentence sentence, IReadOnlyList<Quotation> quotes)
    {
        (_sentence, _tokens, _kind) = (index, sentence.Tokens, sentence.Kind);
        _quote = new int[_tokens.Count];
        for (var i = 0; i < _quote.Length; i++) _quote[i] = -1;
        foreach (var quote in quotes)
            for (var i = 0; i < _tokens.Count; i++) if (quote.Span.Contains(_tokens[i].Span)) _quote[i] = quote.Id;
    }

    public static IReadOnlyList<Frame> Read(int index, Sentence sentence, IReadOnlyList<Quotation> quotes)
    {
        var reader = new FrameReader(index, sentence, quotes);
        reader.Find();
        reader.Trim();
        return reader._frames;
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

    private string Word(int i) => i >= 0 && i < _tokens.Count ? _tokens[i].Lower : "";

    private Tag TagAt(int i) => i >= 0 && i < _tokens.Count ? _tokens[i].Tag : Tag.Punct;

    private void Find()
    {
        if (_kind == SentenceKind.Headline) Colon();
        Transcript();
        for (var i = 0; i < _tokens.Count; i++)
        {
            var w = _tokens[i].Lower;
            if (w == "according" && Word(i + 1) == "to") AccordingTo(i, i + 2);
            else if (w is "citing" or "quoting") Citing(i, i + 1);
            else if (w == "with" && Word(i + 1) == "reference" && Word(i + 2) == "to") Citing(i, i + 3);
            else if (w == "picking" && Word(i + 1) == "up" && Outlet(i + 2) is var outlet and > 0) Citing(i, outlet);
            else if (w is "quoted" && Word(i + 1) == "as" && Word(i + 2) == "saying") Quoted(i);
            else if (_tokens[i].Text is "―" or "—" or "–" or "--" or "-") Dash(i);
            else if (!Noun(i)) Verb(i);
        }
    }

    /// <summary>"Coast Guard: 2,900 barrels spilled": the headline's way to say who says.</summary>
    private void Colon()
    {
        for (var i = 1; i < _tokens.Count - 2 && i <= 6; i++)
        {
            if (_tokens[i].Text != ":") continue;
            var first = 0;
            while (first < i && !char.IsUpper(_tokens[first].Text[0])) first++;
            for (var k = first; k < i; k++) if (TagAt(k) is Tag.Verb or Tag.Aux or Tag.Adv or Tag.Pron) return;
            if (first < i) _frames.Add(new(_sentence, new(first, i), new(i, i + 1), [new(i + 1, Body(_tokens.Count))], ":", FrameKind.Colon) { Head = new(first, i) });
            return;
        }
    }

    /// <summary>"“Q.” ― Carla Sanchez": a quotation signed with a name.</summary>
    private void Dash(int i)
    {
        if (i == 0 || !QuoteMap.IsMark(_tokens[i - 1].Text) || _quote[i - 1] < 0 || _quote[i] >= 0) return;
        var end = i + 1;
        while (end < _tokens.Count && end < i + 6 && char.IsUpper(_tokens[end].Text[0])) end++;
        if (end == i + 1 || end < _tokens.Count && _tokens[end].Text is not ("." or "," or "(") && !QuoteMap.IsMark(_tokens[end].Text)) return;
        var from = i - 1;
        while (from > 0 && _quote[from - 1] == _quote[i - 1]) from--;
        _frames.Add(new(_sentence, new(i + 1, end), new(i, i + 1), [new(from, i)], "signed", FrameKind.Verb) { Head = new(i + 1, end) });
    }

    /// <summary>"WALLACE: Governor, …": the speaker of a transcript.</summary>
    private void Transcript()
    {
        var first = QuoteMap.IsMark(_tokens[0].Text) ? 1 : 0;
        for (var i = first; i < _tokens.Count - 2 && i < first + 5; i++)
        {
            if (_tokens[i].Text == ":" && i > first && _tokens[i - 1].Text.Length > 2)
            {
                _frames.Add(new(_sentence, new(first, i), new(i, i + 1), [new(i + 1, Body(_tokens.Count))], ":", FrameKind.Colon) { Head = new(first, i) });
                return;
            }
            if (Words.Fold.HasLower(_tokens[i].Text) || !char.IsLetter(_tokens[i].Text[0])) return;
        }
    }

    private void AccordingTo(int i, int first)
    {
        if (NounPhrase.After(_tokens, first, _tokens.Count) is not { } source) return;
        // "according to plan": a measure and no voice.
        for (var k = source.First; k < source.End && TagAt(k) != Tag.Adp; k++)
            if (Word(k) is "plan" or "plans" or "rules" or "rule" or "law" or "schedule" or "tradition" or "custom" or "terms" or "need" or "needs" or "taste" or "size" or "type" or "age" or "constitution" or "protocol") return;
        var (from, to) = Bounds(i);
        var leads = i <= from + 1 || _tokens[i - 1].Text is "." or ";" || QuoteMap.IsMark(_tokens[i - 1].Text) && i - 1 == from;
        var whole = leads ? source with { End = Word(source.End) is "," && Word(source.End + 1) is "who" or "which" or "a" or "an" ? Explained(source.End, to) : source.End } : new Run(source.First, Explained(source.End, to));
        // Before it: everything up to the clause's start; else what follows its comma.
        var end = i;
        while (end > from && _tokens[end - 1].Text is "," or "-" or "–" or "—" or "(") end--;
        if (end - from >= 3)
            _frames.Add(new(_sentence, whole, new(i, first), [new(ClauseStart(from, end), end)], "according to", FrameKind.AccordingTo) { Head = source });
        else if (whole.End < to)
        {
            var start = whole.End;
            while (start < to && _tokens[start].Text is "," or ":") start++;
            if (start < to - 1) _frames.Add(new(_sentence, new(whole.First, whole.End > source.End && Word(whole.End - 1) == "," ? whole.End - 1 : whole.End), new(i, first), [new(start, ScopeEnd(start, to))], "according to", FrameKind.AccordingTo) { Head = source });
        }
    }

    private void Citing(int i, int first)
    {
        if (NounPhrase.After(_tokens, first, _tokens.Count) is not { } source) return;
        var contents = _frames.Count > 0 ? _frames[^1].Contents : [new Run(0, i)];
        _frames.Add(new(_sentence, new(source.First, source.End), new(i, first), contents, _tokens[i].Lower == "with" ? "with reference to" : _tokens[i].Lower, FrameKind.Citing) { Head = source });
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
        if (first > 0 && NounPhrase.After(_tokens, first, _tokens.Count) is { } source) _frames.Add(new(_sentence, source, new(i + 1, first), contents, "source", FrameKind.Citing) { Head = source });
    }

    /// <summary>"“Q”, she is quoted as saying".</summary>
    private void Quoted(int i)
    {
        var start = i;
        while (start > 0 && TagAt(start - 1) is Tag.Aux or Tag.Adv) start--;
        if (NounPhrase.Before(_tokens, start, 0) is not { } subject) return;
        var contents = new List<Run>();
        var quote = subject.Whole.First - 1;
        while (quote >= 0 && _quote[quote] < 0 && quote > subject.Whole.First - 4) quote--;
        if (quote >= 0 && _quote[quote] >= 0)
        {
            var from = quote;
            while (from > 0 && _quote[from - 1] == _quote[quote]) from--;
            contents.Add(new(from, quote + 1));
        }
        else if (i + 3 < _tokens.Count) contents.Add(new(i + 3, ScopeEnd(i + 3, _tokens.Count)));
        if (contents.Count > 0) _frames.Add(new(_sentence, subject.Whole, new(start, i + 3), contents, "quote", FrameKind.Verb) { Head = subject.Head });
    }

    /// <summary>"his claim that P", "the ministry's estimate that P", "a report by X that P", "the refusal of X to pay": a noun of speech with whoever speaks.</summary>
    private bool Noun(int i)
    {
        if (_tokens[i].Tag != Tag.Noun || !Cues.Shared.IsNoun(_tokens[i].Lemma)) return false;
        var (from, to) = Bounds(i);
        Run? source = Possessor(i, from);
        var next = i + 1;
        if (source is null && Word(next) is "by" or "from" or "of" && NounPhrase.After(_tokens, next + 1, to) is { } by && Word(by.End) is "that" or "to")
        {
            if (TagAt(next + 1) is not Tag.Propn && Word(next) == "of") return false;
            (source, next) = (by, by.End);
        }
        if (source is not { } who) return false;
        var that = Word(next) == "that" && IsClause(next + 1, to);
        if (!that && !(Word(next) == "to" && TagAt(next + 1) is Tag.Verb or Tag.Aux && _tokens[i].Lemma is "refusal" or "promise" or "pledge" or "vow" or "threat" or "decision" or "agreement" or "commitment")) return false;
        _frames.Add(new(_sentence, who, new(i, i + 1), [new(next, ScopeEnd(next, to))], _tokens[i].Lemma, FrameKind.Noun) { Head = who, Clausal = that, Denies = that && _tokens[i].Lemma == "denial" });
        return true;
    }

    /// <summary>"his", "the ministry's" before a noun, over an adjective or two.</summary>
    private Run? Possessor(int noun, int from)
    {
        for (var k = noun - 1; k >= from && k >= noun - 3; k--)
        {
            if (Word(k) is "his" or "her" or "its" or "their") return new(k, k + 1);
            if (Word(k) is "'s" or "'" && NounPhrase.Before(_tokens, k, from) is { } owner) return owner.Head;
            if (TagAt(k) is not (Tag.Adj or Tag.Adv or Tag.Noun or Tag.Num)) return null;
        }
        return null;
    }

    private void Verb(int i)
    {
        var token = _tokens[i];
        var lemma = token.Lemma;
        var strong = token.Lower is "said" or "says" or "told" or "tells" or "added" or "adds" or "wrote" or "writes" or "tweeted" || token.Tag is Tag.Noun or Tag.Propn && IsReport(i);
        if (!strong && token.Tag != Tag.Verb) return;
        if (strong && token.Tag != Tag.Verb) lemma = Words.Lemmas.Of(token.Lower, Tag.Verb);
        var kinds = Cues.Shared.Verb(lemma);
        var cueEnd = i + 1;
        if (Cues.Shared.IsParticle(lemma, Word(i + 1))) (kinds, cueEnd) = (kinds | CueKinds.Says | CueKinds.Acts, i + 2);
        else if (lemma == "make" && Word(i + 1) == "clear") (kinds, cueEnd) = (CueKinds.Says, i + 2);
        else if (lemma == "make" && Word(i + 1) == "it" && Word(i + 2) == "clear") (kinds, cueEnd) = (CueKinds.Says, i + 3);
        else if (lemma is "put" or "estimate" && PutAt(i)) kinds = CueKinds.Acts;
        else if (lemma == "continue" && (Word(i + 1) == ":" || IsQuoted(i + 2) && Word(i + 1) == "," || IsQuoted(i - 2) || IsQuoted(i - 3))) kinds = CueKinds.Says;
        else if (lemma is "put" or "point" or "set" or "lay" or "hit" or "play" or "spell" or "make") return;
        if (kinds == CueKinds.None) return;

        var (from, to) = Bounds(i);
        var cueStart = i;
        bool passive = false, negated = false;
        while (cueStart > from && (TagAt(cueStart - 1) is Tag.Aux or Tag.Adv || Word(cueStart - 1) is "not" or "n't" or "never"))
        {
            cueStart--;
            passive |= token.Lower.EndsWith("ed", StringComparison.Ordinal) | token.Lower is "told" or "said" or "known" or "seen" or "found" or "shown" && Word(cueStart) is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "'s" or "'re";
            negated |= Word(cueStart) is "not" or "n't" or "never";
        }
        if (passive && Word(cueStart) is "have" or "has" or "had" && !Between(cueStart, i, "been")) passive = false;
        if (passive) { Passive(i, cueStart, cueEnd, from, to, lemma); return; }
        if (token.Lower.EndsWith("ing", StringComparison.Ordinal) && cueStart == i) { Participle(i, cueEnd, from, to, lemma, kinds); return; }
        if (cueStart > from && Word(cueStart - 1) == "to")
        {
            // "continued to call for", "went on to say", "appeared to suggest".
            var governor = cueStart - 2;
            if (governor >= from && Word(governor) is "on" or "again") governor--;
            if (governor < from || _tokens[governor].Lemma is not ("continue" or "go" or "appear" or "seem" or "begin" or "start" or "try" or "come") || !kinds.HasFlag(CueKinds.Says)) return;
            cueStart = governor;
            while (cueStart > from && TagAt(cueStart - 1) is Tag.Aux or Tag.Adv) cueStart--;
        }

        if (kinds.HasFlag(CueKinds.Says) && Inverted(i, cueStart, from, to) is { } source)
        {
            var left = LeftContent(from, cueStart);
            if (left is null) return;
            var whole = new Run(source.First, Explained(source.End, to));
            var contents = new List<Run> { left.Value };
            AddFollowing(contents, whole.End, to);
            _frames.Add(new(_sentence, whole, new(cueStart, cueEnd), contents, lemma, FrameKind.Verb) { Head = source });
            return;
        }
        if (cueStart > from && Word(cueStart - 1) is "and" or "but" or "then" or "or" && kinds.HasFlag(CueKinds.Says))
        {
            // "He claimed vast wealth and said it …": the subject of the verb before.
            var earlier = Sourced(from, cueStart);
            (Run Whole, Run Head)? shared = earlier is { Source: { } who, Head: { } whose } ? (who, whose) : MainSubject(cueStart, from);
            if (shared is { } same) Subject(i, cueStart, cueEnd, from, to, lemma, kinds, same.Whole, same.Head, negated, true);
            return;
        }
        if (NounPhrase.Before(_tokens, cueStart, from) is not { } subject) return;
        if (Word(subject.Head.First) is "whoever" or "nobody" or "anyone" or "everyone" or "anybody" or "everybody" or "no" or "those" && subject.Head.End - subject.Head.First <= 2) return;
        if (_quote[i] >= 0 && Word(subject.Head.First) is "i" or "we" or "you" && subject.Head.End - subject.Head.First == 1) return;
        Subject(i, cueStart, cueEnd, from, to, lemma, kinds, subject.Whole, subject.Head, negated);
    }

    /// <summary>The last frame that has a source from one token up to another, and its cue before that.</summary>
    private Frame? Sourced(int from, int to) => _frames.FindLast(f => f.Source is { } known && known.First >= from && known.First < to && f.Cue.First < to);

    /// <summary>"The Wall Street Journal reports.", "A new poll shows that": a verb that the tagger took for a noun.</summary>
    private bool IsReport(int i) =>
        i > 0 && ReportWords.Contains(_tokens[i].Lower)
        && i > 0 && (Word(i - 1) == "," || QuoteMap.IsMark(_tokens[i - 1].Text)) && i + 1 < _tokens.Count && char.IsUpper(_tokens[i + 1].Text[0])
        || i > 0 && ReportWords.Contains(_tokens[i].Lower) && Word(i - 1) == "," && _tokens.Take(i).Any(t => t.Lower is "which" or "who") && TagAt(i + 1) is not Tag.Punct
        || i > 0 && ReportWords.Contains(_tokens[i].Lower) && TagAt(i - 1) is Tag.Noun or Tag.Propn && (Word(i + 1) is "that" or "" || Word(i + 1) is "." or "," or ":" && (char.IsUpper(_tokens[i - 1].Text[0]) || OutletNouns.Contains(_tokens[i - 1].Lower)) && (Before(i) > 2 || Word(0) == "as"));

    private static readonly HashSet<string> OutletNouns = new("publication newspaper paper agency magazine site outlet daily website channel network broadcaster report study".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> ReportWords = new("reports notes claims states warns shows finds estimates predicts suggests remarks comments figures reckons specifies sighs says thinks argues writes insists believes".Split(' '), StringComparer.Ordinal);

    private bool IsQuoted(int i) => i >= 0 && i < _quote.Length && _quote[i] >= 0;

    private int Before(int i)
    {
        var words = 0;
        for (var k = 0; k < i; k++) if (char.IsLetterOrDigit(_tokens[k].Text[0])) words++;
        return words;
    }

    /// <summary>"puts the cuts at 1.08 billion euros".</summary>
    private bool PutAt(int i)
    {
        for (var k = i + 2; k < i + 16 && k + 1 < _tokens.Count; k++)
        {
            if (_tokens[k].Text is "." or ";" or ",") return false;
            if (Word(k) is "at" or "between" && (TagAt(k + 1) is Tag.Num or Tag.Sym || Word(k + 1) is "about" or "around" or "more" or "least" or "at" or "nearly" or "over" or "roughly" or "some" or "up" or "less" or "fewer")) return true;
        }
        return false;
    }

    private bool Between(int from, int to, string word)
    {
        for (var k = from; k < to; k++) if (Word(k) == word) return true;
        return false;
    }

    /// <summary>"was accused by X of": the by-phrase is the source.</summary>
    private void Passive(int i, int cueStart, int cueEnd, int from, int to, string lemma)
    {
        for (var k = cueEnd; k < to && k < cueEnd + 12; k++)
        {
            if (Word(k) != "by" || NounPhrase.After(_tokens, k + 1, to) is not { } agent) continue;
            var left = NounPhrase.Before(_tokens, cueStart, from);
            if (left is null) return;
            _frames.Add(new(_sentence, agent, new(cueStart, cueEnd), [left.Value.Head], lemma, FrameKind.Verb) { Head = agent, Clausal = false });
            return;
        }
    }

    /// <summary>"…, saying that P": the source is the one of the clause before.</summary>
    private void Participle(int i, int cueEnd, int from, int to, string lemma, CueKinds kinds)
    {
        if (!kinds.HasFlag(CueKinds.Says) || i > from && !(Word(i - 1) is "," or "and" or "while" or "–" or "—" or "-" or "by" or "in" || QuoteMap.IsMark(_tokens[i - 1].Text) || TagAt(i - 1) == Tag.Propn && lemma is "say" or "tell" or "warn" or "claim" or "argue" or "admit") || TagAt(i - 1) == Tag.Aux) return;
        var start = SkipTold(cueEnd, to, lemma, out var told);
        var (clausal, first) = Complement(start, to, lemma, kinds);
        if (first < 0) return;
        var before = TagAt(i - 1) == Tag.Propn ? null : _frames.LastOrDefault(f => f.Source is not null);
        if (TagAt(i - 1) == Tag.Propn)
        {
            // "footage of Trump saying": whoever stands right before it.
            if (NounPhrase.Before(_tokens, i, from) is { } named) _frames.Add(new(_sentence, named.Whole, new(i, cueEnd), [new(first, ScopeEnd(first, to))], lemma, FrameKind.Verb) { Head = named.Head, Clausal = clausal });
            return;
        }
        Run? source = before?.Source, head = before?.Head;
        if (before is null && MainSubject(i, from) is { } subject) (source, head) = (subject.Whole, subject.Head);
        if (source is null) return;
        _frames.Add(new(_sentence, source, new(i, cueEnd), [new(first, ScopeEnd(first, to))], lemma, FrameKind.Verb) { Head = head, SameSource = true, Clausal = clausal, Told = told, Denies = IsDenial(lemma) && !GivesUp(i) });
    }

    private (Run Whole, Run Head)? MainSubject(int before, int from)
    {
        for (var k = from; k < before; k++)
        {
            if (TagAt(k) is not (Tag.Verb or Tag.Aux)) continue;
            var end = k;
            while (end > from && TagAt(end - 1) is Tag.Adv or Tag.Aux) end--;
            if (NounPhrase.Before(_tokens, end, from) is { } subject) return subject;
        }
        return null;
    }

    /// <summary>The source that follows its verb, where the verb stands in that order.</summary>
    private Run? Inverted(int i, int cueStart, int from, int to)
    {
        if (cueStart != i && !(cueStart == i - 1 && TagAt(cueStart) == Tag.Adv)) return null;
        if (cueStart <= from) return null;
        var before = _tokens[cueStart - 1].Text;
        var quoted = QuoteMap.IsMark(before) || before is "?" or "!";
        if (!quoted && before is not ("," or "–" or "—" or "-")) return null;
        var next = i + 1;
        if (NounPhrase.After(_tokens, next, to) is not { } source) return null;
        if (TagAt(source.First) == Tag.Pron && !quoted && _tokens[source.First].Lower is not ("he" or "she" or "they")) return null;
        var after = Word(source.End);
        var closes = source.End >= to || after is "." or "," or ";" or "?" or "!" or ":" or "in" or "on" or "at" or "with" or "during" or "after" or "from" or "to" or "as" or "when" or "of" or "who" or "–" or "—" or "(" or "by" or "about" or "last" || after is "that" or "which" && TagAt(source.End + 1) is Tag.Verb or Tag.Aux || NounPhrase.IsTime(after) || TagAt(source.End) == Tag.Adv || QuoteMap.IsMark(after);
        if (!closes) return null;
        if (quoted) return source;
        // "X, who leads Y, tells Z": a subject with an insertion, or a verb that needs its object.
        if (TagAt(source.First) != Tag.Pron && _tokens[i].Lemma is "tell" or "inform" or "assure" or "remind") return null;
        if (NounPhrase.Before(_tokens, cueStart, from) is { } subject && subject.Whole.End > subject.Head.End && Word(subject.Head.End + 1) is "who" or "which" or "whose") return null;
        return HasVerb(from, cueStart) ? source : null;
    }

    private bool HasVerb(int from, int to) => NounPhrase.HasVerb(_tokens, from, to);

    private void Subject(int i, int cueStart, int cueEnd, int from, int to, string lemma, CueKinds kinds, Run whole, Run head, bool negated, bool shared = false)
    {
        // "who says": the words before the pronoun are the source.
        if (Word(head.First) is "who" or "which" or "that" && head.End - head.First == 1)
        {
            if (Word(head.First) == "that" && head.First == from) return;
            var noun = head.First;
            if (noun > from && Word(noun - 1) == ",") noun--;
            if (NounPhrase.Before(_tokens, noun, from) is { } antecedent) (whole, head) = (new(head.First, head.End), antecedent.Head);
        }
        var subjectStart = whole.First;
        // "At no point did X promise", "nor does he say": the verb is denied.
        negated |= Word(subjectStart - 1) is "did" or "does" or "do" && (Between(Math.Max(from, subjectStart - 5), subjectStart, "no") || Between(Math.Max(from, subjectStart - 5), subjectStart, "nor") || Between(Math.Max(from, subjectStart - 5), subjectStart, "never"));
        var asClause = subjectStart > from && Word(subjectStart - 1) == "as" && kinds.HasFlag(CueKinds.Says) && Word(subjectStart - 2) is "" or "," or "." or "\"" or "”";
        var start = SkipTold(cueEnd, to, lemma, out var told);
        var (clausal, first) = Complement(start, to, lemma, kinds);
        if (lemma == "put") clausal = false;
        var separated = !shared && subjectStart > from && (_tokens[subjectStart - 1].Text is "," or "–" or "—" or "-" or "?" or "!" || QuoteMap.IsMark(_tokens[subjectStart - 1].Text));
        var left = separated && !asClause ? LeftContent(from, subjectStart) : null;
        // "P, X declared after a meeting that had run late": the "that" belongs to the meeting.
        if (left is { } stated0 && first > start && Word(first) == "that" && !NounPhrase.IsTime(Word(first - 1)) && HasVerb(stated0.First, stated0.End)) (clausal, first) = (false, -1);
        var contents = new List<Run>();
        if (asClause)
        {
            if (subjectStart - 1 - from >= 4 && LeftContent(from, subjectStart - 1) is { } stated) contents.Add(stated);
            else
            {
                var comma = cueEnd;
                while (comma < to && Word(comma) != ",") comma++;
                if (comma + 1 < to) contents.Add(new(comma + 1, ScopeEnd(comma + 1, to)));
            }
            clausal = true;
        }
        else if (left is { } l && (first < 0 || !clausal) && (kinds & (CueKinds.Says | CueKinds.Thinks | CueKinds.Shows)) != 0 && (IsSpeechLike(lemma, l) || first < 0))
        {
            contents.Add(l);
            AddFollowing(contents, Adjuncts(start, to), to);
            clausal = true;
        }
        else if (first >= 0)
        {
            var end = ScopeEnd(first, to);
            // "“P,” X said. “Q”", and "P, X wrote: “Q”".
            if (left is { } before && _quote[first] >= 0 && (_quote[before.End - 1] >= 0 || Word(first - 1) == ":" && HasVerb(before.First, before.End) && TagAt(before.First) != Tag.Sconj)) contents.Add(before);
            contents.Add(new(first, end));
        }
        // "X said:" before a quotation that fills the next paragraph.
        if (contents.Count == 0 && !(clausal == false && Word(start) == ":" && start >= to - 1)) return;
        if (contents.Count == 0) clausal = true;
        if (subjectStart > from && Word(subjectStart - 1) == "what" && lemma is "call" or "describe") return;
        if (lemma == "call" && !clausal && (TagAt(cueEnd) == Tag.Adp && Word(cueEnd) is not ("for" or "on") && cueEnd == i + 1 || Word(i) == "called" && cueStart == i && char.IsUpper(_tokens[Math.Min(cueEnd, _tokens.Count - 1)].Text[0]) && TagAt(i - 1) == Tag.Noun)) return;
        if (!clausal && !kinds.HasFlag(CueKinds.Acts) && !(lemma == "say" && Word(start) is "the" or "as" or "so" or "no" or "yes")) return;
        _frames.Add(new(_sentence, whole, new(cueStart, cueEnd), contents, lemma, FrameKind.Verb) { Head = head, Clausal = clausal && !negated, Told = told, Denies = IsDenial(lemma) && !GivesUp(i) });
    }

    /// <summary>A clause stands left of the comma, not merely an adverbial.</summary>
    private bool IsSpeechLike(string lemma, Run left) => _quote[left.End - 1] >= 0 || HasVerb(left.First, left.End) && TagAt(left.First) is not (Tag.Adp or Tag.Sconj) || Cues.Shared.Verb(lemma).HasFlag(CueKinds.Says) && left.End - left.First <= 3 && TagAt(left.First) is Tag.Propn or Tag.Noun or Tag.Det;

    /// <summary>"no longer contests that …": who stops denying accepts.</summary>
    private bool GivesUp(int i) => Word(i - 1) == "longer" && Word(i - 2) == "no";

    private static bool IsDenial(string lemma) => lemma is "deny" or "dispute" or "contest" or "refute" or "rebut";

    /// <summary>"told the BBC", "informed the press", "assured journalists": whom.</summary>
    private int SkipTold(int i, int to, string lemma, out Run? told)
    {
        told = null;
        if (lemma is not ("tell" or "inform" or "assure" or "notify" or "remind" or "warn" or "advise" or "ask" or "promise" or "email")) return i;
        if (TagAt(i) == Tag.Pron && Word(i) is "him" or "her" or "them" or "us" or "me" or "you" or "it")
        {
            told = new(i, i + 1);
            return i + 1;
        }
        if (NounPhrase.After(_tokens, i, to) is not { } noun) return i;
        // "warned the deal would fail": the noun is the subject of what was said.
        if (lemma is "warn" or "ask" or "promise" or "advise" && TagAt(noun.End) is Tag.Aux or Tag.Verb) return i;
        told = noun;
        return noun.End;
    }

    /// <summary>Times and places of the act of speaking: "said on Monday", "wrote in a letter to staff".</summary>
    private int Adjuncts(int i, int to)
    {
        for (; ; )
        {
            var start = i;
            if (NounPhrase.IsTime(Word(i)) || TagAt(i) == Tag.Adv && Word(i) is not ("only" or "not" or "no" or "so" or "almost" or "about" or "nearly" or "more" or "how" or "when" or "why" or "where")) i++;
            else if (TagAt(i) == Tag.Adp && Word(i) is "on" or "in" or "at" or "during" or "to" or "after" or "by" or "from" or "via" or "through" or "for" && NounPhrase.After(_tokens, i + 1, to) is { } noun)
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

    /// <summary>What a cue brings on its right: a clause or quote, or only an object.</summary>
    /// <returns>First token of the content, or -1.</returns>
    private (bool Clausal, int First) Complement(int i, int to, string lemma, CueKinds kinds)
    {
        // A "that" soon after the cue, behind times and places.
        for (var k = i; k < to && k < i + 14; k++)
        {
            if (Word(k) is "that" && (k == i || k > i && Word(k - 1) is not ("," or "of" or "in" or "with" or "to" or "by" or "for" or "at")) && Adjuncts(i, to) >= k) return (true, k);
            if (QuoteMap.IsDouble(_tokens[k].Text) && _quote[k] >= 0 && (k == 0 || _quote[k - 1] != _quote[k]))
            {
                if (k <= i + 1 || Adjuncts(i, to) >= k - 1 || Word(k - 1) is ":" or ",") return (true, Word(k - 1) is ":" or "," || k == i ? k : FirstOfQuote(i, k));
                break;
            }
            if (Word(k) is "," or ";") break;
        }
        var at = Adjuncts(i, to);
        if (at >= to) return (false, -1);
        var w = Word(at);
        if (w == ":" && at + 1 < to) return (true, at + 1);
        if (w is "." or ";" or "!" or "?" or ")" || at >= to) return (false, -1);
        if (w == ",") return at + 1 < to && _quote[at + 1] >= 0 && _quote[at] < 0 ? (true, at + 1) : (false, -1);
        if (w is "when" or "as" or "while" or "after" && TagAt(at + 1) == Tag.Verb) return (false, -1);
        if (w is "that" or "whether" or "how" or "why" or "what" or "when" or "if" or "where" or "who") return (true, at);
        if (w is "about" or "over" or "around" && TagAt(at + 1) == Tag.Num && IsClause(at + 1, to)) return (true, at);
        if (w == "to" || w is "for" or "on" or "of" or "about" or "against" or "with" or "as") return (false, kinds.HasFlag(CueKinds.Acts) || kinds.HasFlag(CueKinds.Says) ? at : -1);
        if (IsClause(at, to)) return (true, at);
        // "insisted they remain": the adjunct was in truth the clause's beginning.
        if (at != i && IsClause(i, to)) return (true, i);
        // After "said" comes a clause, whatever the tags say.
        if (lemma == "say" && SentenceEnd(at, to) - at >= 4 && w is not ("the" or "as" or "so") && TagAt(at) is not Tag.Verb) return (true, at);
        if (TagAt(at) is Tag.Verb && w.EndsWith("ing", StringComparison.Ordinal)) return (false, at);
        return NounPhrase.After(_tokens, at, to) is not null || TagAt(at) is Tag.Pron or Tag.Verb ? (false, at) : (false, -1);
    }

    private int FirstOfQuote(int i, int quote)
    {
        return IsClause(i, quote + 3) || TagAt(i) is Tag.Pron or Tag.Noun or Tag.Propn or Tag.Det ? i : quote;
    }

    /// <summary>A subject and a finite verb, without a comma between them.</summary>
    private bool IsClause(int i, int to)
    {
        var nominal = false;
        to = Math.Min(to, _tokens.Count);
        for (var k = i; k < to && k < i + 26; k++)
        {
            var t = _tokens[k];
            if (t.Text is "," && !(nominal && k > i + 1 && TagAt(k + 1) is Tag.Propn or Tag.Noun or Tag.Det or Tag.Num)) return false;
            if (t.Text is "." or ";" or ":" || t.Lower is "that" or "who" or "which" && nominal) return false;
            if (t.Tag is Tag.Noun or Tag.Propn or Tag.Num || t.Tag == Tag.Pron && t.Lower is "he" or "she" or "it" or "they" or "we" or "i" or "there" or "this" or "that" or "these" or "those" or "nobody" or "nothing" or "no" or "everyone" or "all" or "some" or "many" or "you" or "what" or "anyone" or "none" or "one" or "someone") nominal = true;
            if (!nominal) { if (t.Tag == Tag.Adp && k == i) nominal = false; continue; }
            if (t.Tag == Tag.Aux) return true;
            if (t.Tag == Tag.Verb && !t.Lower.EndsWith("ing", StringComparison.Ordinal) && Word(k - 1) != "to") return !(t.Lower.EndsWith("ed", StringComparison.Ordinal) && Word(k + 1) is "by" or "in" or "at" or "on") || k + 6 > to;
        }
        return false;
    }

    /// <summary>What is said to the left: from the clause's beginning, without the comma that closes it.</summary>
    private Run? LeftContent(int from, int end)
    {
        while (end > from && _tokens[end - 1].Text is "," or "–" or "—" or "-") end--;
        var start = ClauseStart(from, end);
        return end - start >= 1 && HasLetter(start, end) ? new(start, end) : null;
    }

    private bool HasLetter(int from, int to)
    {
        for (var k = from; k < to; k++) if (char.IsLetterOrDigit(_tokens[k].Text[0])) return true;
        return false;
    }

    /// <summary>Not before a semicolon, nor before an attribution that ends earlier.</summary>
    private int ClauseStart(int from, int end)
    {
        var start = from;
        for (var k = end - 1; k >= from; k--)
            if (_tokens[k].Text == ";" && _quote[k] < 0 && !InBrackets(k, from)) { start = k + 1; break; }
        while (start < end && _tokens[start].Text is "," or "-" or "–" or "—" or "•" or "*" or ")") start++;
        if (start < end - 3 && Word(start) is "but" or "and" or "however" or "meanwhile" && _quote[start] < 0) { start++; if (Word(start) == ",") start++; }
        return start;
    }

    private bool InBrackets(int i, int from)
    {
        for (var k = i - 1; k >= from; k--)
        {
            if (_tokens[k].Text == "(") return true;
            if (_tokens[k].Text == ")") return false;
        }
        return false;
    }

    /// <summary>A second quote after the frame belongs to it: "“Q,” X said, “R.”"; so does the rest of a clause that the frame interrupts.</summary>
    private void AddFollowing(List<Run> contents, int i, int to)
    {
        while (i < to && _tokens[i].Text is "," or ":" or ".") i++;
        if (i >= to) return;
        var left = contents[^1];
        if (_quote[i] >= 0 && (i == 0 || _quote[i - 1] < 0)) contents.Add(new(i, EndOfQuote(i, to)));
        else if (!HasVerb(left.First, left.End) && _quote[left.End - 1] < 0 && TagAt(i) is Tag.Aux or Tag.Verb && !_tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal)) contents.Add(new(i, ScopeEnd(i, to)));
    }

    private int EndOfQuote(int i, int to)
    {
        var end = i;
        while (end < to && _quote[end] == _quote[i]) end++;
        return end;
    }

    /// <summary>What explains the source after its verb: "said X, who has no part in it".</summary>
    private int Explained(int end, int to)
    {
        if (Word(end) == "who") return SentenceEnd(end, to);
        if (Word(end) != "," || end + 1 >= to || _quote[end + 1] >= 0) return end;
        var w = _tokens[end + 1];
        if (!(w.Lower is "who" or "which" or "whose" or "a" or "an" or "the" or "now" || w.Tag is Tag.Noun or Tag.Num or Tag.Adj)) return end;
        for (var k = end + 2; k < to; k++)
        {
            if (_tokens[k].Text is "." or ";" || QuoteMap.IsDouble(_tokens[k].Text)) return k;
            if (_tokens[k].Text == "," && (TagAt(k + 1) == Tag.Verb || Word(k + 1) is "adding" or "citing" or "but" or "and" or "in" or "on" or "as" or "after" || _quote.ElementAtOrDefault(k + 1) >= 0 && k + 1 < to)) return k;
        }
        return SentenceEnd(end, to);
    }

    private int SentenceEnd(int from, int to)
    {
        var end = to;
        while (end > from && _tokens[end - 1].Text is "." or "!" or "?" || end > from && QuoteMap.IsMark(_tokens[end - 1].Text)) end--;
        return end;
    }

    /// <summary>Where a content to the right ends: the sentence's end, a semicolon, or a contrast with a subject of its own.</summary>
    private int ScopeEnd(int first, int to)
    {
        if (_quote[first] >= 0 && (first == 0 || _quote[first - 1] != _quote[first]) && EndOfQuote(first, to) is var end && end - first > 3 && (end >= to || Word(end) is "." or "," or ";" or "but" or "and" || TagAt(end) == Tag.Pron)) return end;
        var depth = 0;
        for (var k = first + 2; k < to; k++)
        {
            if (_quote[k] >= 0) continue;
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

    private bool CueWithin(int from, int to)
    {
        for (var k = from; k < to && k < from + 9; k++)
            if (TagAt(k) == Tag.Verb) return (Cues.Shared.Verb(_tokens[k].Lemma) & CueKinds.Says) != 0;
        return false;
    }

    private int Body(int to)
    {
        var end = to;
        while (end > 0 && _tokens[end - 1].Text is "." or "!" or ".." or "...") end--;
        return end;
    }

    /// <summary>The sentence, or the part of a quotation of it, that a word stands in.</summary>
    private (int From, int To) Bounds(int i)
    {
        if (_quote[i] < 0) return (0, _tokens.Count);
        int from = i, to = i + 1;
        while (from > 0 && _quote[from - 1] == _quote[i]) from--;
        while (to < _tokens.Count && _quote[to] == _quote[i]) to++;
        if (QuoteMap.IsMark(_tokens[from].Text) && from < i) from++;
        return (from, to);
    }

    /// <summary>A content ends where a later frame that is no part of it begins: ", but all of them warned".</summary>
    private void Trim()
    {
        for (var a = 0; a < _frames.Count; a++)
        {
            var contents = new List<Run>();
            foreach (var run in _frames[a].Contents)
            {
                var end = run.End;
                foreach (var b in _frames)
                {
                    if (b.Kind != FrameKind.Verb || b.Cue.First <= _frames[a].Cue.First || !run.Contains(b.Cue.First)) continue;
                    var start = b.SameSource ? b.Cue.First : b.Source is { } source && source.First < b.Cue.First ? source.First : b.Cue.First;
                    var before = start - 1;
                    if (before <= run.First) continue;
                    if (b.SameSource && Word(before) == ",") end = Math.Min(end, before);
                    else if (Word(before) is "but" or "while" or "although" or "though") end = Math.Min(end, Word(before - 1) == "," ? before - 1 : before);
                    else if (Word(before) is "and" && Word(before - 1) == "," && Cues.Shared.Verb(b.Lemma).HasFlag(CueKinds.Says)) end = Math.Min(end, before - 1);
                }
                if (end > run.First) contents.Add(run with { End = end });
            }
            _frames[a] = _frames[a] with { Contents = contents };
        }
    }
}
