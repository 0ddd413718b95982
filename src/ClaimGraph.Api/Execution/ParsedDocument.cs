using System.Collections.Concurrent;
using ClaimGraph.Api.Limits;
using ClaimGraph.Api.Security;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Execution;

/// <summary>A document within the limits, and what was worked out about its operations.</summary>
internal sealed class ParsedDocument(GraphQLDocument document, string text, string hash)
{
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, OperationPlan> _plans = new();
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, OperationArguments?> _arguments = new();
    private readonly ConcurrentDictionary<(GraphQLSelectionSet, IObjectGraphType), SelectedField[]?> _selections = new();

    public GraphQLDocument Document => document;
    public string Text => text;
    /// <summary>SHA-256 of the text in hexadecimal, for logs and persisted documents.</summary>
    public string Hash => hash;

    /// <summary>Set once the document was found valid: its next request skips the rules.</summary>
    public bool Valid { get; set; }

    /// <summary>See <see cref="SelectedField.Of"/>; worked out once for a document.</summary>
    public SelectedField[]? Selected(GraphQLSelectionSet set, IObjectGraphType type, ISchema schema) =>
        _selections.TryGetValue((set, type), out var fields) ? fields : _selections.GetOrAdd((set, type), SelectedField.Of(set, type, document, schema));

    /// <summary>See <see cref="OperationArguments.Of"/>; only for documents that are valid.</summary>
    public OperationArguments? ArgumentsOf(GraphQLOperationDefinition operation, ISchema schema) =>
        _arguments.TryGetValue(operation, out var arguments) ? arguments : _arguments.GetOrAdd(operation, OperationArguments.Of(operation, document, schema));

    /// <summary>Only for documents that are valid.</summary>
    public OperationPlan PlanOf(GraphQLOperationDefinition operation, ISchema schema, ApiLimits limits) =>
        _plans.TryGetValue(operation, out var plan) ? plan : _plans.GetOrAdd(operation, OperationPlan.Of(operation, document, schema, limits));
}

internal static class Documents
{
    /// <summary>The type that an operation's fields are of.</summary>
    public static IObjectGraphType? RootOf(this ISchema schema, GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    };

    /// <summary>The fragment that a spread names; null where the document has none.</summary>
    public static GraphQLFragmentDefinition? Fragment(this GraphQLDocument document, GraphQLFragmentSpread spread)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment && fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value)
                return fragment;
        }
        return null;
    }
}

/// <summary>What every request for one operation is checked against.</summary>
/// <param name="Needs">The roles that its root fields need, with the field that needs each.</param>
internal sealed record OperationPlan(OperationType Type, Price Price, IReadOnlyList<(string Field, Role Role)> Needs, bool Introspects)
{
    public static OperationPlan Of(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema, ApiLimits limits)
    {
        var needs = new List<(string, Role)>();
        var introspects = false;
        var root = schema.RootOf(operation);
        Visit(operation.SelectionSet, []);
        return new(operation.Operation, Price.Of(operation, document, schema, limits.DefaultPageSize), needs, introspects);

        void Visit(GraphQLSelectionSet set, HashSet<string> open)
        {
            foreach (var selection in set.Selections)
            {
                if (selection is GraphQLField field)
                {
                    introspects |= field.Name.StringValue is "__schema" or "__type";
                    if (root?.GetField(field.Name) is { } definition && RequiresAttribute.Of(definition) is var role && !needs.Contains((definition.Name, role)))
                        needs.Add((definition.Name, role));
                }
                else if (selection is GraphQLInlineFragment inline)
                    Visit(inline.SelectionSet, open);
                else if (selection is GraphQLFragmentSpread spread && document.Fragment(spread) is { } fragment && open.Add(spread.FragmentName.Name.StringValue))
                    Visit(fragment.SelectionSet, open);
            }
        }
    }
}
