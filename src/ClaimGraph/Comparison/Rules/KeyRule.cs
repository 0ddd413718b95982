namespace ClaimGraph.Comparison;

/// <summary>1. Only answers to one question are compared.</summary>
internal static class KeyRule
{
    public const string Name = "question";

    public static bool Apply(Examination x)
    {
        if (!Questions.Compatible(x.Earlier, x.Later) && !(x.OneEvent && Alignment.Align(x.Earlier, x.Later)))
            return x.Stop(Name, x.Earlier.Key, x.Later.Key, "different questions");
        x.Step(Name, x.Earlier.Key, x.Later.Key, x.Earlier.Key == x.Later.Key ? "same question" : "the same question in other words");
        x.Factor("question", x.Earlier.Key == x.Later.Key ? 1 : 0.85, "how surely both answer one question");
        return true;
    }
}
