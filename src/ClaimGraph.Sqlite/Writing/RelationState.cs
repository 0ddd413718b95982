using System.Globalization;

namespace ClaimGraph.Sqlite;

/// <summary>What a verdict changes of a relation or candidate, before and after: for undoing it and for <c>asOf</c>. Stored as <c>kind|conflict|status|inputs</c>.</summary>
internal sealed record RelationState(RelationKind Kind, bool Conflict, RelationStatus Status, string Inputs)
{
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}|{(Conflict ? 1 : 0)}|{(int)Status}|{Inputs}");

    public static RelationState Read(string stored)
    {
        var parts = stored.Split('|', 4);
        return new((RelationKind)int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1] == "1", (RelationStatus)int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    public Relation On(Relation relation) => relation with { Kind = Kind, Conflict = Conflict, Status = Status };
}
