namespace ClaimGraph;

/// <summary>
/// A page by key: <see cref="First"/> forwards after <see cref="After"/>, or <see cref="Last"/> backwards before <see cref="Before"/>.
/// <c>First: 0</c> is allowed, for counts. Cursors are opaque and belong to the store and order that made them.
/// </summary>
public sealed record PageRequest(int First = 20, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>Also count the whole list: exact where a stored counter has it, else to 10,000 and null beyond.</summary>
    public bool WithTotal { get; init; }
}

public readonly record struct Edge<T>(T Node, string Cursor);

public sealed record Page<T>(IReadOnlyList<Edge<T>> Edges, bool HasNext, bool HasPrevious, int? TotalCount = null)
{
    public static readonly Page<T> Empty = new([], false, false, 0);
}
