namespace ClaimGraph.Server.Commands;

/// <summary>Progress as lines of standard error, so that standard output is the result alone.</summary>
internal sealed class ProgressLines : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
