using System.Text.Json;
using ClaimGraph.Extraction;
using ClaimGraph.Tests.Comparison;

namespace ClaimGraph.Evaluation;

/// <summary>Articles through the product's extractor and comparison, without a store.</summary>
internal static class Articles
{
    private static readonly ClaimExtractor Extractor = new(TimeProvider.System);

    public static IEnumerable<Article> Load(string file) => Lines(file).Select(json => new Article
    {
        Id = Text(json, "id"), Text = Text(json, "text"), Title = Text(json, "title"), Outlet = Text(json, "outlet"), Published = Text(json, "published"), Url = Text(json, "url"),
    });

    public static Reading Read(Article article) => Extractor.Read(article, article.Text!, []);

    /// <summary>Everything read and compared, in the order given; a document that comes again is a newer version.</summary>
    public static (MemoryBlocks Store, List<Reading> Readings) Ingest(IEnumerable<Article> articles)
    {
        var store = new MemoryBlocks();
        var current = new Dictionary<string, string>(StringComparer.Ordinal);
        var readings = new List<Reading>();
        foreach (var article in articles)
        {
            var reading = Read(article);
            if (current.GetValueOrDefault(article.Id!) == reading.Source.Id) continue;
            store.Add(reading, current.GetValueOrDefault(article.Id!));
            readings.RemoveAll(r => r.Source.Document == article.Id);
            readings.Add(reading);
            current[article.Id!] = reading.Source.Id;
        }
        return (store, readings);
    }

    /// <summary>Everything read and nothing compared; of a document that comes again, the newest version.</summary>
    public static List<Reading> Newest(IEnumerable<Article> articles) => [.. articles.Select(Read).GroupBy(r => r.Source.Document, StringComparer.Ordinal).Select(g => g.Last())];

    public static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    public static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;
}
