namespace ClaimGraph.Extraction;

/// <summary>An actor found in the text.</summary>
public sealed record FoundActor(Span Span, Actor Actor);

/// <summary>A date expression resolved against its anchor.</summary>
public sealed record FoundDate(Span Span, PartialDate Date);

/// <summary>What the stages before have found out about one article; every later stage reads it, none changes it.</summary>
public sealed record ArticleContext
{
    public required string Text { get; init; }
    public required Source Source { get; init; }
    public required IReadOnlyList<Sentence> Sentences { get; init; }
    /// <summary>The first statements after the headline: what the article is about.</summary>
    public required IReadOnlyList<Sentence> Lead { get; init; }
    public Sentence? Headline { get; init; }
    /// <summary>The day the article speaks on: its date line, else its publication date, else unknown.</summary>
    public required PartialDate Anchor { get; init; }
    /// <summary>Actors by place in the text, in order.</summary>
    public required IReadOnlyList<FoundActor> Actors { get; init; }
    /// <summary>Date expressions by place in the text, in order.</summary>
    public required IReadOnlyList<FoundDate> Dates { get; init; }

    private readonly Dictionary<Sentence, SentenceContent> _contents = new(ReferenceEqualityComparer.Instance);

    /// <summary>What a sentence of the article holds; an article is read by one thread.</summary>
    internal SentenceContent Content(Sentence sentence) => _contents.TryGetValue(sentence, out var content) ? content : _contents[sentence] = new(Text, sentence);

    /// <summary>The actors that lie in a span, in order.</summary>
    public IEnumerable<FoundActor> ActorsIn(Span span) => Within(Actors, a => a.Span, span);

    /// <summary>The date expressions that lie in a span, in order.</summary>
    public IEnumerable<FoundDate> DatesIn(Span span) => Within(Dates, d => d.Span, span);

    /// <summary>The actor whose name an offset stands in.</summary>
    public FoundActor? ActorAt(int offset) => FirstFrom(Actors, a => a.Span, offset + 1) is var next and > 0 && Actors[next - 1].Span.End > offset ? Actors[next - 1] : null;

    private static IEnumerable<T> Within<T>(IReadOnlyList<T> items, Func<T, Span> span, Span where)
    {
        for (var i = FirstFrom(items, span, where.Start); i < items.Count && span(items[i]).Start < where.End; i++) if (span(items[i]).End <= where.End) yield return items[i];
    }

    /// <summary>The first item that begins at an offset or behind it.</summary>
    private static int FirstFrom<T>(IReadOnlyList<T> items, Func<T, Span> span, int offset)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(items[middle]).Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

/// <summary>Some words of a sentence that one voice asserts: what attribution gives to proposition reading.</summary>
/// <param name="Content">The words claimed, without frame and cue.</param>
/// <param name="Asserted">The day of speaking: inside a quote, the quote's day.</param>
/// <param name="Stance">Of the innermost step: a denied statement asserts the opposite or nothing.</param>
public sealed record Statement(Sentence Sentence, Span Content, IReadOnlyList<AttributionStep> Attribution, PartialDate Asserted)
{
    public bool OwnVoice => Attribution[0].Role is ChainRole.Narrator or ChainRole.Outlet;
}

/// <summary>A proposition with what goes into its claim.</summary>
/// <param name="Quote">The claim's span: the clause that asserts it.</param>
public sealed record ReadProposition(Proposition Proposition, Span Quote)
{
    public IReadOnlyList<Span> Highlights { get; init; } = [];
    public IReadOnlyList<Recognised> Recognised { get; init; } = [];
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];
    public IReadOnlyList<ClaimNote> Notes { get; init; } = [];
    public required Evidence Evidence { get; init; }
    public IReadOnlyList<string> Blocks { get; init; } = [];
    public double CheckWorthiness { get; init; }
    public IReadOnlyList<Factor> CheckWorthinessFactors { get; init; } = [];
}
