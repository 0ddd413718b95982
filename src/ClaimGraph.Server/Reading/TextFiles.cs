using System.Text;

namespace ClaimGraph.Server.Reading;

/// <summary>Bytes to text: UTF-8 unless a byte order mark says otherwise; nothing is guessed.</summary>
public static class TextFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text, or what is wrong with it, with the line where there is one.</returns>
    public static (string? Text, Problem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
            else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (new UnicodeEncoding(false, false, true).GetString(bytes[2..]), null);
            else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (new UnicodeEncoding(true, false, true).GetString(bytes[2..]), null);
            if (bytes[..Math.Min(bytes.Length, 8192)].Contains((byte)0)) return (null, new Problem("BINARY", "This is no text file: it holds NUL bytes."));
            return (Utf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes[..Math.Clamp(problem.Index, 0, bytes.Length)].Count((byte)'\n');
            return (null, new Problem("ENCODING", "The file is not in UTF-8 (nor marked as UTF-16): save it as UTF-8.", line));
        }
    }
}
