using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace ClaimGraph.Api.Schema;

/// <summary>
/// What current tools ask of introspection (specification of September 2025, section 4.1) and GraphQL.NET 8 does not have: <c>__Directive.args(includeDeprecated:)</c>
/// and <c>__Type.specifiedByURL</c>. No directive argument is deprecated and no scalar names a specification here, so that the answers are plain.
/// </summary>
internal sealed class Introspection : BaseSchemaNodeVisitor
{
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Directive" && type.GetField("args") is { } args)
            (args.Arguments ??= []).Add(new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false });
        if (type.Name == "__Type" && type.GetField("specifiedByURL") is null)
            type.AddField(new FieldType { Name = "specifiedByURL", ResolvedType = schema.AllTypes["String"], Resolver = new FuncFieldResolver<object>(_ => null) });
    }
}
