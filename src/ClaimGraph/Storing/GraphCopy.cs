using System.Security.Cryptography;

namespace ClaimGraph;

/// <param name="Digest">The sum of what each thing of the part hashes to, in hexadecimal: the same whatever their order.</param>
public sealed record CopiedPart(GraphPart Part, long Count, string Digest);

/// <summary>
/// Copies everything that one store holds into another, empty one. Each page is one transaction with the mark of how far it got, so that a copy that was cut goes on where it stopped.
/// At the end both stores are read once more and compared, part by part.
/// </summary>
public static class GraphCopy
{
    public const int PageSize = 500;

    /// <param name="origin">Names what is copied: a copy that was cut is only gone on with from the same.</param>
    /// <returns>What both stores hold.</returns>
    /// <exception cref="StoreException">Refused: the target holds something else, the origin changed meanwhile, or the two are not equal at the end.</exception>
    public static async Task<IReadOnlyList<CopiedPart>> RunAsync(IClaimStore from, IClaimStore into, string origin, IProgress<string>? progress, CancellationToken cancellation, int pageSize = PageSize)
    {
        await RefuseHalfAsync(from, cancellation).ConfigureAwait(false);
        var change = await from.LastChangeAsync(cancellation).ConfigureAwait(false);
        var mark = await BeginAsync(into, new CopyMark(origin, change, default, ""), progress, cancellation).ConfigureAwait(false);
        foreach (var part in Enum.GetValues<GraphPart>().Where(p => p >= mark.Part))
        {
            mark = part == mark.Part ? mark : mark with { Part = part, Reached = "" };
            mark = await CopyPartAsync(from, into, mark, pageSize, progress, cancellation).ConfigureAwait(false);
        }

        var copied = await CompareAsync(from, into, pageSize, progress, cancellation).ConfigureAwait(false);
        if (await from.LastChangeAsync(cancellation).ConfigureAwait(false) != change) throw Changed();
        await into.EndCopyAsync(progress, cancellation).ConfigureAwait(false);
        return copied;
    }

    /// <summary>Counts and sums up what a store holds.</summary>
    public static async Task<CopiedPart> SumAsync(IGraphTransfer store, GraphPart part, int pageSize, CancellationToken cancellation)
    {
        var sum = new byte[SHA256.HashSizeInBytes];
        var count = 0L;
        for (var reached = ""; ;)
        {
            var page = await store.ReadPartAsync(part, reached, pageSize, cancellation).ConfigureAwait(false);
            if (page.Count == 0) return new CopiedPart(part, count, Convert.ToHexStringLower(sum));
            foreach (var kept in page) Add(sum, SHA256.HashData(kept.ToUtf8()));
            count += page.Count;
            reached = page[^1].Key;
        }
    }

    /// <summary>A store into which a copy is under way holds a part of a graph, and no counters: it is not to be read.</summary>
    /// <exception cref="StoreException">Refused: the copy into this store has not come to its end.</exception>
    public static async Task RefuseHalfAsync(IGraphTransfer store, CancellationToken cancellation)
    {
        if (await store.CopyMarkAsync(cancellation).ConfigureAwait(false) is { } mark)
            throw new StoreException(StoreFailure.Refused, $"A copy of {mark.Origin} into this store has not come to its end. Run the same copy command again: it goes on where it stopped. Or take an empty store.");
    }

    private static async Task<CopyMark> BeginAsync(IGraphTransfer into, CopyMark wanted, IProgress<string>? progress, CancellationToken cancellation)
    {
        if (await into.CopyMarkAsync(cancellation).ConfigureAwait(false) is not { } mark)
        {
            await into.BeginCopyAsync(wanted, cancellation).ConfigureAwait(false);
            return wanted;
        }
        if (mark.Origin != wanted.Origin) throw new StoreException(StoreFailure.Refused, $"A copy of {mark.Origin} into this store is under way. Finish that one, or give an empty store.");
        if (mark.Change != wanted.Change) throw Changed();
        progress?.Report($"goes on at {mark.Part} after {mark.Reached}");
        return mark;
    }

    private static async Task<CopyMark> CopyPartAsync(IGraphTransfer from, IGraphTransfer into, CopyMark mark, int pageSize, IProgress<string>? progress, CancellationToken cancellation)
    {
        // The part itself may be new to the target's mark.
        var stored = await into.CopyMarkAsync(cancellation).ConfigureAwait(false) ?? throw new StoreException(StoreFailure.Refused, "Somebody else has ended the copy into this store.");
        var count = 0L;
        while (true)
        {
            var page = await from.ReadPartAsync(mark.Part, mark.Reached, pageSize, cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            var moved = mark with { Reached = page[^1].Key };
            await into.TakeAsync(stored, page, moved, cancellation).ConfigureAwait(false);
            stored = mark = moved;
            count += page.Count;
            if (count % (pageSize * 20L) == 0) progress?.Report($"{mark.Part}: {count}");
        }
        if (count > 0) progress?.Report($"{mark.Part}: {count}");
        return mark;
    }

    private static async Task<IReadOnlyList<CopiedPart>> CompareAsync(IGraphTransfer from, IGraphTransfer into, int pageSize, IProgress<string>? progress, CancellationToken cancellation)
    {
        var parts = new List<CopiedPart>();
        foreach (var part in Enum.GetValues<GraphPart>())
        {
            var there = await SumAsync(from, part, pageSize, cancellation).ConfigureAwait(false);
            var here = await SumAsync(into, part, pageSize, cancellation).ConfigureAwait(false);
            if (there != here)
                throw new StoreException(StoreFailure.Refused, $"The copy differs in {part}: {there.Count} ({there.Digest}) were to be copied, {here.Count} ({here.Digest}) are there. Copy into an empty store again.");
            if (there.Count > 0) progress?.Report($"{part}: {there.Count} on either side, checksum {there.Digest[..12]}");
            parts.Add(there);
        }
        return parts;
    }

    private static StoreException Changed() => new(StoreFailure.Refused, "What is copied has changed since the copy began. Stop what writes to it, and copy into an empty store again.");

    private static void Add(Span<byte> sum, ReadOnlySpan<byte> hash)
    {
        var carry = 0;
        for (var i = 0; i < sum.Length; i++)
        {
            carry += sum[i] + hash[i];
            sum[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
