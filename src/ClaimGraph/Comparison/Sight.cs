namespace ClaimGraph.Comparison;

/// <summary>What one comparison sees: which blocks it decides, and which are left to others or stay as they were.</summary>
/// <param name="Compared">The blocks that were read whole and in which claims are compared.</param>
/// <param name="Divided">Event blocks that have grown too large: their parts by time decide in their place.</param>
internal sealed record Sight(IReadOnlySet<string> Compared, IReadOnlySet<string> Divided)
{
    /// <summary>What this block has to say is known now: it was compared, its parts are, or the block that it is a part of was.</summary>
    public bool Decides(string block) => Compared.Contains(block) || Divided.Contains(block) || (EventBlocks.WholeOf(block) is { } whole && Compared.Contains(whole));
}
