using GraphQL.Types;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Execution;

/// <summary>One field of a selection set on one type, as every request for the document resolves it.</summary>
internal sealed record SelectedField(GraphQLField Field, FieldType Definition, IGraphType Type)
{
    /// <summary>The fields selected on a type with fragments spread out; null where they differ from request to request (directives) or have to be merged.</summary>
    public static SelectedField[]? Of(GraphQLSelectionSet set, IObjectGraphType type, GraphQLDocument document, ISchema schema)
    {
        var fields = new List<SelectedField>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Collect(set) ? [.. fields] : null;

        bool Collect(GraphQLSelectionSet selections)
        {
            foreach (var selection in selections.Selections)
            {
                if (selection is IHasDirectivesNode { Directives: { Count: > 0 } })
                    return false;
                var fits = selection switch
                {
                    GraphQLField field => Add(field),
                    GraphQLInlineFragment inline => inline.TypeCondition is { } condition && !Applies(condition.Type) || Collect(inline.SelectionSet),
                    GraphQLFragmentSpread spread => document.Fragment(spread) is not { } fragment || !Applies(fragment.TypeCondition.Type) || Collect(fragment.SelectionSet),
                    _ => true,
                };
                if (!fits)
                    return false;
            }
            return true;
        }

        bool Add(GraphQLField field)
        {
            var definition = field.Name.Value == "__typename" ? schema.TypeNameMetaFieldType : type.GetField(field.Name);
            if (definition?.ResolvedType is not { } resolved || !names.Add(field.Alias?.Name.StringValue ?? definition.Name))
                return false;
            fields.Add(new(field, definition, resolved is NonNullGraphType { ResolvedType: { } inner } ? inner : resolved));
            return true;
        }

        bool Applies(GraphQLNamedType condition) =>
            schema.AllTypes[condition.Name] is var named && (ReferenceEquals(named, type) || named is IAbstractGraphType wide && wide.IsPossibleType(type));
    }
}
