using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Schema;

/// <summary>Page arguments to a page request; everything out of bounds is refused, never cut silently.</summary>
internal static class Paging
{
    /// <summary>The list asked for its count alone.</summary>
    public static readonly PageRequest Count = new(First: 0) { WithTotal = true };

    public static PageRequest Forward(int? first, string? after, ApiLimits limits) => new(Check(first ?? limits.DefaultPageSize, limits), Cursor(after));

    public static PageRequest Either(int? first, string? after, int? last, string? before, ApiLimits limits)
    {
        if (last is null && before is null)
            return Forward(first, after, limits);
        if (first is not null || after is not null)
            throw new ApiError(ErrorCodes.BadUserInput, "Give `first` and `after`, or `last` and `before`, not both.");
        return new(First: 0, Last: Check(last ?? limits.DefaultPageSize, limits), Before: Cursor(before));
    }

    public static int Check(int size, ApiLimits limits) => Check(size, limits.PageSize);

    public static int Check(int size, int most) => size >= 0 && size <= most
        ? size
        : throw ApiError.Exceeded(ErrorCodes.PageSizeExceeded, $"A page has 0 to {most} items; {size} were asked for.", most, size);

    public static void CheckIds(IReadOnlyCollection<string>? ids, string name, ApiLimits limits)
    {
        if (ids?.Count > limits.IdsInList)
            throw ApiError.Exceeded(ErrorCodes.ListTooLong, $"`{name}` takes at most {limits.IdsInList} entries; {ids.Count} were given.", limits.IdsInList, ids.Count);
    }

    // An empty cursor is what a client sends that has none yet.
    private static string? Cursor(string? cursor) => string.IsNullOrEmpty(cursor) ? null : cursor;
}
