using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Feed;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("What happens from now on.")]
internal sealed class Subscription
{
    [Description("Each conflict, once, after it was stored, whichever way its article came in.")]
    public static async Task<IAsyncEnumerable<Relation>> ConflictFound(IResolveFieldContext context,
        [Description("Only conflicts for which this holds.")] RelationFilter? where = null,
        [Id, Description("Begin with those that were found after this one: to go on where a connection broke.")] string? after = null)
    {
        var request = context.Request();
        var filter = RelationFilter.ToDomain(where, request.Parts.Options.Limits);
        var start = after is null ? null : await ConflictStream.PlaceOfAsync(request.Parts, after, context.CancellationToken).ConfigureAwait(false);
        // From here on nothing is missed; what was before is read from the store.
        var listener = await request.Parts.Feed.ListenAsync(context.CancellationToken).ConfigureAwait(false);
        return Events(new ConflictStream(request, listener, filter, start));
    }

    [Description("Progress of ingestion: of one run until it ends, or of every run.")]
    public static IAsyncEnumerable<IngestionEvent> Ingestion(IResolveFieldContext context, [Id] string? run = null) => new RunStream(context.Request(), run).ReadAsync();

    private static async IAsyncEnumerable<Relation> Events(ConflictStream conflicts, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var (card, at) in conflicts.ReadAsync(cancellation).ConfigureAwait(false))
            yield return new Relation(card, at);
    }
}
