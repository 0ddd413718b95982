namespace ClaimGraph.Api.Schema;

/// <summary>What a stored record points to and the store does not find: a broken store, not a mistake of the one who asks.</summary>
internal static class Found
{
    public static T Or<T>(T? value, string what, string id) where T : class => value ?? throw new InvalidOperationException($"The store names the {what} {id} and does not have it.");
}
