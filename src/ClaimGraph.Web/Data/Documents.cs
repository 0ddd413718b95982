using System.Collections.Concurrent;

namespace ClaimGraph.Web;

/// <summary>The pages' GraphQL documents, embedded under their file names: <c>Board.graphql</c> is the document of the page <c>Board</c>.</summary>
public static class Documents
{
    private static readonly ConcurrentDictionary<string, string?> Read = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No page has a document of this name: a mistake in this project.</exception>
    public static string Of(string name) => Find(name) ?? throw new ArgumentException($"There is no document {name}.graphql.", nameof(name));

    /// <summary>The document, or null where there is none: for names that come with a request.</summary>
    public static string? Find(string name) => Read.GetOrAdd(name, static n =>
    {
        using var stream = typeof(Documents).Assembly.GetManifestResourceStream(n + ".graphql");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
