using System.IO.Compression;
using System.Text;

namespace ClaimGraph.Server.Tests.Support;

/// <summary>What a text weighs on its way.</summary>
internal static class Weights
{
    public static int Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)bytes.Length;
    }

    public static string Unpacked(byte[] bytes, string? encoding)
    {
        using Stream packed = new MemoryStream(bytes);
        using var plain = encoding switch { "gzip" => new GZipStream(packed, CompressionMode.Decompress), "br" => new BrotliStream(packed, CompressionMode.Decompress), _ => packed };
        return new StreamReader(plain).ReadToEnd();
    }
}
