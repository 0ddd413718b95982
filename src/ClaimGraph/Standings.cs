namespace ClaimGraph;

/// <summary>One relation of a claim, seen from the claim, as its standing needs it.</summary>
/// <param name="IsLater">The claim is the later side.</param>
/// <param name="IsNarrower">REFINES: the claim is the narrower side.</param>
/// <param name="Other">When the other claim was asserted.</param>
public readonly record struct StandingRelation(RelationKind Kind, RelationStatus Status, bool IsLater, bool IsNarrower, PartialDate Other);

/// <summary>Where a claim stands among the others: one rule for every store, from the claim's relations in force.</summary>
public static class Standings
{
    /// <summary>The strongest that holds, in the order disputed, replaced, narrower; <see cref="Standing.Alone"/> without any relation that a person left standing.</summary>
    /// <param name="setApart">A person judged that the claim and another one differ in scope.</param>
    /// <returns>The standing, and since when: the first day on which another claim gave it.</returns>
    public static (Standing Standing, PartialDate? Since) Of(IReadOnlyList<StandingRelation> relations, bool setApart)
    {
        var standing = setApart ? Standing.OtherScope : Standing.Alone;
        PartialDate? since = null;
        foreach (var relation in relations)
        {
            if (relation.Status == RelationStatus.Dismissed) continue;
            var gives = Gives(relation);
            if (Strength(gives) > Strength(standing)) (standing, since) = (gives, null);
            if (gives == standing && gives is not Standing.Current) since = Earlier(since, relation.Other);
        }
        return (standing, since);
    }

    private static Standing Gives(in StandingRelation relation) => relation.Kind switch
    {
        RelationKind.Contradicts => Standing.Disputed,
        RelationKind.Supersedes when !relation.IsLater => Standing.Replaced,
        RelationKind.Refines when relation.IsNarrower => Standing.Narrower,
        _ => Standing.Current,
    };

    private static int Strength(Standing standing) => standing switch
    {
        Standing.Disputed => 5,
        Standing.Replaced => 4,
        Standing.Narrower => 3,
        Standing.Current => 2,
        Standing.OtherScope => 1,
        _ => 0,
    };

    private static PartialDate? Earlier(PartialDate? one, PartialDate other) =>
        !other.IsKnown ? one : one?.SortDay is { } day && day <= other.SortDay ? one : other;
}
