namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>One host for the tests that change nothing.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    public ApiHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedApiCollection : ICollectionFixture<SharedApi>
{
    public const string Name = "shared API";
}

internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "ClaimGraph.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the solution's folder."));
}
