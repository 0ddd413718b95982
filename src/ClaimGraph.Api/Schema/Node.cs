using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Name("Node")]
[Description("Anything with an id that can be asked for again by `node(id:)`. Ids are opaque, and stay the same over stores, servers and re-ingestion of the same content.")]
internal interface INode
{
    [Id]
    [Description("The id, to be given back to `node` unread.")]
    string Id { get; }
}
