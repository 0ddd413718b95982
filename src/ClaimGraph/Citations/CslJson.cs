using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimGraph.Citations;

/// <summary>CSL-JSON, an array of items: https://github.com/citation-style-language/schema, csl-data.json 1.0.2.</summary>
internal static class CslJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CitedClaim claim, bool chain)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var source in ClaimCitation.SourcesOf(claim, chain))
                Item(json, claim, source);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Item(Utf8JsonWriter json, CitedClaim claim, CitedSource source)
    {
        var cited = source.Id == claim.Source.Id;
        json.WriteStartObject();
        json.WriteString("id", cited ? claim.Id : source.Id);
        json.WriteString("type", source.Kind switch { SourceKind.Article => "article-newspaper", SourceKind.Report => "report", SourceKind.Statement => "speech", SourceKind.Document => "document", _ => "periodical" });
        json.WriteString("title", ClaimCitation.TitleOf(source));
        if (source.Outlet is { } outlet)
            json.WriteString("container-title", outlet);
        if (source.Published is { Start: { } start } published)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            DateParts(json, start, published.Precision);
            if (published.End is { } end && end != start && published.Precision is not (DatePrecision.Month or DatePrecision.Year))
                DateParts(json, end, published.Precision);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        if (source.Url is { } url)
            json.WriteString("URL", url);
        if (source.Language is { } language)
            json.WriteString("language", language);
        if (cited)
            json.WriteString("note", claim.Speaker is { } speaker ? $"{speaker}: “{claim.Quote.Trim()}”" : $"“{claim.Quote.Trim()}”");
        json.WriteEndObject();
    }

    private static void DateParts(Utf8JsonWriter json, DateOnly day, DatePrecision precision)
    {
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        if (precision != DatePrecision.Year)
            json.WriteNumberValue(day.Month);
        if (precision is not (DatePrecision.Year or DatePrecision.Month))
            json.WriteNumberValue(day.Day);
        json.WriteEndArray();
    }
}
