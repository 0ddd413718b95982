using ClaimGraph.Api.Execution;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Limits;

/// <summary>
/// Refuses a document in which one response name stands for different fields very often: validation reports every pair of them, which are tens of thousands
/// for a few hundred fields. Runs after the number of fields is known to be bounded; each field is looked at once.
/// </summary>
internal sealed class AmbiguousNames(Func<string, GraphQLSelectionSet?> fragment, string text, ApiLimits limits)
{
    private const int MostTimes = 50;

    private long _looked;

    private sealed class Group
    {
        public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);
        public List<GraphQLSelectionSet> Below { get; } = [];
        public int Times { get; set; }
    }

    /// <param name="merged">Selection sets whose fields are merged by name.</param>
    public void Check(IReadOnlyList<GraphQLSelectionSet> merged, int depth = 0)
    {
        // Deeper than any document may be: fragments in a circle, which validation names.
        if (depth > limits.Depth + limits.IntrospectionDepth)
            return;
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in merged)
            Collect(set);
        foreach (var (name, group) in groups)
        {
            if (group.Fields.Count > 1 && group.Times > MostTimes)
                throw ApiError.Exceeded(ErrorCodes.TooManyFields, $"`{(name.Length > 60 ? name[..60] : name)}` stands for different fields {group.Times} times.", MostTimes, group.Times);
            if (group.Below.Count > 0)
                Check(group.Below, depth + 1);
        }

        void Collect(GraphQLSelectionSet set)
        {
            foreach (var selection in set.Selections)
            {
                if (++_looked > limits.Fields * 16L)
                    throw ApiError.Exceeded(ErrorCodes.TooManyFields, "Fragments spread each other in circles.", limits.Fields, _looked);
                if (selection is GraphQLField field)
                    Add(field);
                else if (selection is GraphQLInlineFragment inline)
                    Collect(inline.SelectionSet);
                else if (selection is GraphQLFragmentSpread { FragmentName.Name.StringValue: var name } && open.Add(name))
                {
                    if (fragment(name) is { } spread)
                        Collect(spread);
                    open.Remove(name);
                }
            }
        }

        void Add(GraphQLField field)
        {
            var name = field.Alias?.Name.StringValue ?? field.Name.StringValue;
            if (!groups.TryGetValue(name, out var group))
                groups.Add(name, group = new());
            group.Times++;
            group.Fields.Add(field.Arguments is { Location: var at } ? field.Name.StringValue + text[at.Start..Math.Min(at.End, text.Length)] : field.Name.StringValue);
            if (field.SelectionSet is { } below)
                group.Below.Add(below);
        }
    }
}
