using System.Collections.Concurrent;

namespace ClaimGraph.Neo4j;

/// <summary>The statements of <c>cypher/</c>, embedded under their file names. Lines of comment are left out of what is sent.</summary>
internal static class Cypher
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>A file of <c>cypher/queries</c>, without its ending.</summary>
    public static string Query(string name) => Known.GetOrAdd(name, static n => Cards.Fill(WithoutComments(Resource($"queries.{n}.cypher"))));

    /// <summary>A file with its marks filled: <c>{{filter}}</c>, and cards such as <c>{{claim c}}</c> with the variable that they are of. Fillings come from this program alone, never from a caller.</summary>
    public static string Query(string name, params ReadOnlySpan<(string Mark, string Text)> fillings)
    {
        var text = Query(name);
        foreach (var (mark, filling) in fillings) text = text.Replace("{{" + mark + "}}", filling, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The named pieces of a file of <c>cypher/queries</c>: each begins with its name as a comment, <c>//: claim.questions</c>, with remarks on further lines.</summary>
    public static IReadOnlyDictionary<string, string> Pieces(string name) => Resource($"queries.{name}.cypher").Split("//: ").Skip(1).ToDictionary(
        p => p[..p.IndexOf('\n', StringComparison.Ordinal)].Trim(), p => WithoutComments(p[p.IndexOf('\n', StringComparison.Ordinal)..]), StringComparer.Ordinal);

    /// <summary>The numbered files of <c>cypher/migrations</c>, in order.</summary>
    public static IReadOnlyList<(string Name, string Text)> Migrations { get; } =
    [
        .. typeof(Cypher).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains("migrations.V", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n[(n.IndexOf("migrations.", StringComparison.Ordinal) + 11)..^7], Read(n))),
    ];

    public static string WithoutComments(string text) => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("//", StringComparison.Ordinal))).Trim();

    internal static string Resource(string ending) =>
        Read(typeof(Cypher).Assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + ending, StringComparison.Ordinal)));

    private static string Read(string resource)
    {
        using var stream = typeof(Cypher).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
