using ClaimGraph.Web;

namespace ClaimGraph.Server.Reading;

/// <summary>Uploaded files, read by the rules of the command line.</summary>
internal sealed class UploadReader : IUploadReader
{
    private static readonly int MaxArticleBytes = new IngestOptions().MaxArticleBytes;

    public IAsyncEnumerable<Article> ReadAsync(string name, Stream content, CancellationToken cancellation) => Inputs.ReadAsync(name, content, MaxArticleBytes, cancellation);
}
