using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ClaimGraph.Server.Commands;

/// <summary>How an ingestion goes: a bar on a terminal, plain lines elsewhere, both on standard error; results on standard output.</summary>
public sealed class IngestReport : IProgress<IngestProgress>, IAsyncDisposable
{
    private const int WarningsShown = 20;

    private readonly bool _json;
    private readonly int? _total;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly IAnsiConsole? _terminal;
    private readonly TaskCompletionSource _finished = new();
    private Task _bar = Task.CompletedTask;
    private ProgressTask? _task;
    private IngestProgress? _last;
    private TimeSpan _lineAt;
    private int _warnings;

    private IngestReport(bool json, int? total)
    {
        _json = json;
        _total = total;
        if (!Console.IsErrorRedirected) _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    }

    public static IngestReport Create(bool json, int? total)
    {
        var report = new IngestReport(json, total);
        if (report._terminal is { } terminal) report._bar = report.DrawAsync(terminal);
        return report;
    }

    public void Report(IngestProgress value)
    {
        _last = value;
        if (value.Article is { } article)
        {
            if (_json) Output.Json(IngestedRow.Of(article));
            foreach (var problem in article.Problems) Say(article, problem);
        }
        if (_task is { } task)
        {
            task.Description = Markup.Escape(Counts(value));
            if (value.Total is > 0) task.MaxValue = value.Total.Value;
            task.Value = value.Articles;
        }
        else if (_terminal is null && _since.Elapsed - _lineAt > TimeSpan.FromSeconds(2))
        {
            _lineAt = _since.Elapsed;
            Console.Error.WriteLine(Counts(value));
        }
    }

    /// <summary>Prints what came of the run.</summary>
    /// <returns>The exit code.</returns>
    public int Finish(IngestionRun run)
    {
        _finished.TrySetResult();
        _bar.GetAwaiter().GetResult();
        if (_warnings > WarningsShown) Console.Error.WriteLine($"{_warnings - WarningsShown} more warnings; --json prints all.");

        var refused = run.Articles.Count(a => a.State == RunState.Failed);
        var unchanged = run.Articles.Count(a => a.State == RunState.Unchanged);
        var stored = run.Total - refused - unchanged;
        if (!_json)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Output.Count(run.Total, "article")}: {stored} stored, {unchanged} unchanged, {refused} refused; {Output.Count(_last?.Claims ?? 0, "claim")}, {Output.Count(_last?.Relations ?? 0, "relation")}, {Output.Count(run.Conflicts, "conflict")}."));
        }
        return refused == 0 ? CommandLine.Done : stored + unchanged > 0 ? CommandLine.InPart : CommandLine.Failed;
    }

    public async ValueTask DisposeAsync()
    {
        _finished.TrySetResult();
        await _bar;
    }

    private Task DrawAsync(IAnsiConsole terminal) => terminal.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            _task = context.AddTask("reading", maxValue: _total ?? 1);
            _task.IsIndeterminate = _total is null;
            await _finished.Task;
        });

    /// <summary>A refusal is always said; of warnings the first ones.</summary>
    private void Say(IngestedArticle article, Problem problem)
    {
        if (article.State != RunState.Failed && ++_warnings > WarningsShown) return;
        var where = article.Name ?? article.Title ?? "an article";
        if (problem.Line is { } line && !where.EndsWith($":{line}", StringComparison.Ordinal)) where = $"{where}:{line}";
        var text = $"{where}: {(article.State == RunState.Failed ? "" : "warning: ")}{problem.Message}";
        if (_terminal is { } terminal) terminal.MarkupLine(Markup.Escape(text));
        else Console.Error.WriteLine(text);
    }

    private string Counts(IngestProgress at) => string.Create(CultureInfo.InvariantCulture,
        $"{at.Articles:N0}{(at.Total is { } total ? $" of {total:N0}" : "")} articles, {at.Claims:N0} claims, {at.Relations:N0} relations, {at.Articles / Math.Max(_since.Elapsed.TotalSeconds, 0.001):N0} articles/s");
}
