using ClaimGraph.Comparison;
using ClaimGraph.Extraction;
using ClaimGraph.Tests.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>What a reader is told of why two reports are of one event.</summary>
public sealed class EventExplanationTests
{
    [Fact]
    public void Shared_names_are_shown_as_the_articles_print_them()
    {
        var blocks = new MemoryBlocks();
        var extractor = new ClaimExtractor(CaseFile.Clock);
        foreach (var (outlet, toll) in new[] { ("Daily Echo", "At least 12"), ("Harbour Post", "Nineteen") })
            blocks.Add(extractor.Read(new Article { Id = outlet, Outlet = outlet, Published = "2025-03-11" }, $"{toll} people were killed when the ferry Aurelia Donatello sank off Brindisi on Monday, the coast guard said.", []));

        var relation = Assert.Single(blocks.Relations.Values);
        Assert.Contains(relation.Trace, step => $"{step.Outcome} {step.Remark}".Contains("Brindisi", StringComparison.Ordinal));
        Assert.DoesNotContain(relation.Trace, step => $"{step.Outcome} {step.Remark}".Contains(NameFolding.Fold("Brindisi"), StringComparison.Ordinal));
    }
}
