using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Web;

/// <summary>A file or line that was not taken, with why.</summary>
public sealed record RefusedUpload(string Name, string Why);

/// <summary>Uploaded files to the input of <c>ingestArticles</c>: what can be read goes on, what cannot is named.</summary>
internal static class Uploads
{
    public const int MostFiles = 200;
    public const long MostBytes = 20 * 1024 * 1024;

    public static async Task<(List<object?> Articles, List<RefusedUpload> Refused)> ReadAsync(IReadOnlyList<IFormFile> files, IUploadReader reader, CancellationToken cancellation)
    {
        List<object?> articles = [];
        List<RefusedUpload> refused = [];
        long bytes = 0;
        foreach (var (index, file) in files.Index())
        {
            bytes += file.Length;
            if (index >= MostFiles) { refused.Add(new(file.FileName, Texts.TooManyFiles)); continue; }
            if (bytes > MostBytes) { refused.Add(new(file.FileName, Texts.UploadTooLarge)); continue; }
            await using var stream = file.OpenReadStream();
            await foreach (var article in reader.ReadAsync(file.FileName, stream, cancellation))
            {
                if (article.Unreadable is { } problem) refused.Add(new(article.Location ?? file.FileName, problem.Message));
                else articles.Add(Input(article));
            }
        }
        return (articles, refused);
    }

    private static Dictionary<string, object?> Input(Article article)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in new[]
        {
            ("id", article.Id), ("text", article.Text), ("html", article.Html), ("title", article.Title), ("outlet", article.Outlet),
            ("url", article.Url), ("published", article.Published), ("language", article.Language),
        })
        {
            if (value is not null) input[name] = value;
        }
        return input;
    }
}
