using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace ClaimGraph.Tests;

/// <summary>ClaimGraph thinks, the stores remember, Api and Web speak, Server brings them together.</summary>
public class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Domain = typeof(Claim).Assembly;
    private static readonly System.Reflection.Assembly Sqlite = System.Reflection.Assembly.Load("ClaimGraph.Sqlite");
    private static readonly System.Reflection.Assembly Neo4j = System.Reflection.Assembly.Load("ClaimGraph.Neo4j");
    private static readonly System.Reflection.Assembly Api = System.Reflection.Assembly.Load("ClaimGraph.Api");
    private static readonly System.Reflection.Assembly Web = System.Reflection.Assembly.Load("ClaimGraph.Web");
    private static readonly System.Reflection.Assembly Server = System.Reflection.Assembly.Load("ClaimGraph.Server");
    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Domain, Sqlite, Neo4j, Api, Web, Server).Build();

    [Fact]
    public void The_domain_knows_none_of_its_users() => Never(Domain, Sqlite, Neo4j, Api, Web, Server);

    [Fact]
    public void The_stores_know_the_domain_alone()
    {
        Never(Sqlite, Neo4j, Api, Web, Server);
        Never(Neo4j, Sqlite, Api, Web, Server);
    }

    [Fact]
    public void Api_and_pages_never_see_each_other_or_a_store()
    {
        Never(Api, Sqlite, Neo4j, Web, Server);
        Never(Web, Sqlite, Neo4j, Api, Server);
    }

    [Fact]
    public void The_domain_does_no_input_or_output_and_knows_no_framework()
    {
        string[] allowed = ["System", "QuikGraph", "F23.StringSimilarity", "netstandard"];
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), r => !allowed.Any(a => r.Name!.StartsWith(a, StringComparison.Ordinal)));
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), r => r.Name!.StartsWith("System.Net", StringComparison.Ordinal));
    }

    private static void Never(System.Reflection.Assembly from, params System.Reflection.Assembly[] to)
    {
        foreach (var other in to)
        {
            var rule = Types().That().ResideInAssembly(from).Should().NotDependOnAny(Types().That().ResideInAssembly(other)).WithoutRequiringPositiveResults();
            var broken = rule.Evaluate(Architecture).Where(r => !r.Passed).Select(r => r.Description).ToList();
            Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        }
    }
}
