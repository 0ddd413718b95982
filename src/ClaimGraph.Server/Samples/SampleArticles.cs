using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Samples;

/// <summary>A few short articles about the same events, for a first look. Written for ClaimGraph; outlets and authors are invented, the events are not.</summary>
public static class SampleArticles
{
    private const string Prefix = "ClaimGraph.Server.Samples.";

    public static IReadOnlyList<Article> All { get; } = [.. typeof(SampleArticles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".md", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Read)];

    public static Task<IngestionRun> LoadAsync(Ingest ingest, CancellationToken cancellation) =>
        ingest.RunAsync(All.ToAsyncEnumerable(), All.Count, null, null, cancellation);

    private static Article Read(string resource)
    {
        using var text = new StreamReader(typeof(SampleArticles).Assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..];
        return FrontMatter.Read(new Article { Path = $"samples/{name}", Location = $"sample {name}" }, text.ReadToEnd());
    }
}
