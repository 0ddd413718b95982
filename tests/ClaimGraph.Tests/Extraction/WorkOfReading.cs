using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary>A text of twice the length is twice the work, whatever its shape. Work is counted in bytes allocated: it does not depend on the machine.</summary>
public sealed class WorkOfReading
{
    private const int Length = 60_000;

    private static readonly ClaimExtractor Extractor = new(CaseFile.Clock);

    [Theory]
    [InlineData("one paragraph", "“Some {0} people were killed in Port Ardal,” Anna Kovac said on Monday. She added that Norway had not ruled out sending troops to Moldova. ")]
    [InlineData("a sentence without end", "and {0} people were killed in Port Ardal, Anna Kovac said on Monday, while Norway, she added, had not ruled out sending troops to Moldova, ")]
    [InlineData("a quotation without end", "The “minister said {0} houses were flooded. He said 12 people were missing. ")]
    [InlineData("many people", "{0} bridges were closed, said Olga A{0}bek, who leads the Council. The leader said so. The minister said that 3 were open. ")]
    [InlineData("many lines", "{0} people were killed.\nShares {0}\nThe agency said {0} houses burned on 3 May {0}.\n")]
    [InlineData("no sentence at all", "{0}, “ ( – ; ")]
    public void Twice_the_text_is_at_most_little_more_than_twice_the_work(string shape, string repeated)
    {
        Work(Text(repeated, 2_000));
        var (once, twice) = (Work(Text(repeated, Length)), Work(Text(repeated, 2 * Length)));
        Assert.True(twice < 2.5 * once, $"{shape}: {once} bytes, then {twice}");
    }

    private static string Text(string repeated, int length)
    {
        var text = new System.Text.StringBuilder(length + repeated.Length);
        for (var i = 0; text.Length < length; i++) text.AppendFormat(null, repeated, 10 + i % 90);
        return text.ToString();
    }

    private static long Work(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Extractor.Read(new Article { Id = "case", Published = "2025-03-28" }, text, []);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
