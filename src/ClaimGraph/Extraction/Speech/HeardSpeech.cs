namespace ClaimGraph.Extraction.Speech;

/// <summary>A frame with the voices behind its source and the day of speaking.</summary>
internal sealed record Heard(Frame Frame, IReadOnlyList<Voice> Voices, PartialDate Asserted);

/// <summary>What was heard in each sentence, and who is heard around a sentence that names nobody itself. Filled first, then asked.</summary>
internal sealed class HeardSpeech(IReadOnlyList<Sentence> sentences)
{
    private readonly List<Heard>?[] _at = new List<Heard>?[sentences.Count];
    private readonly Dictionary<int, List<(int Sentence, Heard Heard)>> _speakers = [];
    private (Heard? Named, int Said, Voice? Closing)[]? _before, _after;

    public void Add(int sentence, List<Heard> heard) => _at[sentence] = heard;

    /// <summary>Null where a sentence is not read for speech.</summary>
    public List<Heard>? At(int sentence) => _at[sentence];

    /// <summary>The first frame, outside a sentence, whose content lies in a quotation.</summary>
    public Heard? Speaker(Quotation quote, int outside)
    {
        if (!_speakers.TryGetValue(quote.Id, out var speakers)) _speakers[quote.Id] = speakers = Speakers(quote);
        foreach (var (sentence, heard) in speakers) if (sentence != outside) return heard;
        return null;
    }

    /// <summary>The nearest actor who speaks in a sentence's paragraph: before it, else behind it.</summary>
    public Heard? Near(int sentence) => Beside(sentence - 1, sentence, Before).Named ?? Beside(sentence + 1, sentence, After).Named;

    /// <summary>Who spoke last before a sentence, in its paragraph or the one before.</summary>
    public Heard? Last(int sentence)
    {
        var at = sentence == 0 ? -1 : Before[sentence - 1].Said;
        return at >= 0 && sentences[at].Paragraph >= sentences[sentence].Paragraph - 1 ? _at[at]!.FindLast(IsSaid) : null;
    }

    /// <summary>The outlet of a report that closes a sentence's paragraph ("…, the WSJ reports").</summary>
    public Voice? Closing(int sentence) => Beside(sentence + 1, sentence, After).Closing;

    private (Heard? Named, int Said, Voice? Closing) Beside(int at, int sentence, (Heard? Named, int Said, Voice? Closing)[] side) =>
        at >= 0 && at < sentences.Count && sentences[at].Paragraph == sentences[sentence].Paragraph ? side[at] : default;

    private (Heard? Named, int Said, Voice? Closing)[] Before => _before ??= Side(0, 1);

    private (Heard? Named, int Said, Voice? Closing)[] After => _after ??= Side(sentences.Count - 1, -1);

    /// <summary>For each sentence, what it or the nearest one on that side has: named speakers and closing outlets within the paragraph, words said within the text.</summary>
    private (Heard? Named, int Said, Voice? Closing)[] Side(int from, int step)
    {
        var side = new (Heard? Named, int Said, Voice? Closing)[sentences.Count];
        (Heard? Named, int Said, Voice? Closing) last = (null, -1, null);
        for (var s = from; s >= 0 && s < side.Length; s += step)
        {
            if (s != from && sentences[s].Paragraph != sentences[s - step].Paragraph) last = (null, last.Said, null);
            if (_at[s] is { } heard)
                last = (heard.Find(h => h.Frame.Clausal && h.Voices[0].Actor is not null) ?? last.Named, heard.Exists(IsSaid) ? s : last.Said,
                    heard.Find(h => h.Voices[0].IsOutlet && h.Frame.Contents.Any(c => c.First == 0))?.Voices[0] ?? last.Closing);
            side[s] = last;
        }
        return side;
    }

    private static bool IsSaid(Heard heard) => heard.Frame.Kind is FrameKind.Verb or FrameKind.AccordingTo;

    /// <summary>At most two: one of them may be the sentence that asks.</summary>
    private List<(int, Heard)> Speakers(Quotation quote)
    {
        var speakers = new List<(int, Heard)>();
        for (var s = QuoteMap.FirstEndingAfter(sentences, quote.Span.Start); s < sentences.Count && sentences[s].Span.Start < quote.Span.End && speakers.Count < 2; s++)
            if (_at[s]?.Find(h => h.Frame.Contents.Any(c => quote.Span.Overlaps(c.Span(sentences[s].Tokens)))) is { } speaks) speakers.Add((s, speaks));
        return speakers;
    }
}
