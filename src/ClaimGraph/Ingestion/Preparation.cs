using System.Text;

namespace ClaimGraph;

/// <summary>An article's text as it will be stored, with the metadata that a page itself gave; or why it is refused.</summary>
internal sealed record Prepared(Article Article, string Text, IReadOnlyList<Span> Furniture, IReadOnlyList<Problem> Warnings, Problem? Refusal)
{
    public static Prepared Refused(Article article, string code, string message) => Refused(article, new Problem(code, message));

    public static Prepared Refused(Article article, Problem problem) => new(article, "", [], [], problem);
}

/// <summary>The first step of ingestion: refuses what is no article, turns HTML into text. Pure apart from the reader it is given.</summary>
internal static class Preparation
{
    public static Prepared Prepare(Article article, IArticleReader reader, int maxBytes)
    {
        if (article.Unreadable is { } problem) return Prepared.Refused(article, problem);
        if (article.Text is not null && article.Html is not null) return Prepared.Refused(article, "TEXT_AND_HTML", "Both text and HTML are given: give one of them.");

        var given = article.Text ?? article.Html;
        if (string.IsNullOrWhiteSpace(given)) return Prepared.Refused(article, "EMPTY", "The article is empty.");
        var bytes = Encoding.UTF8.GetByteCount(given);
        if (bytes > maxBytes) return Prepared.Refused(article, "TOO_LARGE", $"The article has {bytes:N0} bytes; the limit is {maxBytes:N0}.");
        if (IsBinary(given)) return Prepared.Refused(article, "BINARY", "This is no text: it holds control characters.");

        var whole = WithoutLoneSurrogates(given);
        IReadOnlyList<Problem> warnings = ReferenceEquals(whole, given) ? [] : [new Problem("BROKEN_CHARACTERS", "Broken characters (half of a surrogate pair) were replaced.")];
        if (article.Text is not null) return new Prepared(article with { Text = whole }, whole, [.. article.Furniture.Where(s => s.Start >= 0 && s.Start <= s.End && s.End <= whole.Length)], warnings, null);

        return reader.Read(whole, article.Url) is { } page && !string.IsNullOrWhiteSpace(page.Text)
            ? new Prepared(WithPage(article, page), page.Text, page.Furniture, warnings, null)
            : Prepared.Refused(article, "NO_TEXT", "The page holds no text.");
    }

    /// <summary>What the sender says wins over what the page says of itself.</summary>
    private static Article WithPage(Article article, ReadHtml page) => article with
    {
        Title = article.Title ?? page.Title,
        Outlet = article.Outlet ?? page.Outlet,
        Published = article.Published ?? page.Published,
        Language = article.Language ?? page.Language,
        Url = article.Url ?? page.Url,
    };

    /// <summary>A NUL, or more than one control character in a thousand: no editor writes that.</summary>
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\0') return true;
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1b' or '\b')) controls++;
        }
        return controls > 0 && controls * 1000L > text.Length;
    }

    /// <summary>The same string where it is well formed. The length never changes.</summary>
    private static string WithoutLoneSurrogates(string text)
    {
        char[]? repaired = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else (repaired ??= text.ToCharArray())[i] = '\uFFFD';
        }
        return repaired is null ? text : new string(repaired);
    }
}
