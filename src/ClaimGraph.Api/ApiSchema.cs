using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimGraph.Api;

/// <summary>The schema as text, without a store or a server.</summary>
public static class ApiSchema
{
    /// <summary>The schema in GraphQL's own language, with descriptions, ending in a line end.</summary>
    public static string Print()
    {
        var services = new ServiceCollection();
        services.AddSchema();
        using var provider = services.BuildServiceProvider();
        return Print(provider.GetRequiredService<ISchema>());
    }

    internal static string Print(ISchema schema)
    {
        schema.Initialize();
        return schema.Print(new PrintOptions { IncludeDescriptions = true, IncludeDeprecationReasons = true, StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
