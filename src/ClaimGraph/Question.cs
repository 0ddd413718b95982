namespace ClaimGraph;

/// <summary>What claims answer. The key names who, which act or measure, about what, and which event; no rung, polarity or value.</summary>
public sealed record Question(string Id, string Key, string Text);

/// <summary>One answer within a question and scope: the claims that assert the same value, polarity and rung.</summary>
public sealed record Position(string Id, string QuestionId, Value Value);

/// <summary>A value for a reader and a filter: the comparable part of a proposition.</summary>
public sealed record Value(string Text, Quantity? Quantity, Polarity Polarity, Modality Modality)
{
    public IReadOnlyList<string> Scope { get; init; } = [];
    public string? Condition { get; init; }

    public static Value Of(Proposition p) => new(p.ValueText, p.Quantity, p.Polarity, p.Modality)
    {
        Scope = [.. p.Scope.Select(f => $"{f.Name}: {f.Value}")],
        Condition = p.Condition,
    };
}

/// <summary>A claim or question that looks like this one and is not: shown, so that silence is not mistaken for blindness.</summary>
public sealed record SetApart(string QuestionId, string? OtherQuestionId, string? ClaimId, string Reason);
