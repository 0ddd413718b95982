using System.Collections;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ClaimGraph.Api.Execution;

/// <summary>
/// Executes a tree level by level: everything that is at hand is resolved at once and without a task for each node, then the look-ups that were met are asked
/// together, and so on. The semantics are GraphQL.NET's own parallel strategy; only its state machine for each node is saved, which is most of its cost.
/// </summary>
internal sealed class LevelStrategy : ExecutionStrategy
{
    /// <summary>What one execution has still to do.</summary>
    private sealed class Work(ExecutionContext context)
    {
        public ExecutionContext Context => context;
        public List<ExecutionNode> LookUps { get; set; } = [];
        public List<(ExecutionNode Node, Task<object?> Task)> Running { get; set; } = [];
        public List<Task> Faults { get; } = [];
    }

    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        var work = new Work(context);
        if (rootNode is RootExecutionNode { SubFields: { } roots })
        {
            foreach (var root in roots)
                Resolve(work, root);
        }
        else
            Resolve(work, rootNode);

        while (work.Running.Count > 0 || work.LookUps.Count > 0)
        {
            var running = work.Running;
            if (running.Count == 0)
                running = Ask(work);
            else
                work.Running = [];
            foreach (var (node, task) in running)
            {
                try
                {
                    node.Result = await task.ConfigureAwait(false);
                }
                catch (Exception problem)
                {
                    Fail(work, node, problem);
                    continue;
                }
                CompleteOrFail(work, node);
            }
        }
        await Task.WhenAll(work.Faults).ConfigureAwait(false);
    }

    /// <summary>Asks the look-ups of a level. The first of each loader fetches for all; those that are there by then need no task.</summary>
    private List<(ExecutionNode Node, Task<object?> Task)> Ask(Work work)
    {
        var asked = work.LookUps;
        work.LookUps = [];
        var running = new List<(ExecutionNode, Task<object?>)>();
        var ready = new List<ExecutionNode>();
        foreach (var node in asked)
        {
            try
            {
                if (node.Result is IReadyResult result && result.TryGet(out var value))
                {
                    node.Result = value;
                    ready.Add(node);
                }
                else
                    running.Add((node, ((IDataLoaderResult)node.Result!).GetResultAsync(work.Context.CancellationToken)));
            }
            catch (Exception problem)
            {
                Fail(work, node, problem);
            }
        }
        foreach (var node in ready)
            CompleteOrFail(work, node);
        return running;
    }

    private void Resolve(Work work, ExecutionNode node)
    {
        try
        {
            if (node.FieldDefinition.Resolver is SourceResolver resolver)
                node.Result = resolver.Read(node.Source!);
            else
            {
                var task = SelectResolver(node, work.Context).ResolveAsync(new ReadonlyResolveFieldContext(node, work.Context));
                if (!task.IsCompletedSuccessfully)
                {
                    work.Running.Add((node, task.AsTask()));
                    return;
                }
                node.Result = task.Result;
            }
            Complete(work, node);
        }
        catch (Exception problem)
        {
            Fail(work, node, problem);
        }
    }

    private void CompleteOrFail(Work work, ExecutionNode node)
    {
        try
        {
            Complete(work, node);
        }
        catch (Exception problem)
        {
            Fail(work, node, problem);
        }
    }

    private void Complete(Work work, ExecutionNode node)
    {
        // Most nodes are texts, which are no look-ups.
        if (node.Result is not string)
        {
            while (node.Result is IReadyResult known && known.TryGet(out var value))
                node.Result = value;
            if (node.Result is IDataLoaderResult)
            {
                work.LookUps.Add(node);
                return;
            }
        }
        if (node is ValueExecutionNode leaf && leaf.Result is { } scalar)
            leaf.Result = leaf.GraphType.Serialize(scalar);
        if (node.Result is null)
        {
            if (IsRequired(node))
                throw new InvalidOperationException($"Cannot return null for a non-null type. Field: {node.Name}.");
        }
        else if (node is ObjectExecutionNode parent)
        {
            work.Context.CancellationToken.ThrowIfCancellationRequested();
            SetSubFieldNodes(work.Context, parent);
            foreach (var child in parent.SubFields!)
                Resolve(work, child);
        }
        else if (node is ArrayExecutionNode list)
            CompleteItems(work, list);
    }

    private void CompleteItems(Work work, ArrayExecutionNode list)
    {
        var type = ((ListGraphType)list.GraphType).ResolvedType!;
        var item = type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;
        if (list.Result is not IEnumerable values)
            throw new InvalidOperationException($"Expected a list for field {list.Name}.");
        var items = new List<ExecutionNode>(list.Result is ICollection { Count: var count } ? count : 4);
        list.Items = items;
        // By index where that can be had: GraphQL.NET's own lists have nothing else.
        if (values is IList indexed)
        {
            for (var i = 0; i < indexed.Count; i++)
                Add(indexed[i]);
            return;
        }
        foreach (var value in values)
            Add(value);

        void Add(object? value)
        {
            var node = BuildExecutionNode(list, item, list.Field, list.FieldDefinition, items.Count);
            node.Result = value;
            items.Add(node);
            CompleteOrFail(work, node);
        }
    }

    protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
    {
        if (parent.GetObjectGraphType(context.Schema) is not { } type || parent.SelectionSet is not { } set
            || ((ApiRequest)context.UserContext).Document!.Selected(set, type, context.Schema) is not { } fields)
        {
            base.SetSubFieldNodes(context, parent);
            return;
        }
        var nodes = new ExecutionNode[fields.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = BuildExecutionNode(parent, fields[i].Type, fields[i].Field, fields[i].Definition);
        parent.SubFields = nodes;
    }

    private static bool IsRequired(ExecutionNode node) =>
        (node.IndexInParentNode.HasValue ? ((ListGraphType)node.Parent.GraphType).ResolvedType : node.FieldDefinition.ResolvedType) is NonNullGraphType;

    private void Fail(Work work, ExecutionNode node, Exception problem)
    {
        if (problem is OperationCanceledException && work.Context.CancellationToken.IsCancellationRequested)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
        if (problem is ExecutionError error)
            SetNodeError(work.Context, node, error);
        else
            work.Faults.Add(ProcessNodeUnhandledExceptionAsync(work.Context, node, problem));
    }
}
