using ClaimGraph.Api.Execution;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Limits;

/// <summary>
/// What an operation costs, as far as its document tells: a tree of fields whose list sizes are constants or variables. Made once for a cached document and
/// priced anew for the variables of each request.
/// </summary>
/// <remarks>
/// Every object costs 1 and every look-up in the store 2 (a field with arguments, or one that leads to a list); what stands below a list is paid for each item
/// that may come. Scalars and introspection are free. <c>@skip</c> and <c>@include</c> are not looked at: the price is an upper bound.
/// </remarks>
internal sealed class Price
{
    private const int LookUp = 2;

    private readonly record struct Item(int Own, Size? Times, Price Below);

    /// <summary>How many items a list field asks for: a constant, or a variable with what holds where it is not given.</summary>
    private sealed record Size(int Fixed, string? Variable)
    {
        public int Of(Variables variables)
        {
            if (Variable is null)
                return Fixed;
            foreach (var variable in variables)
            {
                if (variable.Name == Variable)
                    return variable.Value is int size ? size : Fixed;
            }
            return Fixed;
        }
    }

    private readonly List<Item> _items = [];

    /// <param name="pageSize">What a page has where nothing is said.</param>
    public static Price Of(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema, int pageSize)
    {
        var price = new Price();
        if (schema.RootOf(operation) is { } root)
            price.Add(operation.SelectionSet, root, null, new(document, schema, pageSize));
        return price;
    }

    /// <summary>The cost for these variables; at most <see cref="int.MaxValue"/>.</summary>
    public int For(Variables? variables) => (int)Math.Min(Sum(variables ?? Variables.None), int.MaxValue);

    private double Sum(Variables variables)
    {
        var sum = 0.0;
        foreach (var item in _items)
        {
            // A page that is out of bounds is refused by its field; here it must not make anything cheaper.
            var below = item.Below.Sum(variables);
            sum += item.Own + (item.Times is { } size ? Math.Max(size.Of(variables), 0) * (1 + below) : below);
        }
        return sum;
    }

    private sealed record Reading(GraphQLDocument Document, ISchema Schema, int PageSize);

    /// <param name="page">How many items a connection has, while its own fields are read.</param>
    private void Add(GraphQLSelectionSet? set, IGraphType type, Size? page, Reading reading)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field when type is IComplexGraphType complex && complex.GetField(field.Name) is { } definition:
                    Add(field, definition, page, reading);
                    break;
                case GraphQLInlineFragment inline:
                    Add(inline.SelectionSet, inline.TypeCondition is { } condition ? reading.Schema.AllTypes[condition.Type.Name] ?? type : type, page, reading);
                    break;
                case GraphQLFragmentSpread spread when reading.Document.Fragment(spread) is { } fragment:
                    Add(fragment.SelectionSet, reading.Schema.AllTypes[fragment.TypeCondition.Type.Name] ?? type, page, reading);
                    break;
            }
        }
    }

    private void Add(GraphQLField field, FieldType definition, Size? page, Reading reading)
    {
        var type = definition.ResolvedType!.GetNamedType();
        if (type is ScalarGraphType)
            return;
        var size = definition.Arguments?.Find("first") is { } first ? SizeOf(field, first, reading) : null;
        var connection = type is IComplexGraphType complex && complex.GetField("pageInfo") is not null;
        var times = page is not null && definition.Name is "nodes" or "edges" ? page
            : connection ? null
            : size ?? (IsList(definition.ResolvedType!) ? new(Few, null) : null);
        var below = new Price();
        below.Add(field.SelectionSet, type, connection ? size ?? new(reading.PageSize, null) : null, reading);
        _items.Add(new(definition.Arguments?.Count > 0 || times is not null ? 1 + LookUp : 1, times, below));
    }

    // Lists that take no size are short by nature: the steps of a chain, the verdicts on a relation.
    private const int Few = 5;

    private static Size SizeOf(GraphQLField field, QueryArgument first, Reading reading)
    {
        var given = field.Arguments?.FirstOrDefault(a => a.Name.Value == "first") ?? field.Arguments?.FirstOrDefault(a => a.Name.Value == "last");
        var otherwise = first.DefaultValue is int size ? size : reading.PageSize;
        return given?.Value switch
        {
            GraphQLIntValue literal => new(int.TryParse(literal.Value.Span, out var value) ? value : int.MaxValue, null),
            GraphQLVariable variable => new(otherwise, variable.Name.StringValue),
            _ => new(otherwise, null),
        };
    }

    private static bool IsList(IGraphType type) => type is NonNullGraphType { ResolvedType: { } inner } ? IsList(inner) : type is ListGraphType;
}
