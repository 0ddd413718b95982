using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Feed;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("What happens from now on.")]
internal sealed class Subscription
{
    [Description("Each conflict, once and in the order found, after it was stored, whichever way its article came in. It is told as it is at that moment; one that was dismissed or withdrawn before it could be told is left out.")]
    public static async Task<IAsyncEnumerable<Relation>> ConflictFound(IResolveFieldContext context,
        [Description("Only conflicts for which this holds.")] RelationFilter? where = null,
        [Id, Description("Begin with those that were found after this one: to go on where a connection broke.")] string? after = null)
    {
        var request = context.Request();
        var filter = RelationFilter.ToDomain(where, request.Parts.Options.Limits);
        var start = await (after is null ? request.Parts.Feed.EndAsync(context.CancellationToken) : ConflictStream.PlaceBehindAsync(request.Parts, after, context.CancellationToken)).ConfigureAwait(false);
        return Events(new ConflictStream(request, filter, start));
    }

    [Description("Progress of ingestion: of one run until it ends, or of every run.")]
    public static IAsyncEnumerable<IngestionEvent> Ingestion(IResolveFieldContext context, [Id] string? run = null) => new RunStream(context.Request(), run).ReadAsync();

    private static async IAsyncEnumerable<Relation> Events(ConflictStream conflicts, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var conflict in conflicts.ReadAsync(cancellation).ConfigureAwait(false))
            yield return new Relation(conflict.Card, conflict.At);
    }
}
