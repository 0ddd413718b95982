using System.Collections.Concurrent;
using System.Security.Claims;
using ClaimGraph.Api.Feed;
using ClaimGraph.Api.Loading;
using GraphQL;

namespace ClaimGraph.Api.Execution;

/// <summary>What lives as long as the API: the store and those who write to it.</summary>
internal sealed record ApiParts(IClaimStore Store, Ingest Ingest, BackgroundRuns Runs, ChangeFeed Feed, TimeProvider Clock, ApiOptions Options);

/// <summary>One operation's state: who asks, and one snapshot of the store for each <c>asOf</c>. The executor hands it to every resolver as its user context.</summary>
internal sealed class ApiRequest(ApiParts parts, ClaimsPrincipal user) : Dictionary<string, object?>
{
    private readonly ConcurrentDictionary<DateTimeOffset, Snapshot> _past = new();
    private readonly Lazy<Snapshot> _now = new(() => new Snapshot(parts.Store, null, parts.Options.Limits));

    public ApiParts Parts => parts;
    public ClaimsPrincipal User => user;

    /// <summary>What the visitor may do: everything where no authentication is configured.</summary>
    public Role Role => parts.Options.Access == Access.Open ? Role.Administrator : Roles.Of(user);

    /// <summary>Whether the visitor has a role or a higher one; reading is for all where that is allowed.</summary>
    public bool May(Role needed) => Role >= needed || needed == Role.Reader && parts.Options.Access == Access.AnonymousReading;

    /// <summary>Whether the schema is shown, to this visitor.</summary>
    public bool MaySeeSchema => parts.Options.Introspection && May(Role.Reader);

    /// <summary>The visitor's name, as verdicts record it.</summary>
    public string Name => user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : "local";

    /// <summary>The document that runs.</summary>
    public ParsedDocument? Document { get; set; }

    /// <summary>Set by the gate; reported in <c>extensions.cost</c>.</summary>
    public int Cost { get; set; }

    /// <summary>The visitor wants to know the cost, not the answer.</summary>
    public bool CostOnly { get; init; }

    /// <summary>True where the operation came in by GET: mutations and subscriptions are refused.</summary>
    public bool QueryOnly { get; init; }

    /// <summary>True where mutations are refused, subscriptions are not.</summary>
    public bool NoMutation { get; init; }

    /// <summary>For subscriptions: what keeps events from piling up.</summary>
    public SubscriptionFlow Flow => field ??= new(parts.Options.Limits.SubscriberPatience);

    /// <summary>The store as it is now, or as it was recorded at a time; fields with the same time share their look-ups.</summary>
    public Snapshot At(DateTimeOffset? asOf) => asOf is { } time ? _past.GetOrAdd(time, t => new Snapshot(parts.Store, t, parts.Options.Limits)) : _now.Value;

    /// <summary>The store as it is now, read anew: after something was written, and for what a run tells.</summary>
    public Snapshot Fresh() => new(parts.Store, null, parts.Options.Limits);
}

internal static class ResolveFieldContexts
{
    public static ApiRequest Request(this IResolveFieldContext context) => (ApiRequest)context.UserContext;
}
