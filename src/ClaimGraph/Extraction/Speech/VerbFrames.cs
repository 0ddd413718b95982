namespace ClaimGraph.Extraction.Speech;

/// <summary>The attribution frames around a verb of speech: "X said that P", "P, X said", "“Q,” said X", "P, as X reports", "told the BBC that P", "X was quoted", "adding that P".</summary>
internal sealed class VerbFrames(FrameScanner sentence) : FrameScanner(sentence)
{
    /// <summary>Adds the frame of the verb that this token is, if it is one.</summary>
    public void Read(int i)
    {
        var token = Tokens[i];
        var lemma = token.Lemma;
        var strong = token.Lower is "said" or "says" or "told" or "tells" or "added" or "adds" or "wrote" or "writes" or "tweeted" || token.Tag is Tag.Noun or Tag.Propn && IsReport(i);
        if (!strong && token.Tag != Tag.Verb) return;
        if (strong && token.Tag != Tag.Verb) lemma = Words.Lemmas.Of(token.Lower, Tag.Verb);
        // "State and local leaders", "the battleground states".
        if (lemma == "state" && (TagAt(i + 1) is Tag.Noun or Tag.Cconj || Word(i) == "states" && TagAt(i - 1) == Tag.Noun && Word(i + 1) is "in" or "of" or "and" or ",")) return;
        var kinds = Cues.Shared.Verb(lemma);
        var cueEnd = i + 1;
        if (Cues.Shared.IsParticle(lemma, Word(i + 1))) (kinds, cueEnd) = (kinds | CueKinds.Says | CueKinds.Acts, i + 2);
        else if (lemma == "make" && Word(i + 1) == "clear") (kinds, cueEnd) = (CueKinds.Says, i + 2);
        else if (lemma == "make" && Word(i + 1) == "it" && Word(i + 2) == "clear") (kinds, cueEnd) = (CueKinds.Says, i + 3);
        else if (lemma is "put" or "estimate" && PutAt(i)) kinds = CueKinds.Acts;
        else if (lemma == "continue" && (Word(i + 1) == ":" || IsQuoted(i + 2) && Word(i + 1) == "," || IsQuoted(i - 2) || IsQuoted(i - 3))) kinds = CueKinds.Says;
        else if (lemma == "continue" && Word(i - 1) == "," && TagAt(i + 1) is Tag.Det or Tag.Propn && Inverted(i, i, 0, Tokens.Count) is not null) kinds = CueKinds.Says;
        else if (lemma is "put" or "point" or "set" or "lay" or "hit" or "play" or "spell" or "make") return;
        if (kinds == CueKinds.None) return;

        var (from, to) = Bounds(i);
        var cueStart = i;
        bool passive = false, negated = false;
        while (cueStart > from && (TagAt(cueStart - 1) is Tag.Aux or Tag.Adv || Word(cueStart - 1) is "not" or "n't" or "never" || Word(cueStart - 1) == "no" && Word(cueStart) == "longer"))
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
            if (governor < from || Tokens[governor].Lemma is not ("continue" or "go" or "appear" or "seem" or "begin" or "start" or "try" or "come") || !kinds.HasFlag(CueKinds.Says)) return;
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
            Frames.Add(new(Index, whole, new(cueStart, cueEnd), contents, lemma, FrameKind.Verb) { Head = source });
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
        if (NounPhrase.Before(Tokens, cueStart, from) is not { } subject) return;
        if (Word(subject.Head.First) is "whoever" or "nobody" or "anyone" or "everyone" or "anybody" or "everybody" or "no" or "those" && subject.Head.End - subject.Head.First <= 2) return;
        if (Quotes[i] >= 0 && Word(subject.Head.First) is "i" or "we" or "you" && subject.Head.End - subject.Head.First == 1) return;
        Subject(i, cueStart, cueEnd, from, to, lemma, kinds, subject.Whole, subject.Head, negated);
    }

    /// <summary>The last frame that has a source from one token up to another, and its cue before that.</summary>
    private Frame? Sourced(int from, int to) => Frames.FindLast(f => f.Source is { } known && known.First >= from && known.First < to && f.Cue.First < to);

    /// <summary>"The Wall Street Journal reports.", "A new poll shows that": a verb that the tagger took for a noun.</summary>
    private bool IsReport(int i) =>
        i > 0 && ReportWords.Contains(Tokens[i].Lower)
        && i > 0 && (Word(i - 1) == "," || QuoteMap.IsMark(Tokens[i - 1].Text)) && i + 1 < Tokens.Count && char.IsUpper(Tokens[i + 1].Text[0])
        || i > 0 && ReportWords.Contains(Tokens[i].Lower) && Word(i - 1) == "," && Tokens.Take(i).Any(t => t.Lower is "which" or "who") && TagAt(i + 1) is not Tag.Punct
        || i > 0 && ReportWords.Contains(Tokens[i].Lower) && TagAt(i - 1) is Tag.Noun or Tag.Propn && (Word(i + 1) is "that" or "" || Word(i + 1) is "." or "," or ":" && (char.IsUpper(Tokens[i - 1].Text[0]) || OutletNouns.Contains(Tokens[i - 1].Lower)) && (Before(i) > 2 || Word(0) == "as"));

    private static readonly HashSet<string> OutletNouns = new("publication newspaper paper agency magazine site outlet daily website channel network broadcaster report study".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> ReportWords = new("reports notes claims states warns shows finds estimates predicts suggests remarks comments figures reckons specifies sighs says thinks argues writes insists believes".Split(' '), StringComparer.Ordinal);

    private int Before(int i)
    {
        var words = 0;
        for (var k = 0; k < i; k++) if (char.IsLetterOrDigit(Tokens[k].Text[0])) words++;
        return words;
    }

    /// <summary>"puts the cuts at 1.08 billion euros".</summary>
    private bool PutAt(int i)
    {
        for (var k = i + 2; k < i + 16 && k + 1 < Tokens.Count; k++)
        {
            if (Tokens[k].Text is "." or ";" or ",") return false;
            if (Word(k) == "at" && Word(k + 1) == "the" && Word(k + 2) is "top" or "head" or "bottom") return true;
            if (Word(k) is "at" or "between" && (TagAt(k + 1) is Tag.Num or Tag.Sym || Word(k + 1) is "about" or "around" or "more" or "least" or "at" or "nearly" or "over" or "roughly" or "some" or "up" or "less" or "fewer")) return true;
        }
        return false;
    }

    /// <summary>"was accused by X of": the by-phrase is the source.</summary>
    private void Passive(int i, int cueStart, int cueEnd, int from, int to, string lemma)
    {
        for (var k = cueEnd; k < to && k < cueEnd + 12; k++)
        {
            if (Word(k) != "by" || NounPhrase.After(Tokens, k + 1, to) is not { } agent) continue;
            var left = NounPhrase.Before(Tokens, cueStart, from);
            if (left is null) return;
            Frames.Add(new(Index, agent, new(cueStart, cueEnd), [left.Value.Head], lemma, FrameKind.Verb) { Head = agent, Clausal = false });
            return;
        }
        // "is expected to rise", "was accused of": by whom is not said.
        if (Unsaid.Contains(lemma) && NounPhrase.Before(Tokens, cueStart, from) is { } subject && cueEnd < to) Frames.Add(new(Index, null, new(cueStart, cueEnd), [subject.Head], lemma, FrameKind.Verb) { Clausal = false });
    }

    private static readonly HashSet<string> Unsaid = new("expect accuse criticize criticise blame dub label believe report say think consider view describe allege estimate rumour rumor praise condemn".Split(' '), StringComparer.Ordinal);

    /// <summary>"…, saying that P": the source is the one of the clause before.</summary>
    private void Participle(int i, int cueEnd, int from, int to, string lemma, CueKinds kinds)
    {
        if (!kinds.HasFlag(CueKinds.Says) || i > from && !(Word(i - 1) is "," or "and" or "while" or "after" or "for" or "from" or "–" or "—" or "-" or "by" or "in" || QuoteMap.IsMark(Tokens[i - 1].Text) || TagAt(i - 1) == Tag.Propn && lemma is "say" or "tell" or "warn" or "claim" or "argue" or "admit") || TagAt(i - 1) == Tag.Aux) return;
        var start = SkipTold(cueEnd, to, lemma, out var told);
        var (clausal, first) = Complement(start, to, lemma, kinds);
        if (first < 0 || !clausal && Word(i - 1) is "after" or "for" or "from") return;
        var before = TagAt(i - 1) == Tag.Propn ? null : Frames.LastOrDefault(f => f.Source is not null);
        if (TagAt(i - 1) == Tag.Propn)
        {
            // "footage of Trump saying": whoever stands right before it.
            if (NounPhrase.Before(Tokens, i, from) is { } named) Frames.Add(new(Index, named.Whole, new(i, cueEnd), [new(first, ScopeEnd(first, to))], lemma, FrameKind.Verb) { Head = named.Head, Clausal = clausal });
            return;
        }
        Run? source = before?.Source, head = before?.Head;
        if (before is null && MainSubject(i, from) is { } subject) (source, head) = (subject.Whole, subject.Head);
        if (source is null) return;
        Frames.Add(new(Index, source, new(i, cueEnd), [new(first, ScopeEnd(first, to))], lemma, FrameKind.Verb) { Head = head, SameSource = true, Clausal = clausal, Told = told, Denies = IsDenial(lemma) && !GivesUp(i) });
    }

    private (Run Whole, Run Head)? MainSubject(int before, int from)
    {
        for (var k = from; k < before; k++)
        {
            if (TagAt(k) is not (Tag.Verb or Tag.Aux)) continue;
            var end = k;
            while (end > from && TagAt(end - 1) is Tag.Adv or Tag.Aux) end--;
            if (NounPhrase.Before(Tokens, end, from) is { } subject) return subject;
        }
        return null;
    }

    /// <summary>The source that follows its verb, where the verb stands in that order.</summary>
    private Run? Inverted(int i, int cueStart, int from, int to)
    {
        if (cueStart != i && !(cueStart == i - 1 && TagAt(cueStart) == Tag.Adv)) return null;
        if (cueStart <= from) return null;
        var before = Tokens[cueStart - 1].Text;
        var quoted = QuoteMap.IsMark(before) || before is "?" or "!";
        if (!quoted && before is not ("," or "–" or "—" or "-")) return null;
        var next = i + 1;
        if (NounPhrase.After(Tokens, next, to) is not { } source || NounPhrase.IsTime(Word(source.First))) return null;
        if (TagAt(source.First) == Tag.Pron && !quoted && Tokens[source.First].Lower is not ("he" or "she" or "they")) return null;
        var after = Word(source.End);
        var closes = source.End >= to || after is "." or "," or ";" or "?" or "!" or ":" or "in" or "on" or "at" or "with" or "during" or "after" or "from" or "to" or "as" or "when" or "of" or "who" or "–" or "—" or "(" or "by" or "about" or "last" || after is "that" or "which" && TagAt(source.End + 1) is Tag.Verb or Tag.Aux || NounPhrase.IsTime(after) || TagAt(source.End) == Tag.Adv || QuoteMap.IsMark(after);
        if (!closes) return null;
        if (quoted) return source;
        // "X, who leads Y, tells Z": a subject with an insertion, or a verb that needs its object.
        if (TagAt(source.First) != Tag.Pron && Tokens[i].Lemma is "tell" or "inform" or "assure" or "remind") return null;
        if (NounPhrase.Before(Tokens, cueStart, from) is { } subject && subject.Whole.End > subject.Head.End && Word(subject.Head.End + 1) is "who" or "which" or "whose") return null;
        return HasVerb(from, cueStart) ? source : null;
    }

    private void Subject(int i, int cueStart, int cueEnd, int from, int to, string lemma, CueKinds kinds, Run whole, Run head, bool negated, bool shared = false)
    {
        // "who says": the words before the pronoun are the source.
        if (Word(head.First) is "who" or "which" or "that" && head.End - head.First == 1)
        {
            if (Word(head.First) == "that" && head.First == from) return;
            var noun = head.First;
            if (noun > from && Word(noun - 1) == ",") noun--;
            if (NounPhrase.Before(Tokens, noun, from) is { } antecedent) (whole, head) = (new(head.First, head.End), antecedent.Head);
        }
        var subjectStart = whole.First;
        // "At no point did X promise", "nor does he say": the verb is denied.
        negated |= Word(subjectStart - 1) is "did" or "does" or "do" && (Between(Math.Max(from, subjectStart - 5), subjectStart, "no") || Between(Math.Max(from, subjectStart - 5), subjectStart, "nor") || Between(Math.Max(from, subjectStart - 5), subjectStart, "never"));
        var asClause = subjectStart > from && Word(subjectStart - 1) == "as" && kinds.HasFlag(CueKinds.Says) && Word(subjectStart - 2) is "" or "," or "." or "\"" or "”";
        var start = SkipTold(cueEnd, to, lemma, out var told);
        var (clausal, first) = Complement(start, to, lemma, kinds);
        if (lemma == "put") clausal = false;
        var separated = !shared && subjectStart > from && (Tokens[subjectStart - 1].Text is "," or "–" or "—" or "-" or "?" or "!" || QuoteMap.IsMark(Tokens[subjectStart - 1].Text));
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
            if (left is { } before && Quotes[first] >= 0 && (Quotes[before.End - 1] >= 0 || Word(first - 1) == ":" && HasVerb(before.First, before.End) && TagAt(before.First) != Tag.Sconj)) contents.Add(before);
            contents.Add(new(first, end));
        }
        // "X said:" before a quotation that fills the next paragraph.
        if (contents.Count == 0 && !(clausal == false && Word(start) == ":" && start >= to - 1)) return;
        if (contents.Count == 0) clausal = true;
        if (subjectStart > from && Word(subjectStart - 1) == "what" && lemma is "call" or "describe") return;
        if (lemma == "call" && !clausal && (TagAt(cueEnd) == Tag.Adp && Word(cueEnd) is not ("for" or "on") && cueEnd == i + 1 || Word(i) == "called" && cueStart == i && char.IsUpper(Tokens[Math.Min(cueEnd, Tokens.Count - 1)].Text[0]) && TagAt(i - 1) == Tag.Noun && !Labels(cueEnd, to))) return;
        if (!clausal && !kinds.HasFlag(CueKinds.Acts) && !(lemma == "say" && Word(start) is "the" or "as" or "so" or "no" or "yes")) return;
        Frames.Add(new(Index, whole, new(cueStart, cueEnd), contents, lemma, FrameKind.Verb) { Head = head, Clausal = clausal && (!negated || lemma == "believe"), Unsaid = clausal && negated && Silent.Contains(lemma), Told = told, Denies = IsDenial(lemma) && !GivesUp(i) || negated && lemma == "believe" });
    }

    /// <summary>Who "did not say that P" leaves open whether P; "did not reveal that P" does not.</summary>
    private static readonly HashSet<string> Silent = new("say tell claim state announce allege confirm specify suggest indicate mention".Split(' '), StringComparer.Ordinal);

    /// <summary>"called Lund a liar", "called it “a win”": a name for somebody, not the name that something has.</summary>
    private bool Labels(int i, int to)
    {
        for (var k = i + 1; k < to && k < i + 6; k++) if (Word(k) is "a" or "an" || QuoteMap.IsDouble(Tokens[k].Text)) return true;
        return false;
    }

    /// <summary>A clause stands left of the comma, not merely an adverbial.</summary>
    private bool IsSpeechLike(string lemma, Run left) => Quotes[left.End - 1] >= 0 || HasVerb(left.First, left.End) && TagAt(left.First) is not (Tag.Adp or Tag.Sconj) || Cues.Shared.Verb(lemma).HasFlag(CueKinds.Says) && left.End - left.First <= 3 && TagAt(left.First) is Tag.Propn or Tag.Noun or Tag.Det;

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
        if (NounPhrase.After(Tokens, i, to) is not { } noun) return i;
        // "warned the deal would fail": the noun is the subject of what was said.
        if (lemma is "warn" or "ask" or "promise" or "advise" && TagAt(noun.End) is Tag.Aux or Tag.Verb) return i;
        // "told parliament 300 nurses will be hired": the number opens what was said.
        for (var k = noun.First + 1; k < noun.End; k++) if (TagAt(k) == Tag.Num) noun = noun with { End = k };
        told = noun;
        return noun.End;
    }

    /// <summary>What a cue brings on its right: a clause or quote, or only an object.</summary>
    /// <returns>First token of the content, or -1.</returns>
    private (bool Clausal, int First) Complement(int i, int to, string lemma, CueKinds kinds)
    {
        // A "that" soon after the cue, behind times and places.
        for (var k = i; k < to && k < i + 14; k++)
        {
            if (Word(k) is "that" && (k == i || k > i && Word(k - 1) is not ("," or "of" or "in" or "with" or "to" or "by" or "for" or "at")) && Adjuncts(i, to) >= k) return (true, k);
            if (QuoteMap.IsDouble(Tokens[k].Text) && Quotes[k] >= 0 && (k == 0 || Quotes[k - 1] != Quotes[k]))
            {
                if (k <= i + 1 || Adjuncts(i, to) >= k - 1 || Word(k - 1) is ":" or ",") return (true, Word(k - 1) is ":" or "," || k == i ? k : FirstOfQuote(i, k));
                break;
            }
            // "said in Turku, Finland, that P"
            if (Word(k) == "," && k > i && TagAt(i) == Tag.Adp && TagAt(k - 1) == Tag.Propn && TagAt(k + 1) == Tag.Propn && Word(k + 2) == "," && Word(k + 3) == "that") return (true, k + 3);
            if (Word(k) is "," or ";") break;
        }
        var at = Adjuncts(i, to);
        if (at >= to) return (false, -1);
        var w = Word(at);
        if (w == ":" && at + 1 < to) return (true, at + 1);
        if (w is "." or ";" or "!" or "?" or ")" || at >= to) return (false, -1);
        if (w == ",") return at + 1 < to && Quotes[at + 1] >= 0 && Quotes[at] < 0 ? (true, at + 1) : (false, -1);
        if (w is "when" or "as" or "while" or "after" && TagAt(at + 1) == Tag.Verb) return (false, -1);
        if (w is "that" or "whether" or "how" or "why" or "what" or "when" or "if" or "where" or "who") return (true, at);
        if (w is "about" or "over" or "around" && TagAt(at + 1) == Tag.Num && IsClause(at + 1, to)) return (true, at);
        if (w == "to" || w is "for" or "on" or "of" or "about" or "against" or "with" or "as") return (false, kinds.HasFlag(CueKinds.Acts) || kinds.HasFlag(CueKinds.Says) ? at : -1);
        if (IsClause(at, to)) return (true, at);
        // "insisted they remain": the adjunct was in truth the clause's beginning.
        if (at != i && IsClause(i, to)) return (true, i);
        // After "said" comes a clause, whatever the tags say.
        if (lemma == "say" && SentenceEnd(at, to) - at >= 4 && w is not ("the" or "as" or "so") && (TagAt(at) is not Tag.Verb || w.EndsWith('s') && TagAt(at + 1) is Tag.Verb or Tag.Aux)) return (true, at);
        if (TagAt(at) is Tag.Verb && w.EndsWith("ing", StringComparison.Ordinal)) return (false, at);
        return NounPhrase.After(Tokens, at, to) is not null || TagAt(at) is Tag.Pron or Tag.Verb ? (false, at) : (false, -1);
    }

    private int FirstOfQuote(int i, int quote)
    {
        return IsClause(i, quote + 3) || TagAt(i) is Tag.Pron or Tag.Noun or Tag.Propn or Tag.Det ? i : quote;
    }

    /// <summary>What is said to the left: from the clause's beginning, without the comma that closes it.</summary>
    private Run? LeftContent(int from, int end)
    {
        while (end > from && Tokens[end - 1].Text is "," or "–" or "—" or "-") end--;
        var start = ClauseStart(from, end);
        return end - start >= 1 && HasLetter(start, end) ? new(start, end) : null;
    }

    /// <summary>A second quote after the frame belongs to it: "“Q,” X said, “R.”"; so does the rest of a clause that the frame interrupts.</summary>
    private void AddFollowing(List<Run> contents, int i, int to)
    {
        while (i < to && Tokens[i].Text is "," or ":" or ".") i++;
        if (i >= to) return;
        var left = contents[^1];
        if (Quotes[i] >= 0 && (i == 0 || Quotes[i - 1] < 0)) contents.Add(new(i, EndOfQuote(i, to)));
        else if (!HasVerb(left.First, left.End) && Quotes[left.End - 1] < 0 && TagAt(i) is Tag.Aux or Tag.Verb && !Tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal)) contents.Add(new(i, ScopeEnd(i, to)));
    }
}
