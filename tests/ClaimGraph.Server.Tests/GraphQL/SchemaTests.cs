using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

[Collection(SharedApiCollection.Name)]
public sealed class SchemaTests(SharedApi api)
{
    [Fact]
    public void The_schema_is_the_approved_one()
    {
        var approved = File.ReadAllText(Path.Combine(Repository.Root, "schema.graphql")).ReplaceLineEndings("\n");
        var printed = ApiSchema.Print();
        if (approved != printed)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "schema.received.graphql");
            File.WriteAllText(received, printed);
            Assert.Fail($"The schema has changed. If that is meant, approve it: cp {received} schema.graphql");
        }
    }

    [Fact]
    public async Task Every_type_field_and_value_is_described()
    {
        var data = await api.Host.DataAsync("""
            { __schema { types { name kind description fields { name description } inputFields { name description } enumValues { name description } } } }
            """);
        var silent = new List<string>();
        foreach (var type in data.GetProperty("__schema").GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            if (name.StartsWith("__", StringComparison.Ordinal) || name is "String" or "Boolean" or "ID" or "Int" or "Float")
                continue;
            if (Silent(type))
                silent.Add(name);
            foreach (var list in new[] { "fields", "inputFields", "enumValues" })
            {
                if (type.GetProperty(list) is { ValueKind: JsonValueKind.Array } members)
                    silent.AddRange(members.EnumerateArray().Where(Silent).Select(m => $"{name}.{m.GetProperty("name").GetString()}"));
            }
        }
        Assert.Empty(silent);

        static bool Silent(JsonElement element) => string.IsNullOrWhiteSpace(element.GetProperty("description").GetString());
    }

    [Fact]
    public async Task The_schema_is_served_as_text() =>
        Assert.Equal(ApiSchema.Print(), await api.Host.Http.GetStringAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken));
}
