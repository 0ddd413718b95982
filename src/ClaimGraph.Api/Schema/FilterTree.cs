using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Schema;

/// <summary>An input filter that can be combined with others of its kind.</summary>
internal interface ICombination<TSelf> where TSelf : class
{
    IReadOnlyList<TSelf>? And { get; }
    IReadOnlyList<TSelf>? Or { get; }
    TSelf? Not { get; }
}

/// <summary>Input filters to the store's, within the limits on depth, leaves, ids a list and words of text.</summary>
internal static class FilterTree
{
    public static Filter<TLeaf>? Of<TInput, TLeaf>(TInput? input, Func<TInput, Filter<TLeaf>?> leaf, ApiLimits limits) where TInput : class, ICombination<TInput>
    {
        var leaves = 0;
        return Combine(input, 0);

        Filter<TLeaf>? Combine(TInput? filter, int depth)
        {
            if (filter is null)
                return null;
            if (depth > limits.FilterDepth)
                throw ApiError.Exceeded(ErrorCodes.FilterTooDeep, $"Filters combine at most {limits.FilterDepth} deep.", limits.FilterDepth, depth);
            var parts = new List<Filter<TLeaf>>();
            if (leaf(filter) is { } own)
            {
                if (++leaves > limits.FilterLeaves)
                    throw ApiError.Exceeded(ErrorCodes.FilterTooLarge, $"A filter has at most {limits.FilterLeaves} parts.", limits.FilterLeaves, leaves);
                parts.Add(own);
            }
            if (filter.And is { } and)
                parts.AddRange(Parts(and, depth));
            if (filter.Or is { } or)
                parts.Add(new Filter<TLeaf>.Or([.. Parts(or, depth)]));
            if (filter.Not is { } not)
                parts.Add(new Filter<TLeaf>.Not(Combine(not, depth + 1) ?? new Filter<TLeaf>.And([])));
            return parts.Count switch { 0 => null, 1 => parts[0], _ => new Filter<TLeaf>.And(parts) };
        }

        // A part without members holds always: an empty "and".
        IEnumerable<Filter<TLeaf>> Parts(IReadOnlyList<TInput> of, int depth) => of.Count > limits.FilterLeaves
            ? throw ApiError.Exceeded(ErrorCodes.FilterTooLarge, $"A filter has at most {limits.FilterLeaves} parts.", limits.FilterLeaves, of.Count)
            : of.Select(part => Combine(part, depth + 1) ?? new Filter<TLeaf>.And([]));
    }

    /// <summary>The leaf, or null where it filters nothing.</summary>
    public static Filter<TLeaf>? Leaf<TLeaf>(TLeaf leaf) where TLeaf : class, IEquatable<TLeaf>, new() =>
        leaf.Equals(new TLeaf()) ? null : new Filter<TLeaf>.Leaf(leaf);

    public static IReadOnlyList<string>? Ids(IReadOnlyList<string>? ids, string name, ApiLimits limits)
    {
        Paging.CheckIds(ids, name, limits);
        return ids;
    }

    public static string? Words(string? text, ApiLimits limits)
    {
        if (text is null)
            return null;
        if (text.Length > limits.SearchCharacters)
            throw ApiError.Exceeded(ErrorCodes.TextTooLong, $"A text to search for has at most {limits.SearchCharacters} characters.", limits.SearchCharacters, text.Length);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return words > limits.SearchTerms ? throw ApiError.Exceeded(ErrorCodes.TextTooLong, $"A text to search for has at most {limits.SearchTerms} words.", limits.SearchTerms, words) : text;
    }
}
