namespace ClaimGraph;

/// <summary>A run of UTF-16 code units in the stored text of one document version: <c>[Start, End)</c>, never negative, never reversed.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public string Of(string text) => text[Start..End];

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
