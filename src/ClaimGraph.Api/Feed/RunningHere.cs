namespace ClaimGraph.Api.Feed;

/// <summary>A run that goes on in this process: its record as of the last article, and a signal for those who follow it.</summary>
internal sealed class RunningHere(IngestionRun run) : IProgress<IngestProgress>
{
    private volatile State _state = new(run, new(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed record State(IngestionRun Run, TaskCompletionSource Moved);

    public IngestionRun Run => _state.Run;

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>The record, and what completes when there is a newer one or the run has left this process.</summary>
    public (IngestionRun Run, Task Moved) Now => _state is var state ? (state.Run, state.Moved.Task) : default;

    public void Report(IngestProgress value) => Move(value.Run);

    public void Move(IngestionRun now)
    {
        var before = _state;
        _state = new(now, new(TaskCreationOptions.RunContinuationsAsynchronously));
        before.Moved.TrySetResult();
    }
}
