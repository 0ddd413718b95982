namespace ClaimGraph;

/// <summary>How far a copy got.</summary>
/// <param name="Origin">What is copied, as the command names it.</param>
/// <param name="Change">The last change of what is copied, when the copy began.</param>
/// <param name="Reached">The last key of the part that is stored.</param>
public sealed record CopyMark(string Origin, long Change, GraphPart Part, string Reached);

/// <summary>Moves a graph between stores as it is kept, ids, verdicts and times included. See <see cref="GraphCopy"/>.</summary>
public interface IGraphTransfer
{
    /// <summary>The next things of a part, in the order of their keys; none at its end.</summary>
    Task<IReadOnlyList<Kept>> ReadPartAsync(GraphPart part, string reached, int most, CancellationToken cancellation);

    /// <summary>The copy into this store that is under way, or null.</summary>
    Task<CopyMark?> CopyMarkAsync(CancellationToken cancellation);

    /// <summary>Begins a copy into this store.</summary>
    /// <exception cref="StoreException">Refused: the store holds something.</exception>
    Task BeginCopyAsync(CopyMark mark, CancellationToken cancellation);

    /// <summary>Stores one page and moves the mark, both or neither. A page from before the mark is passed over.</summary>
    Task TakeAsync(CopyMark mark, IReadOnlyList<Kept> page, CopyMark moved, CancellationToken cancellation);

    /// <summary>Computes counters and lists from what was copied, and removes the mark.</summary>
    Task EndCopyAsync(IProgress<string>? progress, CancellationToken cancellation);
}
