using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace ClaimGraph.Api.Execution;

/// <summary>Resolves a field from its object alone: a property, or a method without parameters. The executor calls it without making a context.</summary>
internal sealed class SourceResolver(Func<object, object?> read) : IFieldResolver
{
    public object? Read(object source) => read(source);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(context.Source!));
}

/// <summary>Gives every field that needs no more than its object a <see cref="SourceResolver"/>, when the schema is built.</summary>
internal sealed class SourceResolvers : BaseSchemaNodeVisitor
{
    private static readonly MethodInfo ReaderOf = typeof(SourceResolvers).GetMethod(nameof(Reader), BindingFlags.NonPublic | BindingFlags.Static)!;

    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        var graph = type.GetType();
        if (!graph.IsGenericType || graph.GetGenericTypeDefinition() != typeof(AutoRegisteringObjectGraphType<>))
            return;
        var source = graph.GetGenericArguments()[0];
        foreach (var field in type.Fields)
        {
            if (field.Arguments is { Count: > 0 } || field.StreamResolver is not null)
                continue;
            var name = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
            var method = source.GetProperty(name)?.GetMethod ?? source.GetMethod(name, Type.EmptyTypes);
            if (method is { IsStatic: false } && !typeof(Task).IsAssignableFrom(method.ReturnType))
                field.Resolver = new SourceResolver((Func<object, object?>)ReaderOf.MakeGenericMethod(method.DeclaringType!, method.ReturnType).Invoke(null, [method])!);
        }
    }

    private static Func<object, object?> Reader<TSource, TValue>(MethodInfo method)
    {
        var read = method.CreateDelegate<Func<TSource, TValue>>();
        return source => read((TSource)source);
    }
}
