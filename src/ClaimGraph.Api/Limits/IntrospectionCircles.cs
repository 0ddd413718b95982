using ClaimGraph.Api.Execution;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Limits;

/// <summary>
/// Refuses introspection that walks in circles: each of these fields leads back to types, and every round multiplies the answer by the size of the schema.
/// The queries of tools nest none of them. The same bound as in the reference implementation (<c>MaxIntrospectionDepthRule</c>).
/// </summary>
internal static class IntrospectionCircles
{
    private const int MostRounds = 3;

    public static void Check(GraphQLSelectionSet? set, Func<string, GraphQLSelectionSet?> fragment) => Visit(set, fragment, 0, []);

    private static void Visit(GraphQLSelectionSet? set, Func<string, GraphQLSelectionSet?> fragment, int rounds, HashSet<string> open)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is GraphQLField field)
            {
                var inside = rounds + (field.Name.StringValue is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0);
                if (inside >= MostRounds)
                    throw ApiError.Exceeded(ErrorCodes.IntrospectionTooDeep, "Introspection walks in circles: `fields`, `interfaces`, `possibleTypes` and `inputFields` stand at most twice inside each other.", MostRounds - 1, inside);
                Visit(field.SelectionSet, fragment, inside, open);
            }
            else if (selection is GraphQLInlineFragment inline)
                Visit(inline.SelectionSet, fragment, rounds, open);
            else if (selection is GraphQLFragmentSpread spread && open.Add(spread.FragmentName.Name.StringValue))
            {
                Visit(fragment(spread.FragmentName.Name.StringValue), fragment, rounds, open);
                open.Remove(spread.FragmentName.Name.StringValue);
            }
        }
    }
}
