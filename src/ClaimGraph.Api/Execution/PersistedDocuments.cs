using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClaimGraph.Api.Execution;

/// <summary>
/// Documents by hash instead of by text: those that clients registered (automatic persisted queries, as Apollo defines them), and those of a trusted folder,
/// which, when there is one, are the only ones that run.
/// </summary>
internal sealed class PersistedDocuments
{
    private readonly DocumentCache<string> _registered;
    private readonly Dictionary<string, string>? _trusted;

    public PersistedDocuments(ApiOptions options)
    {
        _registered = new(options.Limits.PersistedDocumentBytes);
        _trusted = options.TrustedDocuments is { } folder ? TrustedFolder.Read(folder) : null;
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text to run.</summary>
    /// <exception cref="ApiError">It is not known, not trusted, or not what its hash says.</exception>
    public string Resolve(GraphQLCall call)
    {
        var hash = call.PersistedHash;
        if (_trusted is { } trusted)
            return Trusted(trusted, call, hash);
        if (hash is null)
            return call.Query ?? throw new ApiError(call.DocumentId is null ? ErrorCodes.BadRequest : ErrorCodes.PersistedNotFound, call.DocumentId is null ? "A query is required." : "PersistedQueryNotFound");
        if (call.Query is null)
            return _registered.Find(hash) ?? throw new ApiError(ErrorCodes.PersistedNotFound, "PersistedQueryNotFound");
        if (HashOf(call.Query) != hash)
            throw new ApiError(ErrorCodes.PersistedMismatch, "The hash is not the document's.");
        _registered.Keep(hash, call.Query, call.Query.Length);
        return call.Query;
    }

    private static string Trusted(Dictionary<string, string> trusted, GraphQLCall call, string? hash)
    {
        if (hash is not null || call.DocumentId is not null)
        {
            var id = call.DocumentId ?? hash!;
            return trusted.GetValueOrDefault(id) ?? trusted.GetValueOrDefault(id.Replace("sha256:", "", StringComparison.Ordinal))
                ?? throw new ApiError(ErrorCodes.PersistedNotFound, "PersistedQueryNotFound");
        }
        return call.Query is { } text && trusted.TryGetValue(HashOf(text), out var known) && known == text
            ? text
            : throw new ApiError(ErrorCodes.DocumentNotTrusted, "This server runs only the documents that it was given.");
    }
}

/// <summary>
/// Reads a folder of trusted documents: each <c>.graphql</c> file by its name and by its hash; each <c>.json</c> file as a map of id to text, as the Relay
/// compiler and graphql-codegen write it, or as an Apollo manifest (<c>operations: [{ id, body }]</c>).
/// </summary>
internal static class TrustedFolder
{
    /// <exception cref="InvalidOperationException">The folder or one of its files cannot be read; the message says which.</exception>
    public static Dictionary<string, string> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidOperationException($"The folder of trusted documents does not exist: {folder}");
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".graphql", StringComparison.OrdinalIgnoreCase))
            {
                var text = File.ReadAllText(file);
                documents[Path.GetFileNameWithoutExtension(file)] = text;
                documents[PersistedDocuments.HashOf(text)] = text;
            }
            else if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                ReadManifest(file, documents);
        }
        return documents;
    }

    private static void ReadManifest(string file, Dictionary<string, string> documents)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var pairs = json.RootElement.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
                ? operations.EnumerateArray().Select(o => (Id: o.GetProperty("id").GetString()!, Text: o.GetProperty("body").GetString()!))
                : json.RootElement.EnumerateObject().Select(p => (Id: p.Name, Text: p.Value.GetString()!));
            foreach (var (id, text) in pairs)
            {
                documents[id] = text;
                documents[PersistedDocuments.HashOf(text)] = text;
            }
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{file} is no manifest of trusted documents: {problem.Message}", problem);
        }
    }
}
