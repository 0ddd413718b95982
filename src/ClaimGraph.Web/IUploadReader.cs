namespace ClaimGraph.Web;

/// <summary>Turns an uploaded file into the articles that it holds: one of a text or HTML file, many of JSON Lines. Filled by the server, which reads files on its command line by the same rules.</summary>
public interface IUploadReader
{
    /// <summary>The articles in order; what cannot be read is an article with <see cref="Article.Unreadable"/> set. Never throws on odd content.</summary>
    /// <param name="name">The file's name as uploaded; only its ending is looked at.</param>
    IAsyncEnumerable<Article> ReadAsync(string name, Stream content, CancellationToken cancellation);
}
