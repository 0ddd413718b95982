using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Execution;

/// <summary>
/// The variables and field arguments of one valid operation, ready to be coerced for a request: arguments that are literals are coerced once, those that use
/// variables each time (https://spec.graphql.org/October2021/#sec-Coercing-Field-Arguments).
/// </summary>
internal sealed class OperationArguments
{
    private readonly record struct Given(GraphQLField Field, QueryArguments Definitions);

    private readonly GraphQLDocument _document;
    private readonly ISchema _schema;
    // The operation's variables without its fields, so that coercing them visits no selection.
    private readonly GraphQLOperationDefinition _variables;
    private readonly Dictionary<GraphQLField, IDictionary<string, ArgumentValue>> _literal = [];
    private readonly List<Given> _variable = [];

    private OperationArguments(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema)
    {
        (_document, _schema) = (document, schema);
        _variables = new GraphQLOperationDefinition(new GraphQLSelectionSet([])) { Operation = operation.Operation, Variables = operation.Variables };
    }

    /// <summary>
    /// Null where an operation has to be read whole each time: it has directives, or a variable that may be null stands where null may not.
    /// </summary>
    public static OperationArguments? Of(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema)
    {
        var usages = new ValidationContext { Schema = schema, Document = document, Operation = operation, TypeInfo = new TypeInfo(schema) }.GetRecursiveVariables(operation) ?? [];
        if (usages.Exists(u => u.Type is NonNullGraphType && operation.Variables!.First(v => v.Variable.Name == u.Node.Name).Type is not GraphQLNonNullType))
            return null;
        var arguments = new OperationArguments(operation, document, schema);
        return operation.Directives is null or { Count: 0 } && arguments.Collect(operation.SelectionSet, schema.RootOf(operation), []) ? arguments : null;
    }

    /// <summary>Null where a value does not fit: validating the whole operation then says why.</summary>
    public async ValueTask<IValidationResult?> CoerceAsync(Inputs inputs, IDictionary<string, object?> userContext)
    {
        var context = new ValidationContext { Schema = _schema, Document = _document, Operation = _variables, Variables = inputs, UserContext = userContext, TypeInfo = new TypeInfo(_schema) };
        var (variables, errors) = await context.GetVariablesValuesAsync().ConfigureAwait(false);
        if (errors is not null)
            return null;
        if (_variable.Count == 0)
            return new ValidationResult { Variables = variables, ArgumentValues = _literal };

        var values = new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(_literal);
        try
        {
            foreach (var (field, definitions) in _variable)
                values.Add(field, ExecutionHelper.GetArguments(definitions, field.Arguments, variables, _document, field, null)!);
        }
        catch (ValidationError)
        {
            return null;
        }
        return new ValidationResult { Variables = variables, ArgumentValues = values };
    }

    private bool Collect(GraphQLSelectionSet? set, IGraphType? type, HashSet<string> spread)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is IHasDirectivesNode { Directives: { Count: > 0 } })
                return false;
            var plain = selection switch
            {
                GraphQLField field => Add(field, type, spread),
                GraphQLInlineFragment inline => Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? _schema.AllTypes[condition.Type.Name] : type, spread),
                GraphQLFragmentSpread named => !spread.Add(named.FragmentName.Name.StringValue) || _document.Fragment(named) is not { Directives: null or { Count: 0 } } fragment
                    || Collect(fragment.SelectionSet, _schema.AllTypes[fragment.TypeCondition.Type.Name], spread),
                _ => true,
            };
            if (!plain)
                return false;
        }
        return true;
    }

    private bool Add(GraphQLField field, IGraphType? type, HashSet<string> spread)
    {
        var definition = field.Name.Value == _schema.TypeMetaFieldType.Name ? _schema.TypeMetaFieldType
            : field.Name.Value == _schema.SchemaMetaFieldType.Name ? _schema.SchemaMetaFieldType
            : (type as IComplexGraphType)?.GetField(field.Name);
        if (definition is null)
            return true;
        if (field.Arguments is { Count: > 0 } given && definition.Arguments is { Count: > 0 } definitions)
        {
            if (given.Any(a => UsesVariable(a.Value)))
                _variable.Add(new(field, definitions));
            else
                _literal.Add(field, ExecutionHelper.GetArguments(definitions, given, Variables.None, _document, field, null)!);
        }
        return Collect(field.SelectionSet, definition.ResolvedType?.GetNamedType(), spread);
    }

    private static bool UsesVariable(GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLListValue list => list.Values?.Exists(UsesVariable) ?? false,
        GraphQLObjectValue literal => literal.Fields?.Exists(f => UsesVariable(f.Value)) ?? false,
        _ => false,
    };
}
