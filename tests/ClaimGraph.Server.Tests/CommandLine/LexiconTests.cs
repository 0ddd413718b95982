using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.CommandLine;

/// <summary>Words of the user's own: <c>--lexicon DIR</c>.</summary>
public sealed class LexiconTests : IDisposable
{
    private const string Text = "Anna Kovac claimed that 12 zorbs of grain were lost. The Quay Watch denied it.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Words => Path.Combine(_folder.Path, "words");

    private Task<CommandResult> ExplainAsync(string[] options, IReadOnlyDictionary<string, string>? environment = null) =>
        Executable.RunAsync(["explain", "--data", Path.Combine(_folder.Path, "data"), .. options, _folder.File("article.txt", Text)], null, environment);

    [Fact]
    public async Task Words_of_a_folder_are_read_beside_the_built_in_ones()
    {
        _folder.File("words/units.txt", "# A measure of the harbour.\nzorb | mass | 3 | zorb zorbs\n");
        _folder.File("words/organisations.txt", "Quay Watch Society | Quay Watch, QWS\n");

        var without = await ExplainAsync([]);
        var with = await ExplainAsync(["--lexicon", Words]);

        Assert.Equal(0, with.ExitCode);
        Assert.DoesNotContain("actor: Quay Watch = Quay Watch Society", without.Out, StringComparison.Ordinal);
        Assert.Contains("actor: Quay Watch = Quay Watch Society", with.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("(mass;", without.Out, StringComparison.Ordinal);
        Assert.Contains("(mass;", with.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_with_a_minus_takes_a_word_away()
    {
        _folder.File("words/cues.txt", "[says]\n-claim\n");

        Assert.Contains("cue: claimed", (await ExplainAsync([])).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("cue: claimed", (await ExplainAsync(["--lexicon", Words])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_is_also_named_by_the_environment()
    {
        _folder.File("words/organisations.txt", "Quay Watch Society | Quay Watch");

        var result = await ExplainAsync([], new Dictionary<string, string> { ["CLAIMGRAPH_LEXICON"] = Words });

        Assert.Contains("Quay Watch Society", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("units.txt", "# own\nzorb|mass|many|zorbs", "units.txt:2: “many” is no number. A line of units is: unit | dimension | factor (a number) | forms (divided by blanks)")]
    [InlineData("ladder.txt", "keen|keen eager", "ladder.txt:1: “keen” is no rung. A line of ladder is: rung (refused, not_committed,")]
    [InlineData("synonyms.txt", "barge", "synonyms.txt:1: there are no words")]
    [InlineData("events.txt", "storm|gale|squall", "events.txt:1: there are 3 fields")]
    [InlineData("people.txt", "Ana Kovac||Norway|mayor 2020", "people.txt:1: “mayor 2020” cannot be read")]
    [InlineData("cues.txt", "proclaim", "cues.txt:1: no section is open. A line of cues is: [section], then words divided by commas")]
    [InlineData("cues.txt", "[shouts]\nbellow", "cues.txt:2: there is no section “shouts”, only says,")]
    [InlineData("synonyms.txt", "-boat|submarine", "synonyms.txt:1: there is nothing to take away")]
    [InlineData("cues.txt", "[says]\n-bellow", "cues.txt:2: “bellow” is not in the section")]
    [InlineData("verbs.txt", "bellow", "verbs.txt: no list is called so. The lists are acts, amounts,")]
    public async Task A_wrong_line_is_refused_with_its_place_and_what_is_expected(string file, string content, string expected)
    {
        _folder.File($"words/{file}", content);

        var result = await ExplainAsync(["--lexicon", Words]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused() =>
        Assert.Contains("There is no folder", (await ExplainAsync(["--lexicon", Words])).Error, StringComparison.Ordinal);
}
