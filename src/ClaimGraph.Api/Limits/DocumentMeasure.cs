using ClaimGraph.Api.Execution;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Limits;

/// <summary>
/// Measures a parsed document with every fragment spread out, each fragment once: fields, depth, root fields, and for introspection its own depth and the
/// circles that it can walk. Runs before validation, whose rules take time that grows with exactly these.
/// </summary>
internal sealed class DocumentMeasure(ApiLimits limits)
{
    private readonly Dictionary<string, Fragment> _fragments = new(StringComparer.Ordinal);

    // Selections counts spreads and inline fragments too: what a walk that spreads every fragment out would visit.
    private readonly record struct Size(long Fields, long Selections, int Depth);

    private sealed class Fragment(GraphQLFragmentDefinition definition)
    {
        public GraphQLFragmentDefinition Definition { get; } = definition;
        public Size? Size { get; set; }
        public bool Open { get; set; }
    }

    /// <exception cref="ApiError">The document exceeds a limit.</exception>
    public static void Check(GraphQLDocument document, string text, ApiLimits limits) => new DocumentMeasure(limits).Check(document, text);

    private void Check(GraphQLDocument document, string text)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment)
                _fragments.TryAdd(fragment.FragmentName.Name.StringValue, new(fragment));
        }
        var fields = 0L;
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
            {
                fields += Bounded(Of(operation.SelectionSet, introspection: false, spreads: 0)).Fields;
                var roots = Roots(operation.SelectionSet, spreads: 0);
                if (roots > limits.RootFields)
                    throw ApiError.Exceeded(ErrorCodes.TooManyRootFields, $"An operation has at most {limits.RootFields} root fields; this one has {roots}.", limits.RootFields, roots);
            }
            // Fragments that nothing spreads are measured too: validation looks at them.
            else if (definition is GraphQLFragmentDefinition fragment)
                Bounded(Of(_fragments[fragment.FragmentName.Name.StringValue], introspection: false, spreads: 0));
            if (fields > limits.Fields)
                throw TooMany(fields);
            if (definition is IHasSelectionSetNode { SelectionSet: { } set })
                new AmbiguousNames(name => _fragments.GetValueOrDefault(name)?.Definition.SelectionSet, text, limits).Check([set]);
        }
    }

    private Size Bounded(Size size) => size.Fields > limits.Fields || size.Selections > limits.Fields * 8L ? throw TooMany(Math.Max(size.Fields, size.Selections / 8)) : size;

    private ApiError TooMany(long fields) =>
        ApiError.Exceeded(ErrorCodes.TooManyFields, $"A document has at most {limits.Fields} fields with its fragments spread out; this one has {fields}.", limits.Fields, fields);

    private Size Of(GraphQLSelectionSet? set, bool introspection, int spreads)
    {
        if (set is null)
            return default;
        var (fields, selections, depth) = (0L, 0L, 0);
        foreach (var selection in set.Selections)
        {
            var size = selection switch
            {
                GraphQLField field => Below(field, introspection, spreads),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, introspection, spreads),
                GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) => Of(fragment, introspection, spreads),
                _ => default,
            };
            fields = Math.Min(fields + size.Fields, int.MaxValue);
            selections = Math.Min(selections + size.Selections + 1, int.MaxValue);
            depth = Math.Max(depth, size.Depth);
        }
        var limit = introspection ? limits.IntrospectionDepth : limits.Depth;
        return depth <= limit ? new(fields, selections, depth) : throw ApiError.Exceeded(
            introspection ? ErrorCodes.IntrospectionTooDeep : ErrorCodes.TooDeep, $"Fields stand at most {limit} deep inside each other; here it is {depth}.", limit, depth);
    }

    // The whole of an introspection query counts for one field of its parent: it has a depth of its own.
    private Size Below(GraphQLField field, bool introspection, int spreads)
    {
        if (!introspection && IsIntrospection(field))
        {
            var inside = Bounded(Of(field.SelectionSet, introspection: true, spreads));
            IntrospectionCircles.Check(field.SelectionSet, name => _fragments.GetValueOrDefault(name)?.Definition.SelectionSet);
            return new(inside.Fields + 1, inside.Selections, 1);
        }
        var below = Of(field.SelectionSet, introspection, spreads);
        return new(below.Fields + 1, below.Selections, below.Depth + 1);
    }

    private Size Of(Fragment fragment, bool introspection, int spreads)
    {
        if (fragment.Size is { } known)
            return known;
        // A circle is reported by validation, which names it.
        if (fragment.Open)
            return default;
        if (spreads > limits.Depth + limits.IntrospectionDepth)
            throw ApiError.Exceeded(ErrorCodes.TooDeep, $"Fragments spread each other at most {limits.Depth + limits.IntrospectionDepth} deep.", limits.Depth + limits.IntrospectionDepth, spreads);
        fragment.Open = true;
        // Types of the schema's own kind (`__Type`) stand in introspection only, and get its depth.
        var size = Of(fragment.Definition.SelectionSet, introspection || fragment.Definition.TypeCondition.Type.Name.StringValue.StartsWith("__", StringComparison.Ordinal), spreads + 1);
        fragment.Open = false;
        fragment.Size = size;
        return size;
    }

    private int Roots(GraphQLSelectionSet set, int spreads)
    {
        var roots = 0;
        foreach (var selection in set.Selections)
        {
            roots += selection switch
            {
                GraphQLField => 1,
                GraphQLInlineFragment inline => Roots(inline.SelectionSet, spreads),
                GraphQLFragmentSpread spread when spreads < limits.RootFields && _fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment) => Roots(fragment.Definition.SelectionSet, spreads + 1),
                _ => 0,
            };
            if (roots > limits.RootFields)
                break;
        }
        return roots;
    }

    private static bool IsIntrospection(GraphQLField field) => field.Name.StringValue is "__schema" or "__type";
}
