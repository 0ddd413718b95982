namespace ClaimGraph.Stores.Tests.Support;

/// <summary>Recorded time under a test's control; begins on 2026-01-01.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>An hour later; answers the time before.</summary>
    public DateTimeOffset Pass()
    {
        var before = Now;
        Now += TimeSpan.FromHours(1);
        return before;
    }
}
