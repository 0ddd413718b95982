namespace ClaimGraph.Tests.Extraction;

/// <summary>Cases in text files: one a line, <c>#</c> opens a remark, <c>text =&gt; expected</c>.</summary>
internal static class CaseFile
{
    public static IEnumerable<string> Lines(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), pattern).Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => !l.StartsWith('#'));

    public static IEnumerable<(string Text, string Expected)> Pairs(string pattern)
    {
        foreach (var line in Lines(pattern))
            if (line.Split(" => ", 2) is [var text, var expected]) yield return (text.Trim(), expected.Trim());
    }

    /// <summary>A clock that stands in November 2026, so that cases do not age.</summary>
    public static TimeProvider Clock { get; } = new StoppedClock();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    }
}
