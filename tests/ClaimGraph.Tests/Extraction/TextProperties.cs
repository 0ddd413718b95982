using ClaimGraph.Extraction;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary>What holds for any text whatever: nothing throws, offsets point at what they quote, furniture changes no claim.</summary>
public sealed class TextProperties
{
    private static readonly ClaimExtractor Extractor = new(CaseFile.Clock);

    private static readonly string[] Pieces =
    [
        "Anna Kovac said that 12 bridges were closed", "“", "”", "\"", "‘", "’", ". ", ", ", "; ", "\n", "\n\n", " ", "\u00A0", "according to ", "Reuters reports", "26 countries have committed to sending troops", " – ", "(", ")",
        "170, 000 people were killed", "🙂", "\uD83D", "on Monday", "March 28, 2025", "(BBC)", "Read also", "said", "he said", "citing", "…", "...", "!", "?", "U.S.", "Mr.", ":", "but", "although", "no country", "»", "«", "31/02/2025", "in early March", "\t", "\r\n", "A", "I.", "it is not true that",
        "\0", "\u200B", "\uFEFF", "\u202E", "\u2028", "e\u0301", "\uDE00", "שלום", "مرحبا", "北京", "\r\n- ", "\n• ", "\n1) ", "the company", "its report says", "The World Grain Programme (WGP)", "the WGP told", "did not say that", "of both countries", "away from the front line", "put at the top", "is expected", "about",
    ];

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)).ToArbitrary();

    [Fact]
    public void No_text_throws_and_every_offset_points_into_it() =>
        Prop.ForAll(Texts(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Property(MaxTest = 300)]
    public void No_string_at_all_throws(NonNull<string> text) => Assert.True(Holds(text.Get));

    private static bool Holds(string text)
    {
        var reading = Extractor.Read(new Article { Id = "case", Published = "2025-03-28" }, text, []);
        Assert.Equal(text, reading.Text);
        Assert.All(reading.Claims, c => Assert.Equal(c.Quote, c.Span.Of(text)));
        Assert.All(reading.Claims, c => Assert.NotEmpty(c.Attribution));
        Assert.All(reading.Sentences, s => Assert.InRange(s.Span.End, s.Span.Start, text.Length));
        Assert.All(reading.Sentences.SelectMany(s => s.Recognised), r => Assert.InRange(r.Span.End, r.Span.Start, text.Length));
        var (context, statements) = Extractor.Statements(new Article { Id = "case" }, text);
        Assert.All(context.Sentences.SelectMany(s => s.Tokens), t => Assert.Equal(t.Text, t.Span.Of(text)));
        Assert.All(statements, s => Assert.True(s.Sentence.Span.Contains(s.Content)));
        return true;
    }

    [Theory]
    [InlineData("He said 12 boats, ")]
    [InlineData("“Q,” she said, “")]
    [InlineData("according to the council's report that ")]
    [InlineData("(((\" ")]
    public void A_paragraph_without_end_is_read(string part) => Assert.True(Holds(string.Concat(Enumerable.Repeat(part, 600))));

    [Theory]
    [InlineData("", "\n\nYou may also like\n- Ten bridges of the world\n00:00")]
    [InlineData("We use cookies to keep this paper free. Accept all\n\n", "")]
    [InlineData("Home » News » Bridges\n\n", "\n\nShares 212   Comments 9")]
    [InlineData("", "\n\nAdblock detected! Please switch it off, we live from advertising.")]
    [InlineData("", "\n\nSubscribe to our newsletter")]
    [InlineData("2 views\nA+A-\n", "\n\n© The Harbour Gazette. All rights reserved.")]
    public void Furniture_around_an_article_changes_no_claim(string before, string after)
    {
        const string text = "Twenty-six countries have committed to sending troops to Ukraine, Emmanuel Macron said on Thursday after a long meeting in Paris.\n\nTwelve people were killed in the flood in northern Ukraine on Monday, the United Nations said in a statement.";
        var article = new Article { Id = "case", Outlet = "The Test Post", Published = "2025-03-28" };
        var plain = Extractor.Read(article, text, []).Claims;
        var furnished = Extractor.Read(article, before + text + after, []).Claims;
        Assert.NotEmpty(plain);
        Assert.Equal(plain.Select(c => c.Id), furnished.Select(c => c.Id));
    }

    [Fact]
    public void The_same_article_is_read_the_same_way_again()
    {
        const string text = "Twenty-six countries have committed to sending troops to Ukraine, Emmanuel Macron said on Thursday.";
        var article = new Article { Id = "case", Published = "2025-03-28" };
        var (a, b) = (Extractor.Read(article, text, []), Extractor.Read(article, text, []));
        Assert.Equal(a.ContentHash, b.ContentHash);
        Assert.Equal(a.Claims.Select(c => c.Id), b.Claims.Select(c => c.Id));
        Assert.Equal(a.Signature, b.Signature);
    }
}
