using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary><c>cases/sentences.txt</c>, <c>tokens.txt</c>, <c>furniture.txt</c> and <c>actors.txt</c>: words, sentences, kinds of lines, names.</summary>
public sealed class TextCases
{
    private static readonly ClaimExtractor Extractor = new(CaseFile.Clock);

    public static TheoryData<string> Sentences()
    {
        var data = new TheoryData<string>();
        foreach (var line in CaseFile.Lines("sentences.txt")) if (line.Length > 0) data.Add(line);
        return data;
    }

    public static TheoryData<string, string> Tokens() => Pairs("tokens.txt");

    public static TheoryData<string, string> Actors() => Pairs("actors.txt");

    private static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, expected) in CaseFile.Pairs(file)) data.Add(text, expected);
        return data;
    }

    public static TheoryData<string> Articles()
    {
        var data = new TheoryData<string>();
        foreach (var block in string.Join('\n', CaseFile.Lines("furniture.txt")).Split("\n\n")) data.Add(block.Trim('\n'));
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Text_is_cut_where_sentences_end(string line)
    {
        var text = line.Replace(" ¦ ", " ", StringComparison.Ordinal);
        var (context, _) = Extractor.Statements(new Article { Id = "case" }, text);
        Assert.Equal(line, string.Join(" ¦ ", context.Sentences.Select(s => s.Span.Of(text))));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_sentence_is_cut_into_words_and_marks(string text, string expected)
    {
        var (context, _) = Extractor.Statements(new Article { Id = "case" }, text);
        Assert.Equal(expected, string.Join(' ', context.Sentences.SelectMany(s => s.Tokens).Select(t => t.Text.Replace(' ', '_'))));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void Every_line_of_a_page_has_its_kind(string block)
    {
        var lines = block.Split('\n');
        var text = string.Join('\n', lines.Select(l => l[2..]));
        var reading = Extractor.Read(new Article { Id = "case", Published = "2025-03-28" }, text, []);
        var start = 0;
        foreach (var line in lines)
        {
            var span = new Span(start, start + line.Length - 2);
            start = span.End + 1;
            var kinds = reading.Sentences.Where(s => span.Contains(s.Span)).Select(s => s.Kind.ToString()[0]).Distinct();
            Assert.Equal($"{line[0]}: {line}", $"{string.Concat(kinds)}: {line}");
        }
        Assert.All(reading.Sentences, s => Assert.True(s.Kind is SentenceKind.Statement or SentenceKind.Headline || s.LeftOut is not null));
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public void A_name_stands_for_one_actor(string text, string expected)
    {
        var (context, _) = Extractor.Statements(new Article { Id = "case", Published = "2025-03-28" }, text);
        var shown = context.Actors.Select(a => $"{a.Span.Of(text)} = {a.Actor.Name}").ToList();
        foreach (var one in expected.Split("; "))
        {
            if (one[0] == '!') Assert.DoesNotContain(context.Actors, a => a.Span.Of(text) == one[1..]);
            else Assert.Contains(one, shown);
        }
    }

    [Fact]
    public void Spellings_of_one_name_are_one_actor()
    {
        var a = Extractor.Statements(new Article { Id = "a" }, "Prime Minister Tadej Korošec left.").Context.Actors.Single(x => x.Actor.Kind == ActorKind.Person);
        var b = Extractor.Statements(new Article { Id = "b" }, "Prime Minister Tadej Korosec left.").Context.Actors.Single(x => x.Actor.Kind == ActorKind.Person);
        Assert.Equal(a.Actor.Id, b.Actor.Id);
    }

    [Theory]
    [InlineData("Zwölf Brücken wurden nach dem Hochwasser gesperrt, sagte die Ministerin am Montag in Berlin. Drei von ihnen haben Risse, und die Züge fahren nicht mehr.")]
    [InlineData("Двенадцать мостов были закрыты после наводнения, сообщила в понедельник министр. Три из них имеют трещины.")]
    [InlineData("Douze ponts ont été fermés après les inondations, a déclaré lundi la ministre. Trois d'entre eux sont fissurés et les trains ne circulent plus.")]
    [InlineData("Doce puentes fueron cerrados por las inundaciones, dijo el lunes la ministra. Tres de ellos están dañados y los trenes no circulan por la zona.")]
    public void A_text_that_is_not_English_yields_no_claims_and_says_so(string text)
    {
        var reading = Extractor.Read(new Article { Id = "case", Published = "2025-03-28" }, text, []);
        Assert.Empty(reading.Claims);
        Assert.Contains(reading.Warnings, w => w.Code == "OTHER_LANGUAGE");
        Assert.Equal(text, reading.Text);
    }

    [Fact]
    public void Place_and_agency_before_the_text_are_no_part_of_it()
    {
        const string text = "ACCRA, Ghana (Reuters) - Governments pledged $4.2 billion on Tuesday to the Harbour Fund, less than the $5 billion it had asked for.";
        var reading = Extractor.Read(new Article { Id = "case" }, text, []);
        Assert.Equal(["ACCRA, Ghana (Reuters) -", text[25..]], reading.Sentences.Select(s => s.Span.Of(text)));
        Assert.Equal(SentenceKind.Dateline, reading.Sentences[0].Kind);
        Assert.Equal("Reuters", reading.Source.OutletName);
    }

    [Fact]
    public void A_correction_is_a_notice_and_no_news()
    {
        const string text = "Twelve bridges were closed after the flood in the north on Thursday, the port authority said.\n\nCorrection: An earlier version of this article said that 15 bridges were closed.";
        var notice = Assert.Single(Extractor.Read(new Article { Id = "case" }, text, []).Notices);
        Assert.Equal(NoticeKind.Correction, notice.Kind);
        Assert.Equal(notice.Text, notice.Span.Of(text));
    }

    [Fact]
    public void A_document_is_known_by_its_id_then_its_url_then_its_path_then_its_text()
    {
        Assert.Equal("i", Extractor.Read(new Article { Id = "i", Url = "u", Path = "p" }, "A text.", []).Source.Document);
        Assert.Equal("u", Extractor.Read(new Article { Url = "u", Path = "p" }, "A text.", []).Source.Document);
        Assert.Equal("p", Extractor.Read(new Article { Path = "p" }, "A text.", []).Source.Document);
        Assert.Equal(Extractor.Read(new Article(), "A text.", []).Source.Document, Extractor.Read(new Article(), "A text.", []).Source.Document);
    }

    [Fact]
    public void A_cited_outlet_is_a_named_source_with_an_edge_to_it()
    {
        var reading = Extractor.Read(new Article { Id = "case", Outlet = "The Test Post", Published = "2025-03-28" }, "Twelve people were killed in the flood, Reuters reports.", []);
        var reuters = Assert.Single(reading.NamedSources, s => s.Title == "Reuters");
        Assert.Equal(SourceKind.Outlet, reuters.Kind);
        Assert.Contains(reading.Citations, c => c.FromId == reading.Source.Id && c.ToId == reuters.Id);
    }

    [Fact]
    public void Near_copies_have_near_signatures()
    {
        const string text = "Twelve bridges were closed after the flood in the north of the country on Thursday, the port authority said in a statement. Three of them had cracked, and engineers were still looking at the others when the night came over the river valley.";
        var a = Extractor.Read(new Article { Id = "a" }, text, []).Signature;
        var b = Extractor.Read(new Article { Id = "b" }, text + "\n\nCopyright 2025 Harbour Gazette. All rights reserved.", []).Signature;
        var c = Extractor.Read(new Article { Id = "c" }, text.Replace("bridges", "ferries", StringComparison.Ordinal).Replace("cracked", "sunk", StringComparison.Ordinal).Replace("north", "south", StringComparison.Ordinal).Replace("night", "storm", StringComparison.Ordinal), []).Signature;
        Assert.Equal(a, b);
        Assert.InRange(a.Zip(c).Count(p => p.First == p.Second), 10, a.Count * 9 / 10);
    }
}
