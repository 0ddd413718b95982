using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ClaimGraph.Citations;

/// <summary>
/// schema.org <c>ClaimReview</c> as JSON-LD, https://schema.org/ClaimReview. The rating is our standing among other claims ("Disputed", "Replaced"),
/// in words and without a number: ClaimGraph does not judge truth.
/// </summary>
internal static class ClaimReview
{
    // Meant to be pasted into a page: "<" must not be able to end the script element around it.
    private static readonly JsonWriterOptions Options = CslJson.Options with { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(CitedClaim claim, bool chain)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "ClaimReview");
            if (claim.Address is { } address)
                json.WriteString("url", address);
            json.WriteString("claimReviewed", claim.Quote.Trim());
            json.WriteStartObject("reviewRating");
            json.WriteString("@type", "Rating");
            json.WriteString("alternateName", Rating(claim.Standing));
            json.WriteEndObject();
            json.WriteStartObject("itemReviewed");
            json.WriteString("@type", "Claim");
            if (claim.Asserted.Start is { } day)
                json.WriteString("datePublished", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (claim.Speaker is { } speaker)
                Thing(json, "author", claim.SpeakerKind == ActorKind.Person ? "Person" : "Organization", speaker);
            var sources = ClaimCitation.SourcesOf(claim, chain);
            json.WriteStartArray("appearance");
            foreach (var source in sources)
                Appearance(json, source);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Appearance(Utf8JsonWriter json, CitedSource source)
    {
        json.WriteStartObject();
        json.WriteString("@type", source.Kind switch { SourceKind.Article => "NewsArticle", SourceKind.Report => "Report", _ => "CreativeWork" });
        json.WriteString("headline", ClaimCitation.TitleOf(source));
        if (source.Published?.Start is { } day)
            json.WriteString("datePublished", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (source.Outlet is { } outlet)
            Thing(json, "publisher", "NewsMediaOrganization", outlet);
        if (source.Url is { } url)
            json.WriteString("url", url);
        json.WriteEndObject();
    }

    private static void Thing(Utf8JsonWriter json, string member, string type, string name)
    {
        json.WriteStartObject(member);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static string Rating(Standing standing) => standing switch
    {
        Standing.Disputed => "Disputed by another source",
        Standing.Replaced => "Replaced by a later claim",
        Standing.Narrower => "Part of a broader claim",
        Standing.OtherScope => "Of another scope than similar claims",
        Standing.Alone => "Not compared: no other claim answers the same question",
        _ => "Not disputed",
    };
}
