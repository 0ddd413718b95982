using System.Globalization;

namespace ClaimGraph.Neo4j;

/// <summary>What a verdict changes of a relation or candidate, before and after: for undoing it and for <c>asOf</c>. Stored as <c>kind|conflict|status|inputs</c>.</summary>
internal sealed record VerdictState(RelationKind Kind, bool Conflict, RelationStatus Status, string Inputs)
{
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Kind}|{(Conflict ? 1 : 0)}|{Status}|{Inputs}");

    public static VerdictState Read(string stored)
    {
        var parts = stored.Split('|', 4);
        return new(Enum.Parse<RelationKind>(parts[0]), parts[1] == "1", Enum.Parse<RelationStatus>(parts[2]), parts[3]);
    }

    public Relation On(Relation relation) => relation with { Kind = Kind, Conflict = Conflict, Status = Status };
}
