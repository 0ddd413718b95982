using F23.StringSimilarity;

namespace ClaimGraph.Comparison;

/// <summary>
/// Near-duplicate texts: articles whose MinHash signatures agree in most places (Broder 1997), and long sentences that are word for word the same.
/// Their claims have one origin, the earliest one's.
/// </summary>
internal sealed class SharedTexts(IReadOnlyList<Side> sides)
{
    private const double SignatureShare = 0.5, QuoteLikeness = 0.85;
    private const int LongQuote = 70;

    private readonly Jaccard _shingles = new(5);
    private readonly Dictionary<(string, string), bool> _articles = [];
    private readonly int _known = sides.Count;

    public bool Shares(Side a, Side b)
    {
        if (_known < 2 || a.Document == b.Document) return false;
        return Articles(a, b) || Quotes(a.Claim.Quote, b.Claim.Quote);
    }

    /// <summary>Gives the claims of one position that come from one text the origin of the first.</summary>
    public void Share(IReadOnlyList<Side> position, Dictionary<string, string> origins)
    {
        for (var i = 1; i < position.Count; i++)
        {
            var claim = position[i];
            for (var j = 0; j < i; j++)
            {
                if (!claim.IsNew && !position[j].IsNew) continue;
                var (first, second) = Sequence.Compare(position[j], claim) <= 0 ? (position[j], claim) : (claim, position[j]);
                if (first.Claim.Origin == second.Claim.Origin || !IsOwnVoice(second) || !Shares(first, second)) continue;
                origins[second.Id] = origins.GetValueOrDefault(first.Id) ?? first.Claim.Origin;
                break;
            }
        }
    }

    // A named speaker stays the origin, wherever the words are printed.
    private static bool IsOwnVoice(Side side) => side.Speaker is null;

    private bool Articles(Side a, Side b)
    {
        if (a.Signature.Count == 0 || a.Signature.Count != b.Signature.Count) return false;
        var pair = string.CompareOrdinal(a.Document, b.Document) < 0 ? (a.Document, b.Document) : (b.Document, a.Document);
        if (_articles.TryGetValue(pair, out var known)) return known;
        var agree = 0;
        for (var i = 0; i < a.Signature.Count; i++)
            if (a.Signature[i] == b.Signature[i]) agree++;
        return _articles[pair] = agree >= SignatureShare * a.Signature.Count;
    }

    private bool Quotes(string a, string b)
    {
        if (a.Length < LongQuote || b.Length < LongQuote || Math.Abs(a.Length - b.Length) > Math.Max(a.Length, b.Length) / 4) return false;
        return _shingles.Similarity(a, b) >= QuoteLikeness;
    }
}
