using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>What attribution found in one sentence: its statements and, for the reader, sources and cues.</summary>
internal sealed record ReadSpeech(IReadOnlyList<Statement> Statements, IReadOnlyList<Recognised> Recognised);

/// <summary>
/// Sentences to statements: whose words, through whom, on which day. Frames nest; quotes run over sentences; an outlet that is relayed and a speaker who goes on are carried over.
/// </summary>
internal sealed class StatementReader(IReadOnlyList<Sentence> sentences, string text, Names names, IReadOnlyList<FoundDate> dates, PartialDate anchor, Publisher publisher)
{
    private readonly List<Quotation>[] _quotes = QuoteMap.BySentence(sentences, text);
    private readonly VoiceReader _voices = new(sentences, names, new Titles(sentences, names, anchor.End ?? anchor.Start), publisher.IsKnown ? publisher.Name : null);

    private readonly HeardSpeech _heard = new(sentences);

    /// <summary>Where the lead ends: at the fourth statement.</summary>
    private readonly int _leadEnd = LeadEnd(sentences);

    /// <summary>The outlet whose report the article retells, until another is named.</summary>
    private Voice? _relayed;

    /// <summary>An outlet named in the lead is retold to the end; one named later, to the end of that paragraph.</summary>
    private int _relayedIn;

    public ReadSpeech[] Read()
    {
        foreach (var (index, frames) in AttributionReader.Frames(sentences, _quotes)) _heard.Add(index, Voices(index, frames));
        var result = new ReadSpeech[sentences.Count];
        for (var i = 0; i < sentences.Count; i++) result[i] = _heard.At(i) is { } heard ? Sentence(i, heard) : new([], []);
        return result;
    }

    private List<Heard> Voices(int index, IReadOnlyList<Frame> frames)
    {
        var heard = new List<Heard>();
        var tokens = sentences[index].Tokens;
        IReadOnlyList<Voice> before = [];
        foreach (var frame in frames)
        {
            IReadOnlyList<Voice> voices = frame.SameSource && before.Count > 0 ? before
                : frame.Head is { IsEmpty: false } head ? _voices.Read(index, head, QuoteSpeaker(frame, heard)) : [];
            if (voices.Count == 0) continue;
            heard.Add(new(frame, voices, Day(frame, tokens)));
            before = voices;
            if (frame.Clausal || frame.Kind != FrameKind.Verb || frame.Lemma == "report") _voices.Remember(voices, index, frame.Kind == FrameKind.Verb);
        }
        return heard;
    }

    /// <summary>Who speaks the quotation that a frame stands in.</summary>
    private static Voice? QuoteSpeaker(Frame frame, List<Heard> heard) =>
        heard.Find(h => h.Frame != frame && h.Frame.Contents.Any(c => c.Contains(frame.Cue.First)))?.Voices[0];

    /// <summary>The day of speaking: a date in the frame's own words, outside what is said.</summary>
    private PartialDate Day(Frame frame, IReadOnlyList<Token> tokens)
    {
        var from = frame.Source is { } source ? Math.Min(source.First, frame.Cue.First) : frame.Cue.First;
        var to = frame.Cue.End;
        while (to < tokens.Count && tokens[to].Text is not ("," or ";" or "." or ":") && !frame.Contents.Any(c => c.Contains(to))) to++;
        var span = new Span(tokens[from].Span.Start, tokens[to - 1].Span.End);
        foreach (var found in dates)
            if (span.Contains(found.Span) && found.Date is { IsKnown: true, Precision: DatePrecision.Day or DatePrecision.Week or DatePrecision.Month } date && !(date.Start > anchor.End)) return date with { Basis = $"day of speaking: {found.Span.Of(text)}" };
        return anchor;
    }

    private ReadSpeech Sentence(int index, List<Heard> heard)
    {
        var sentence = sentences[index];
        var tokens = sentence.Tokens;
        var recognised = new List<Recognised>();
        foreach (var h in heard)
        {
            recognised.Add(new(h.Frame.Cue.Span(tokens), "cue", h.Frame.Lemma));
            if (h.Frame.Source is { } source) recognised.Add(new(source.Span(tokens), "speaker", string.Join(" and ", h.Voices.Select(v => v.Name))));
        }
        var statements = new List<Statement>();
        var covered = new bool[tokens.Count];
        var outer = Carried(index, heard);
        foreach (var h in heard)
        {
            if (h.Frame.Unsaid)
            {
                foreach (var run in h.Frame.Contents) for (var k = run.First; k < run.End; k++) covered[k] = true;
                MarkFrame(h.Frame, covered, tokens);
            }
            if (h.Frame.Kind == FrameKind.Citing) MarkFrame(h.Frame, covered, tokens);
            if (h.Frame.Kind == FrameKind.Citing || !h.Frame.Clausal && !Declares(h, heard)) continue;
            // Only innermost contents are stated: one that holds another frame whole is that one's way outwards.
            foreach (var run in Stated(h.Frame, tokens))
            {
                if (run.End - run.First < 2 && h.Frame.Clausal && !HasLetters(run, tokens)) continue;
                if (heard.Any(o => o != h && o.Frame.Clausal && o.Frame.Kind != FrameKind.Citing && o.Frame.Contents.Any(c => run.First <= c.First && c.End <= run.End && c.End - c.First < run.End - run.First) && o.Frame.Source is { } s && run.Contains(Math.Min(s.First, o.Frame.Cue.First)))) continue;
                for (var k = run.First; k < run.End; k++) covered[k] = true;
                var chain = heard.Where(o => o != h && o.Frame.Kind != FrameKind.Citing && o.Frame.Clausal && o.Frame.Contents.Any(c => c.First <= run.First && run.End <= c.End && c != run)).Prepend(h).ToList();
                statements.Add(new(sentence, run.Span(tokens), Chain(chain, heard, outer, tokens), h.Asserted));
            }
            MarkFrame(h.Frame, covered, tokens);
        }
        Rest(sentence, heard, covered, outer, statements);
        statements.Sort((a, b) => a.Content.Start.CompareTo(b.Content.Start));
        return new(statements, recognised);
    }

    /// <summary>The content; where it is only an object, the whole clause, for only together they claim something.</summary>
    private static IEnumerable<Run> Stated(Frame frame, IReadOnlyList<Token> tokens)
    {
        if (frame.Clausal) return frame.Contents.Where(c => !c.IsEmpty).Select(c => tokens[c.First].Lower == "that" && c.End - c.First > 2 && tokens[c.First + 1].Tag is not (Tag.Verb or Tag.Aux) ? c with { First = c.First + 1 } : c);
        var first = Math.Min(frame.Source?.First ?? frame.Cue.First, frame.Contents.Count > 0 ? frame.Contents[0].First : frame.Cue.First);
        var end = Math.Max(frame.Cue.End, frame.Contents.Count > 0 ? frame.Contents[^1].End : frame.Cue.End);
        return [new(first, Math.Min(end, tokens.Count))];
    }

    /// <summary>
    /// A declaration whose object is no clause ("announced their readiness", "opposed the deployment") is stated by its subject where that is somebody who can declare; other acts are told by whoever tells the sentence.
    /// </summary>
    private static bool Declares(Heard heard, List<Heard> all) =>
        heard.Frame.Kind == FrameKind.Verb && Declarations.Contains(heard.Frame.Lemma) && heard.Frame.Source is { } source && source.First < heard.Frame.Cue.First
        && !heard.Frame.Unsaid && (heard.Voices[0].Actor is not null || heard.Voices[0].Of is not null || heard.Voices[0].IsDocument)
        && !all.Exists(o => o != heard && o.Frame.Clausal && o.Frame.Contents.Any(c => c.Contains(heard.Frame.Cue.First)));

    private static readonly HashSet<string> Declarations = new("put announce oppose reject deny confirm insist warn demand urge call condemn criticize criticise express propose reaffirm reiterate emphasize emphasise stress welcome denounce dismiss pledge promise vow reveal disclose contest dispute acknowledge indicate claim estimate report hold stick".Split(' '), StringComparer.Ordinal);

    private static bool HasLetters(Run run, IReadOnlyList<Token> tokens)
    {
        for (var k = run.First; k < run.End; k++) if (char.IsLetterOrDigit(tokens[k].Text[0])) return true;
        return false;
    }

    private static void MarkFrame(Frame frame, bool[] covered, IReadOnlyList<Token> tokens)
    {
        // Behind "P, X said" stand times, places and remarks on X, up to the next clause.
        var behind = Math.Max(frame.Cue.End, Math.Max(frame.Source?.End ?? 0, frame.Told?.End ?? 0));
        if (frame.Clausal && frame.Kind is FrameKind.Verb or FrameKind.AccordingTo && frame.Contents.Count > 0 && frame.Contents[^1].End < behind)
            for (var k = behind; k < tokens.Count && !covered[k]; k++)
            {
                if (tokens[k].Text == ";" || tokens[k].Text == "," && k + 1 < tokens.Count && tokens[k + 1].Lower is "but" or "and" or "although" or "though" or "while") break;
                covered[k] = true;
            }
        for (var k = frame.Cue.First; k < frame.Cue.End; k++) covered[k] = true;
        if (frame.Source is { } source) for (var k = source.First; k < source.End && k < covered.Length; k++) covered[k] = true;
        if (frame.Told is { } told) for (var k = told.First; k < told.End; k++) covered[k] = true;
    }

    /// <summary>What no frame covers: clauses of their own, said by whoever says the words around them, else by the article; remains of frames are dropped.</summary>
    private void Rest(Sentence sentence, List<Heard> heard, bool[] covered, IReadOnlyList<(Voice, string?, bool)> outer, List<Statement> statements)
    {
        var tokens = sentence.Tokens;
        var alone = statements.Count == 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (covered[i]) continue;
            var end = i;
            while (end < tokens.Count && !covered[end]) end++;
            var (first, last) = (i, end);
            i = end;
            while (first < last && (tokens[first].Tag is Tag.Punct or Tag.Cconj || tokens[first].Lower is "although" or "though" or "even" or "while" or "whereas")) first++;
            while (last > first && (tokens[last - 1].Tag == Tag.Punct && tokens[last - 1].Text is not (")" or "%") || tokens[last - 1].Tag == Tag.Cconj || tokens[last - 1].Lower is "although" or "though" or "even" or "while" or "as" or "that")) last--;
            if (last - first < (alone && heard.Count == 0 ? 2 : 3)) continue;
            if (!alone && !IsClause(tokens, first, last)) continue;
            var around = heard.Where(h => h.Frame.Clausal && h.Frame.Kind != FrameKind.Citing && h.Frame.Contents.Any(c => c.First <= first && last <= c.End)).ToList();
            statements.Add(new(sentence, new(tokens[first].Span.Start, tokens[last - 1].Span.End), around.Count > 0 ? Chain(around, heard, outer, tokens) : Steps([], outer), around.Count > 0 ? around[0].Asserted : anchor));
        }
    }

    /// <summary>Begins with a subject and has a finite verb behind it.</summary>
    private static bool IsClause(IReadOnlyList<Token> tokens, int first, int last)
    {
        var opening = tokens[first];
        if (opening.Tag is not (Tag.Noun or Tag.Propn or Tag.Det or Tag.Pron or Tag.Num or Tag.Adj or Tag.Sym or Tag.Adv or Tag.Adp or Tag.Sconj) || opening.Lower is "who" or "which" or "whose" or "that" or "where" or "when" or "because" or "as") return false;
        if (opening.Tag is Tag.Adp or Tag.Sconj or Tag.Adv && last - first < 8) return false;
        var nominal = false;
        for (var k = first; k < last; k++)
        {
            if (tokens[k].Tag is Tag.Noun or Tag.Propn or Tag.Pron or Tag.Num) nominal = true;
            else if (nominal && (tokens[k].Tag == Tag.Aux || tokens[k].Tag == Tag.Verb && !tokens[k].Lower.EndsWith("ing", StringComparison.Ordinal))) return true;
        }
        return false;
    }

    /// <summary>Voices around the whole sentence that it does not name itself: the speaker of a running quote, one who goes on, the outlet retold.</summary>
    private List<(Voice Voice, string? Cue, bool Outlet)> Carried(int index, List<Heard> heard)
    {
        var carried = new List<(Voice, string?, bool)>();
        var sentence = sentences[index];
        if (QuoteVoice(index) is { } quote && !heard.Exists(h => h.Frame.Contents.Any(c => quote.Quote.Span.Overlaps(c.Span(sentence.Tokens))))) carried.AddRange(quote.Heard.Voices.Select(v => (v, (string?)quote.Heard.Frame.Lemma, v.IsOutlet)));
        else if (Continues(index) is { } on) carried.AddRange(on.Voices.Select(v => (v, (string?)on.Frame.Lemma, v.IsOutlet)));
        if (heard.Find(h => h.Voices[0].IsOutlet && h.Frame.Kind != FrameKind.Citing) is { } names) (_relayed, _relayedIn) = (names.Voices[0], index < _leadEnd ? int.MaxValue : sentence.Paragraph);
        if (_relayedIn < sentence.Paragraph) _relayed = null;
        var outlet = _relayed ?? _heard.Closing(index);
        if (outlet is not null && !publisher.Is(outlet.Name) && !publisher.IsKnown && !heard.Exists(h => h.Voices.Any(v => v.IsOutlet)) && !carried.Exists(c => c.Item3)) carried.Add((outlet, null, true));
        return carried;
    }

    private static int LeadEnd(IReadOnlyList<Sentence> sentences)
    {
        var (end, statements) = (0, 0);
        while (end < sentences.Count && (sentences[end].Kind != SentenceKind.Statement || ++statements <= 3)) end++;
        return end;
    }

    /// <summary>The quotation that the whole sentence stands in, and who was found to speak it elsewhere.</summary>
    private (Quotation Quote, Heard Heard)? QuoteVoice(int index)
    {
        var sentence = sentences[index];
        var quote = _quotes[index].Find(q => q.Span.Start <= sentence.Span.Start + 1 && q.Span.End >= sentence.Span.End - 2 || q.Span.Start <= sentence.Span.Start && q.Span.End > sentence.Span.Start + sentence.Span.Length / 2);
        if (quote is null) return null;
        // The paragraph before ends in a colon or has the speaker.
        return (_heard.Speaker(quote, index) ?? _heard.Near(index) ?? _heard.Last(index)) is { } heard ? (quote, heard) : null;
    }

    /// <summary>"Rather, the purpose is …": a sentence that leans on the one before goes on in its voice.</summary>
    private Heard? Continues(int index)
    {
        if (index == 0 || sentences[index - 1].Paragraph != sentences[index].Paragraph || _heard.At(index)!.Count > 0 || _heard.At(index - 1) is not { } before) return null;
        var tokens = sentences[index].Tokens;
        var leans = tokens[0].Lower is "rather" or "instead" || tokens[0].Lower is "of" && tokens[1].Lower is "these" or "those" or "them" or "that";
        return leans ? before.FindLast(h => h.Frame.Clausal && !h.Voices[0].IsOutlet) : null;
    }

    private List<AttributionStep> Chain(List<Heard> inner, List<Heard> all, IReadOnlyList<(Voice, string?, bool)> outer, IReadOnlyList<Token> tokens)
    {
        inner.Sort((a, b) => Width(a).CompareTo(Width(b)));
        var steps = new List<AttributionStep>();
        var position = 0;
        foreach (var h in inner)
        {
            // "reports, citing Y": Y stands behind the one who cites.
            if (h == inner[^1])
                foreach (var citing in all.Where(o => o.Frame.Kind == FrameKind.Citing && o.Frame.Cue.First > h.Frame.Cue.First).OrderByDescending(o => o.Frame.Cue.First))
                {
                    foreach (var voice in citing.Voices) steps.Add(Step(position, voice, citing.Frame.Lemma == "source" ? ChainRole.Speaker : ChainRole.Origin, citing.Frame, tokens, Stance.Reports));
                    position++;
                }
            foreach (var voice in h.Voices) steps.Add(Step(position, voice, Role(voice, h.Frame, position), h.Frame, tokens, h.Frame.Denies ? Stance.Denies : Stance.Endorses));
            position++;
            // "told the BBC": the words came out there.
            if (h.Frame.Told is { } told && _voices.Outlet(h.Frame.Sentence, told) is { } outlet && !publisher.Is(outlet.Name))
                steps.Add(Step(position++, outlet, ChainRole.Origin, h.Frame, tokens, Stance.Reports) with { Quote = told.Span(tokens).Of(text) });
        }
        return Steps(steps, outer);

        static int Width(Heard h) => h.Frame.Contents.Sum(c => c.End - c.First) + (h.Frame.Clausal ? 0 : -1);
    }

    private static ChainRole Role(Voice voice, Frame frame, int position) =>
        voice.IsOutlet ? ChainRole.Outlet
        : position > 0 ? ChainRole.Relay
        : voice.IsDocument || frame.Kind == FrameKind.AccordingTo && voice.Actor is null ? ChainRole.Origin
        : ChainRole.Speaker;

    private AttributionStep Step(int position, Voice voice, ChainRole role, Frame frame, IReadOnlyList<Token> tokens, Stance stance) => new(position, role, voice.IsOutlet ? Publisher.OutletName(voice.Name) : voice.Name)
    {
        ActorId = voice.IsOutlet ? null : voice.Actor?.Id,
        SourceId = voice.IsOutlet ? Ids.Outlet(Publisher.OutletKey(voice.Name)) : voice.IsDocument ? Ids.CitedSource(SourceKind.Document, Words.Fold.Name(voice.Document ?? voice.Name)) : null,
        Cue = frame.Cue.Span(tokens).Of(text),
        CueSpan = frame.Cue.Span(tokens),
        Quote = frame.Source is { } source ? source.Span(tokens).Of(text) : null,
        Stance = stance,
    };

    /// <summary>Closes a chain: voices carried over, then who publishes.</summary>
    private List<AttributionStep> Steps(List<AttributionStep> steps, IReadOnlyList<(Voice Voice, string? Cue, bool Outlet)> outer)
    {
        var position = steps.Count == 0 ? 0 : steps[^1].Position + 1;
        foreach (var group in outer.GroupBy(o => o.Outlet))
        {
            foreach (var (voice, cue, outlet) in group)
            {
                if (steps.Exists(s => s.Name == voice.Name)) continue;
                var role = outlet ? ChainRole.Outlet : position > 0 ? ChainRole.Relay : voice.IsDocument ? ChainRole.Origin : ChainRole.Speaker;
                steps.Add(new(position, role, outlet ? Publisher.OutletName(voice.Name) : voice.Name)
                {
                    ActorId = outlet ? null : voice.Actor?.Id,
                    SourceId = outlet ? Ids.Outlet(Publisher.OutletKey(voice.Name)) : null,
                    Cue = cue,
                    Inferred = true,
                });
            }
            position = steps.Count == 0 ? 0 : steps[^1].Position + 1;
        }
        if (steps.Count > 0 && publisher.Is(steps[^1].Name))
        {
            steps[^1] = steps[^1] with { Role = ChainRole.Outlet, SourceId = publisher.SourceId };
            return steps;
        }
        if (publisher.IsKnown || steps.Count == 0 || steps[^1].Role != ChainRole.Outlet)
            steps.Add(new(position, steps.Count == 0 ? ChainRole.Narrator : ChainRole.Outlet, publisher.Name) { SourceId = publisher.SourceId, Inferred = true, Stance = steps.Count == 0 ? Stance.Endorses : Stance.Reports });
        return steps;
    }
}
