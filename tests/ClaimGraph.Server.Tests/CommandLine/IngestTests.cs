using System.Text;
using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.CommandLine;

/// <summary>What <c>ingest</c> takes, refuses and says.</summary>
public sealed class IngestTests : IDisposable
{
    private const string Text = "Twenty-six countries have formally committed to sending troops to Ukraine, Emmanuel Macron said on Thursday.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<CommandResult> IngestAsync(params string[] arguments) => IngestAsync(null, arguments);

    private Task<CommandResult> IngestAsync(byte[]? input, params string[] arguments) =>
        Executable.RunAsync(["ingest", "--json", "--data", Path.Combine(_folder.Path, "data"), .. arguments], input, null);

    private static List<(string Name, string State, List<string> Codes)> Rows(CommandResult result) =>
        [.. result.Lines.Select(l => JsonDocument.Parse(l).RootElement).Select(r => (
            r.GetProperty("name").GetString()!, r.GetProperty("state").GetString()!, r.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString()!).ToList()))];

    [Fact]
    public async Task A_folder_with_bad_files_among_good_ones_stores_the_good_and_names_the_bad()
    {
        _folder.File("in/good.txt", Text);
        _folder.File("in/deep/good.md", "---\npublished: 2025-09-05\noutlet: Daily News\n---\nNo country has publicly committed to sending troops to Ukraine.");
        _folder.File("in/empty.txt", "");
        _folder.File("in/blank.txt", "  \n\n");
        _folder.File("in/picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]);
        _folder.File("in/latin1.txt", [.. "The caf"u8, 0xE9, .. " closed."u8]);
        _folder.File("in/headers.md", "---\ntitle: A\n---\n---\ntitle: B\n---\nText.");
        _folder.File("in/page.html", "<html><body><script>1</script></body></html>");
        _folder.File("in/ignored.bin", "not an article");

        var result = await IngestAsync("--published", "2025-09-04", Path.Combine(_folder.Path, "in"));

        Assert.Equal(3, result.ExitCode);
        var rows = Rows(result).ToDictionary(r => Path.GetFileName(r.Name), StringComparer.Ordinal);
        Assert.Equal(8, rows.Count);
        Assert.Equal(["EMPTY", "EMPTY", "BINARY", "ENCODING", "TWO_HEADERS", "NO_TEXT"],
            new[] { "empty.txt", "blank.txt", "picture.txt", "latin1.txt", "headers.md", "page.html" }.Select(n => rows[n].Codes[0]));
        Assert.All(rows.Values.Where(r => r.Name.Contains("good", StringComparison.Ordinal)), r => Assert.Equal("Done", r.State));
        Assert.Contains($"headers.md:4:", result.Error, StringComparison.Ordinal);
        Assert.Contains($"latin1.txt:1:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var file = _folder.File("a.txt", Text);
        var first = await IngestAsync("--published", "2025-09-04", file);
        var before = await ExportAsync();
        var second = await IngestAsync("--published", "2025-09-04", file);

        Assert.Equal(("Done", 0), (Rows(first).Single().State, first.ExitCode));
        Assert.Equal(("Unchanged", 0), (Rows(second).Single().State, second.ExitCode));
        Assert.Equal(before, await ExportAsync());
        Assert.NotEqual("", before);
    }

    [Fact]
    public async Task The_same_document_twice_in_one_file_leaves_the_later_line()
    {
        var feed = _folder.File("feed.jsonl", string.Join('\n',
            JsonSerializer.Serialize(new { id = "d", text = string.Concat(Enumerable.Repeat(Text + "\n\n", 200)), published = "2025-09-04" }),
            JsonSerializer.Serialize(new { id = "d", text = "No country has publicly committed to sending troops to Ukraine.", published = "2025-09-04" }),
            JsonSerializer.Serialize(new { id = "e", text = Text, published = "2025-09-04" })));
        var result = await IngestAsync(feed);

        Assert.Equal(["Done", "Done", "Done"], Rows(result).Select(r => r.State));
        var quotes = (await ExportAsync()).Split('\n').Where(l => l.Contains("\"document\":\"d\"", StringComparison.Ordinal) && l.Contains("\"quote\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.Contains("country has publicly", q, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        var file = _folder.File("a.txt", Text);
        await IngestAsync("--published", "2025-09-04", file);
        File.WriteAllText(file, Text.Replace("Twenty-six", "Twenty-seven", StringComparison.Ordinal));
        Assert.Equal("Done", Rows(await IngestAsync("--published", "2025-09-04", file)).Single().State);

        var export = await ExportAsync();
        Assert.Contains("Twenty-seven countries", export, StringComparison.Ordinal);
        Assert.DoesNotContain("Twenty-six countries", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_as_told()
    {
        var text = await IngestAsync(Encoding.UTF8.GetBytes(Text), "-", "--published", "2025-09-04");
        var page = await IngestAsync(Encoding.UTF8.GetBytes($"<html><body><article><h1>Pledge</h1><p>{Text}</p></article></body></html>"), "-", "--as", "html", "--url", "https://a.example/1");
        var lines = await IngestAsync(Encoding.UTF8.GetBytes("{\"id\":\"x\",\"text\":\"" + Text + "\"}\n{broken\n"), "-", "--as", "lines");

        Assert.Equal([0, 0, 3], new[] { text, page, lines }.Select(r => r.ExitCode));
        // A refusal is told at once, what is stored after its commit.
        Assert.Equal(["Done", "Failed"], Rows(lines).OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => r.State));
        Assert.Contains("standard input:2:", lines.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_win_over_the_header()
    {
        var file = _folder.File("a.md", "---\noutlet: Header News\ntitle: From the header\npublished: 2020-01-01\n---\n" + Text);
        await IngestAsync(file, "--outlet", "Option News", "--published", "2025-09-04");
        var source = (await ExportAsync()).Split('\n').First(l => l.Contains("\"kind\":\"ARTICLE\"", StringComparison.Ordinal));
        Assert.Contains("\"outlet\":\"Option News\"", source, StringComparison.Ordinal);
        Assert.Contains("\"published\":\"2025-09-04\"", source, StringComparison.Ordinal);
        Assert.Contains("From the header", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_glob_is_expanded()
    {
        _folder.File("in/a.txt", Text);
        _folder.File("in/b.md", Text + " Again.");
        _folder.File("in/deep/c.txt", Text + " And again.");
        Assert.Equal(["a.txt"], Rows(await IngestAsync(Path.Combine(_folder.Path, "in", "*.txt"))).Select(r => Path.GetFileName(r.Name)));
        Assert.Equal(["a.txt", "c.txt"], Rows(await IngestAsync(Path.Combine(_folder.Path, "in", "**", "*.txt"))).Select(r => Path.GetFileName(r.Name)));
    }

    [Fact]
    public async Task What_is_not_there_or_too_large_or_undated_is_said()
    {
        var large = _folder.File("large.txt", string.Concat(Enumerable.Repeat(Text, 100)));
        var undated = _folder.File("undated.txt", Text);
        var future = _folder.File("future.txt", Text + " Soon.");

        Assert.Equal((1, "NOT_FOUND"), Only(await IngestAsync(Path.Combine(_folder.Path, "missing.txt"))));
        Assert.Equal((1, "TOO_LARGE"), Only(await IngestAsync(large, "--max-article-bytes", "1000")));
        Assert.Equal((0, "NO_DATE"), Only(await IngestAsync(undated)));
        Assert.Equal((0, "FUTURE_DATE"), Only(await IngestAsync(future, "--published", "2199-01-01")));

        static (int, string) Only(CommandResult result) => (result.ExitCode, Rows(result).Single().Codes.First(c => c is not "OTHER_LANGUAGE"));
    }

    [Fact]
    public async Task An_address_for_several_articles_is_wrong_use()
    {
        var result = await IngestAsync(_folder.File("a.txt", Text), _folder.File("b.txt", Text), "--url", "https://a.example/1");
        Assert.Equal((2, ""), (result.ExitCode, result.Out));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = _folder.File("a.txt", Text);
        var result = await Executable.RunAsync("ingest", file, "--data", Path.Combine(file, "below-a-file"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--data", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_into_another_store_holds_the_same_and_is_not_made_twice()
    {
        await IngestAsync(_folder.File("a.md", "---\noutlet: Daily News\npublished: 2025-09-04\n---\n" + Text), _folder.File("b.txt", "No country has committed to sending troops to Ukraine."), "--published", "2025-03-28");
        var copy = Path.Combine(_folder.Path, "copy");
        string[] arguments = ["copy", "--data", Path.Combine(_folder.Path, "data"), "--to", $"sqlite:{copy}"];
        var copied = await Executable.RunAsync(arguments);
        Assert.True(copied.ExitCode == 0, copied.Error);
        Assert.Matches(@"Claims +\d+  [0-9a-f]{64}", copied.Out);
        Assert.Equal(Lines(await ExportAsync()), Lines((await Executable.RunAsync("export", "--data", copy)).Out));

        var again = await Executable.RunAsync(arguments);
        Assert.NotEqual(0, again.ExitCode);
        Assert.Contains("not empty", again.Error);
        var same = await Executable.RunAsync("copy", "--data", copy, "--to", $"sqlite:{copy}");
        Assert.Contains("same store", same.Error);

        static List<string> Lines(string export) => [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    private async Task<string> ExportAsync() => (await Executable.RunAsync("export", "--format", "jsonl", "--data", Path.Combine(_folder.Path, "data"))).Out;
}
