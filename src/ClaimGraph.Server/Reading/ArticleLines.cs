using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClaimGraph.Server.Reading;

/// <summary>JSON lines, one article each: <c>id, text</c> or <c>html, title, outlet, published, url, language</c>. A bad line is an unreadable article; the next ones are read.</summary>
public static class ArticleLines
{
    // JSON may write a character in six bytes, and the other members want room too.
    private const int Overhead = 6, Metadata = 64 * 1024;

    /// <param name="name">Of the file, for messages.</param>
    public static async IAsyncEnumerable<Article> ReadAsync(Stream stream, string name, int maxArticleBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in LinesAsync(stream, maxArticleBytes * (long)Overhead + Metadata, cancellation))
        {
            number++;
            if (line is null) yield return Refused(name, "TOO_LARGE", "The line is longer than any article may be.", number);
            else if (!line.AsSpan().IsWhiteSpaceUtf8()) yield return Read(line, name, number);
        }
    }

    private static Article Read(byte[] line, string name, int number)
    {
        var bytes = line.AsSpan();
        if (number == 1 && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (TextFiles.Decode(bytes) is (null, { } wrong)) return Refused(name, wrong.Code, wrong.Message, number);
        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray());
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Refused(name, "JSON", "The line is no JSON object.", number);
            return new Article
            {
                Location = $"{name}:{number}",
                Id = Text(json, "id"),
                Text = Text(json, "text"),
                Html = Text(json, "html"),
                Title = Text(json, "title"),
                Outlet = Text(json, "outlet"),
                Published = Text(json, "published"),
                Url = Text(json, "url"),
                Language = Text(json, "language"),
            };
        }
        catch (FormatException problem)
        {
            return Refused(name, "JSON", problem.Message, number);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return Refused(name, "JSON", "The line is no JSON object.", number);
        }
    }

    /// <exception cref="FormatException">The member is an object, a list or a truth value.</exception>
    private static string? Text(JsonDocument json, string member) => !json.RootElement.TryGetProperty(member, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new FormatException($"“{member}” is no text."),
    };

    private static Article Refused(string name, string code, string message, int line) => new() { Location = $"{name}:{line}", Unreadable = new Problem(code, message, line) };

    /// <summary>The lines of a stream, null for one that is too long.</summary>
    private static async IAsyncEnumerable<byte[]?> LinesAsync(Stream stream, long maxBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        var skipping = false;
        while (true)
        {
            var result = await pipe.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                yield return skipping || line.Length > maxBytes ? null : line.ToArray();
                skipping = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > maxBytes)
            {
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }
            if (result.IsCompleted)
            {
                if (skipping) yield return null;
                else if (!buffer.IsEmpty) yield return buffer.ToArray();
                await pipe.CompleteAsync();
                yield break;
            }
            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static bool IsWhiteSpaceUtf8(this Span<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
