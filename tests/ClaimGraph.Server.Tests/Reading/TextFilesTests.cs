using System.Text;
using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Tests.Reading;

public class TextFilesTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_marked_encoding_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var (text, problem) = TextFiles.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("Zürich: 26 Länder “bereit”")]);
        Assert.Null(problem);
        Assert.Equal("Zürich: 26 Länder “bereit”", text);
    }

    [Fact]
    public void Another_encoding_is_refused_with_its_line()
    {
        var (text, problem) = TextFiles.Decode([.. "one\ntwo\n"u8, .. "caf"u8, 0xE9, .. " closed\n"u8]);
        Assert.Null(text);
        Assert.Equal(("ENCODING", 3), (problem!.Code, problem.Line));
    }

    [Fact]
    public void A_picture_is_no_text() => Assert.Equal("BINARY", TextFiles.Decode([0x89, .. "PNG"u8, 0, 0, 0, 13]).Problem!.Code);
}
