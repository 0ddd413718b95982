using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>
/// What every store promises, told through the port. A store's tests derive from this and give an empty, migrated store; the order of claims of one day is not promised.
/// The facts are in the other parts of this class, one file a subject.
/// </summary>
public abstract partial class ClaimStoreContract : IAsyncLifetime
{
    private protected FakeClock Clock { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The store under test; set before each fact.</summary>
    private protected IClaimStore Store { get; private set; } = null!;

    /// <summary>An empty, migrated store that tells the time by <see cref="Clock"/>.</summary>
    private protected abstract Task<IClaimStore> CreateStoreAsync();

    public async ValueTask InitializeAsync() => Store = await CreateStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is not null) await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Two articles that disagree: "ten: ten went" of 2025-03-02 contradicts "one: twenty-six went" of 2025-03-01.</summary>
    private protected async Task StoreConflictAsync()
    {
        await Store.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26, day: "2025-03-01", speaker: "Anna"));
        Clock.Pass();
        await Store.StoreAsync(new Draft("two").From("Weekly").Says("ten went", number: 10, day: "2025-03-02", speaker: "Bert", mentions: ["Carl"])
            .Relates(RelationKind.Contradicts, "ten went", "one: twenty-six went", day: "2025-03-02"));
        Clock.Pass();
    }

    private protected static string TheConflict { get; } = Ids.Relation(Draft.IdOf("two", "ten went"), Draft.IdOf("one", "twenty-six went"));
}
