using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ClaimGraph;

/// <summary>
/// Identifiers: opaque to clients, derived from content, so that stores, servers and re-ingestion agree. The letters before the underscore name the kind.
/// A claim's id begins with its document's hash, so that the claims of one article are neighbours in an index.
/// </summary>
public static class Ids
{
    public const string ClaimPrefix = "c_", SourcePrefix = "s_", ActorPrefix = "a_", QuestionPrefix = "q_", PositionPrefix = "p_",
        RelationPrefix = "r_", CandidatePrefix = "d_", AssessmentPrefix = "v_", RunPrefix = "i_", SuggestionPrefix = "m_", MergePrefix = "g_";

    /// <param name="document">The document's id as ingested.</param>
    /// <param name="contentHash">Of the stored text: each version is a source of its own.</param>
    public static string Article(string document, string contentHash) => SourcePrefix + Hash(12, "article", document) + Hash(8, contentHash);

    public static string Outlet(string foldedName) => SourcePrefix + Hash(20, "outlet", foldedName);

    public static string CitedSource(SourceKind kind, string foldedName) => SourcePrefix + Hash(20, kind.ToString(), foldedName);

    public static string Actor(ActorKind kind, string canonicalName) => ActorPrefix + Hash(20, kind.ToString(), canonicalName);

    /// <param name="occurrence">0 for the first claim with this quote and proposition in the document.</param>
    public static string Claim(string document, string quote, int occurrence, string proposition) =>
        ClaimPrefix + Hash(12, "article", document) + Hash(12, quote, occurrence.ToString(System.Globalization.CultureInfo.InvariantCulture), proposition);

    public static string Question(string key) => QuestionPrefix + Hash(20, key);

    public static string Position(string questionId, string discriminator) => PositionPrefix + Hash(20, questionId, discriminator);

    /// <summary>The unordered pair of claims, whatever the kind.</summary>
    public static string Relation(string claimA, string claimB) => RelationPrefix + Pair(claimA, claimB);

    public static string Candidate(string claimA, string claimB) => CandidatePrefix + Pair(claimA, claimB);

    public static string Suggestion(string actorA, string actorB) => SuggestionPrefix + Pair(actorA, actorB);

    /// <summary>A new id for something that has no content to derive it from: assessments, runs, merges.</summary>
    public static string New(string prefix) => prefix + Guid.CreateVersion7().ToString("N");

    /// <summary>Of a document's stored text and the metadata that is part of its content.</summary>
    public static string Content(params ReadOnlySpan<string?> parts) => Hash(26, parts);

    private static string Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? Hash(20, a, b) : Hash(20, b, a);

    /// <summary>Base 32 of SHA-256 over the parts, each closed by a separator: <paramref name="length"/> characters, five bits each.</summary>
    private static string Hash(int length, params ReadOnlySpan<string?> parts)
    {
        var most = parts.Length;
        foreach (var part in parts) most += Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        var rented = most <= 1024 ? null : ArrayPool<byte>.Shared.Rent(most);
        Span<byte> bytes = rented ?? stackalloc byte[1024];
        var written = 0;
        foreach (var part in parts)
        {
            written += Encoding.UTF8.GetBytes(part ?? "", bytes[written..]);
            bytes[written++] = 0x1F;
        }
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(bytes[..written], digest);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            var bit = i * 5;
            var pair = digest[bit >> 3] << 8 | ((bit >> 3) + 1 < 32 ? digest[(bit >> 3) + 1] : 0);
            text[i] = alphabet[pair >> (11 - (bit & 7)) & 31];
        }
        return new string(text);
    }
}
