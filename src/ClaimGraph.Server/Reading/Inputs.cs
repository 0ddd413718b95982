using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using ClaimGraph.Server.Commands;
using Microsoft.Extensions.FileSystemGlobbing;

namespace ClaimGraph.Server.Reading;

public enum InputFormat { Text, Html, Lines }

/// <summary>A file to read, and its path below the folder given: the name that identifies it. A null path is standard input.</summary>
public sealed record Input(string? Path, string Name, InputFormat? Format)
{
    /// <summary>Why it is none: it does not exist, or is of no kind that we read.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>Paths of a command line to articles: files, folders, globs, standard input.</summary>
public static partial class Inputs
{
    private static readonly Dictionary<string, InputFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = InputFormat.Text, [".md"] = InputFormat.Text, [".html"] = InputFormat.Html, [".htm"] = InputFormat.Html, [".jsonl"] = InputFormat.Lines,
    };

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32, IgnoreInaccessible = false };

    /// <param name="format">How to read files of other kinds and standard input; null refuses the former and takes the latter as text.</param>
    public static IReadOnlyList<Input> Find(IEnumerable<string> paths, InputFormat? format)
    {
        return [.. paths.SelectMany(Of)];

        IEnumerable<Input> Of(string path)
        {
            if (path == "-") return [new Input(null, "standard input", format ?? InputFormat.Text)];
            if (Directory.Exists(path)) return InFolder(path);
            if (File.Exists(path)) return [FileAt(path, Path.GetFileName(path))];
            if (path.IndexOfAny(['*', '?']) >= 0) return Matching(path);
            return [new Input(path, path, null) { Problem = new Problem("NOT_FOUND", "There is no such file or folder.") }];
        }

        IEnumerable<Input> InFolder(string folder)
        {
            List<Input> found = [.. Directory.EnumerateFiles(folder, "*", Everything)
                .Where(f => format is not null || Formats.ContainsKey(Path.GetExtension(f)))
                .Select(f => FileAt(f, Below(folder, f)))
                .OrderBy(f => f.Name, StringComparer.Ordinal)];
            return found.Count > 0 ? found : [new Input(folder, folder, null) { Problem = new Problem("NOT_FOUND", "The folder holds no .txt, .md, .html or .jsonl files.") }];
        }

        IEnumerable<Input> Matching(string glob)
        {
            var segments = glob.Split('/', '\\');
            var wild = Array.FindIndex(segments, s => s.IndexOfAny(['*', '?']) >= 0);
            var folder = wild == 0 ? "." : string.Join(Path.DirectorySeparatorChar, segments[..wild]) is { Length: > 0 } given ? given : "/";
            List<Input> found = !Directory.Exists(folder) ? [] : [.. new Matcher().AddInclude(string.Join('/', segments[wild..])).GetResultsInFullPath(folder)
                .Select(f => FileAt(f, Below(folder, f)))
                .OrderBy(f => f.Name, StringComparer.Ordinal)];
            return found.Count > 0 ? found : [new Input(glob, glob, null) { Problem = new Problem("NOT_FOUND", "No file matches.") }];
        }

        Input FileAt(string path, string name) =>
            Formats.TryGetValue(Path.GetExtension(path), out var known) ? new Input(path, name, known)
            : format is not null ? new Input(path, name, format)
            : new Input(path, name, null) { Problem = new Problem("UNKNOWN_TYPE", "Only .txt, .md, .html and .jsonl are read; say what it is with --as text, html or lines.") };
    }

    /// <summary>The articles of the inputs, in order. What cannot be read is an article with <see cref="Article.Unreadable"/> set.</summary>
    public static async IAsyncEnumerable<Article> ReadAsync(IEnumerable<Input> inputs, int maxArticleBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var input in inputs)
        {
            if (input.Format == InputFormat.Lines && Open(input, out var stream) is null)
            {
                await using (stream)
                    await foreach (var article in ArticleLines.ReadAsync(stream!, input.Path ?? input.Name, maxArticleBytes, cancellation)) yield return article;
            }
            else
            {
                yield return await ReadOneAsync(input, maxArticleBytes, cancellation);
            }
        }
    }

    private static async Task<Article> ReadOneAsync(Input input, int maxArticleBytes, CancellationToken cancellation)
    {
        var article = new Article { Path = input.Path is null ? null : input.Name, Location = input.Path ?? input.Name };
        if (input.Problem is { } problem || (problem = Open(input, out var stream)) is not null) return article with { Unreadable = problem };

        await using (stream) return await ReadOneAsync(article, stream!, input.Format, maxArticleBytes, cancellation);
    }

    /// <summary>The articles of one file whose name and content came from elsewhere: an upload.</summary>
    public static async IAsyncEnumerable<Article> ReadAsync(string name, Stream content, int maxArticleBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Formats.TryGetValue(Path.GetExtension(name), out var format))
            yield return new Article { Location = name, Unreadable = new Problem("UNKNOWN_TYPE", "Only .txt, .md, .html and .jsonl are read.") };
        else if (format == InputFormat.Lines)
            await foreach (var article in ArticleLines.ReadAsync(content, name, maxArticleBytes, cancellation)) yield return article;
        else
            yield return await ReadOneAsync(new Article { Location = name }, content, format, maxArticleBytes, cancellation);
    }

    private static async Task<Article> ReadOneAsync(Article article, Stream stream, InputFormat? format, int maxArticleBytes, CancellationToken cancellation)
    {
        // UTF-16 takes up to twice the bytes; the exact limit is checked on the text.
        if (await ReadAllAsync(stream, maxArticleBytes * 2L + 1024, cancellation) is not { } bytes)
            return article with { Unreadable = new Problem("TOO_LARGE", $"The file is larger than an article may be ({maxArticleBytes:N0} bytes).") };
        if (bytes.Length == 0) return article with { Unreadable = new Problem("EMPTY", "The file is empty.") };
        var declared = format == InputFormat.Html ? DeclaredEncoding(bytes) : null;
        var (text, wrong) = declared is null ? TextFiles.Decode(bytes) : (declared.GetString(bytes), null);
        if (text is null) return article with { Unreadable = wrong };
        return format == InputFormat.Html ? article with { Html = text } : FrontMatter.Read(article, text);
    }

    private static Problem? Open(Input input, out Stream? stream)
    {
        stream = null;
        if (input.Problem is not null) return input.Problem;
        try
        {
            stream = input.Path is null ? Console.OpenStandardInput() : File.OpenRead(input.Path);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Problem("UNREADABLE", $"The file cannot be read: {problem.Message}");
        }
    }

    /// <returns>Null where there is more than the limit.</returns>
    private static async Task<byte[]?> ReadAllAsync(Stream stream, long limit, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            all.Write(buffer, 0, read);
            if (all.Length > limit) return null;
        }
        return all.ToArray();
    }

    // An old page that says so may be in a one-byte encoding: https://encoding.spec.whatwg.org/#names-and-labels gives windows-1252 all these names.
    private static Encoding? DeclaredEncoding(byte[] bytes) =>
        Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024))) is { Success: true } match
        && match.Groups[1].Value.ToLowerInvariant() is "windows-1252" or "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "cp1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)
            : null;

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    private static string Below(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}
