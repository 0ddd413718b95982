using ClaimGraph.Extraction.Dating;
using ClaimGraph.Extraction.Layout;
using ClaimGraph.Extraction.Naming;
using ClaimGraph.Extraction.Speech;

namespace ClaimGraph.Extraction;

/// <summary>
/// Article text to claims: the entry of extraction. Deterministic, total (odd text yields fewer claims, never an exception), safe to call from many threads.
/// </summary>
public sealed class ClaimExtractor
{
    /// <param name="clock">"Now", for dates in the future (over a day ahead is taken as unknown and said).</param>
    public ClaimExtractor(TimeProvider clock) => _clock = clock;

    private readonly TimeProvider _clock;

    /// <summary>Reads one article.</summary>
    /// <param name="furniture">Spans that the HTML reader dropped: kept in the text, out of the claims.</param>
    public Reading Read(Article article, string text, IReadOnlyList<Span> furniture)
    {
        var (context, document, speech, warnings) = Hear(article, text, furniture);
        return new ClaimAssembly(context, document, speech, article).Reading(warnings);
    }

    /// <summary>The statements of an article with what is known about it: the stages before propositions, for measuring and tests.</summary>
    public (ArticleContext Context, IReadOnlyList<Statement> Statements) Statements(Article article, string text)
    {
        var (context, _, speech, _) = Hear(article, text, []);
        return (context, [.. speech.SelectMany(s => s.Statements)]);
    }

    private (ArticleContext, ReadDocument, IReadOnlyList<ReadSpeech>, List<Problem>) Hear(Article article, string text, IReadOnlyList<Span> furniture)
    {
        var now = _clock.GetUtcNow();
        var warnings = new List<Problem>();

        // 1. Words, sentences and what kind of line each is.
        var document = DocumentReader.Read(text, article.Title, furniture);
        if (!document.English) warnings.Add(new("OTHER_LANGUAGE", "The text is not in English: it is stored and can be searched, but yields no claims."));

        // 2. When the article speaks: its own date line before the metadata.
        var published = PublishedDate.Read(article.Published, now, out var problem);
        if (problem is not null) warnings.Add(problem);
        var anchor = Anchor(document.Sentences, published, now, text);
        if (!anchor.IsKnown && problem is null) warnings.Add(new("NO_DATE", "No date is given, neither in the metadata nor in a date line: relative dates stay unknown."));

        // 3. Who is named, and who publishes.
        var names = Names.Read(document.Sentences);
        var source = Describe(article, text, document, published, names);
        var publisher = Publisher.Of(source.OutletName, source.Title ?? "the article");

        // 4. Dates, then whose words each sentence holds.
        var dates = Dates(document.Sentences, anchor);
        var speech = new StatementReader(document.Sentences, text, names, dates, anchor, publisher).Read();
        QuotedDates(speech, dates, anchor, text);

        var context = new ArticleContext
        {
            Text = text,
            Source = source,
            Sentences = document.Sentences,
            Lead = [.. document.Sentences.Where(s => s.Kind == SentenceKind.Statement).Take(3)],
            Headline = document.Sentences.FirstOrDefault(s => s.Kind == SentenceKind.Headline),
            Anchor = anchor,
            Actors = [.. names.Found.Where(n => n.Form != NameForm.Capital || Acts(document.Sentences[n.Sentence], n)).Select(n => new FoundActor(new(document.Sentences[n.Sentence].Tokens[n.First].Span.Start, document.Sentences[n.Sentence].Tokens[n.Last].Span.End), n.Actor))],
            Dates = dates,
        };
        return (context, document, speech, warnings);
    }

    /// <summary>A capital stands for its government where it acts: "London said", never "in London".</summary>
    private static bool Acts(Sentence sentence, FoundName name)
    {
        var tokens = sentence.Tokens;
        if (name.First > 0 && tokens[name.First - 1].Tag == Tag.Adp && tokens[name.First - 1].Lower is not ("by" or "of" or "with" or "between" or "for" or "against")) return false;
        // "Rome, she said, had committed": the attribution stands between.
        if (name.Last + 3 < tokens.Count && tokens[name.Last + 1].Text == "," && tokens[name.Last + 2].Tag == Tag.Pron && tokens[name.Last + 3].Tag == Tag.Verb) return true;
        if (name.Last + 2 < tokens.Count && tokens[name.Last + 1].Lower == "'s" && NameWords.Shared.Titles.Contains(tokens[name.Last + 2].Lower)) return true;
        // "the refusal of Vienna to pay"
        if (name.First > 0 && tokens[name.First - 1].Lower == "of" && name.Last + 2 < tokens.Count && tokens[name.Last + 1].Lower == "to" && tokens[name.Last + 2].Tag == Tag.Verb) return true;
        for (var k = name.Last + 1; k < tokens.Count && k <= name.Last + 6; k++)
        {
            if (tokens[k].Tag is Tag.Verb or Tag.Aux) return true;
            if (tokens[k].Text is not ("," or "'s") && tokens[k].Tag is not (Tag.Cconj or Tag.Adv or Tag.Propn or Tag.Det)) return false;
        }
        return false;
    }

    private static PartialDate Anchor(IReadOnlyList<Sentence> sentences, PartialDate published, DateTimeOffset now, string text)
    {
        if (Dateline.Find(sentences, DateOnly.FromDateTime(now.UtcDateTime).AddDays(1), published.End) is not { } line) return published;
        if (!published.IsKnown || published.Start <= line.Date.End && line.Date.Start <= published.End) return line.Date;
        return line.Date with { Basis = $"date line in the text (“{line.Span.Of(text)}”); the metadata say {published.Text}" };
    }

    private static List<FoundDate> Dates(IReadOnlyList<Sentence> sentences, PartialDate anchor)
    {
        var dates = new List<FoundDate>();
        foreach (var sentence in sentences)
            if (sentence.Kind is SentenceKind.Statement or SentenceKind.Headline) DateReader.Find(sentence.Tokens, 0, sentence.Tokens.Count, anchor, dates);
        return dates;
    }

    /// <summary>"Yesterday" inside a quotation counts from the day of the quotation.</summary>
    private static void QuotedDates(IReadOnlyList<ReadSpeech> speech, List<FoundDate> dates, PartialDate anchor, string text)
    {
        foreach (var statement in speech.SelectMany(s => s.Statements))
        {
            if (statement.Asserted == anchor || statement.Asserted.Precision != DatePrecision.Day || !QuoteMap.IsMark(text[statement.Content.Start].ToString())) continue;
            var inside = new List<FoundDate>();
            DateReader.Find(statement.Sentence.Tokens, 0, statement.Sentence.Tokens.Count, statement.Asserted, inside);
            var at = dates.FindIndex(d => statement.Content.Contains(d.Span));
            if (at < 0) continue;
            var end = at;
            while (end < dates.Count && statement.Content.Contains(dates[end].Span)) end++;
            dates.RemoveRange(at, end - at);
            dates.InsertRange(at, inside.Where(d => statement.Content.Contains(d.Span)));
        }
    }

    private static Source Describe(Article article, string text, ReadDocument document, PartialDate published, Names names)
    {
        var hash = Ids.Content(text, article.Title, article.Outlet, article.Url, article.Published, article.Language);
        var id = NotEmpty(article.Id) ?? NotEmpty(article.Url) ?? NotEmpty(article.Path) ?? Ids.Content(text);
        var headline = document.Sentences.FirstOrDefault(s => s.Kind == SentenceKind.Headline);
        var outlet = NotEmpty(article.Outlet) ?? Credited(document, names);
        return new Source(Ids.Article(id, hash), SourceKind.Article, NotEmpty(article.Title) ?? headline?.Span.Of(text))
        {
            Document = id,
            OutletName = outlet is null ? null : Publisher.OutletName(outlet),
            OutletId = outlet is null ? null : Ids.Outlet(Publisher.OutletKey(outlet)),
            Url = article.Url,
            Published = published.IsKnown ? published : null,
            Language = document.English ? "en" : article.Language is { Length: > 0 } given && !given.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? given : "und",
        };
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>The outlet of a credit or place line: "(BBC)", "ACCRA (PAP) -".</summary>
    private static string? Credited(ReadDocument document, Names names)
    {
        foreach (var name in names.Found)
            if (name.IsOutlet && document.Sentences[name.Sentence] is { Kind: SentenceKind.Credit or SentenceKind.Dateline } line && line.Tokens.Count <= 12) return name.Actor.Name;
        return null;
    }
}
