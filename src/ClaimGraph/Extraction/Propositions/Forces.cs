namespace ClaimGraph.Extraction;

/// <summary>The size of a force: "a contingent of less than 30 thousand people", "the force could include up to 30,000 soldiers".</summary>
internal static class Forces
{
    /// <summary>The piece of the force noun that the number sizes, or -1.</summary>
    public static int Size(SentenceView v, PlacedQuantity q)
    {
        if (q.Found.Head is not { } head || WordClasses.PersonGroup(head) is null || q.Quantity.Kind != QuantityKind.Count) return -1;
        for (var i = q.Start - 1; i >= v.First && i > q.Start - 7; i--)
        {
            if (v.Lower(i) is "," or ";" or "and" or "killed" or "killing") return -1;
            if (v.Lower(i) is not ("force" or "contingent" or "mission" or "deployment" or "garrison" or "brigade" or "army" or "peacekeeping")) continue;
            for (var j = i + 1; j < q.Start; j++) if (v.Lower(j) is "of" or "include" or "includes" or "number" or "numbering" or "comprise" or "comprising" or "have" or "total") return i;
            return -1;
        }
        return -1;
    }

    public static Draft Draft(SentenceView v, PlacedQuantity q, int force)
    {
        var target = Stances.TargetAfter(v, new Act("force", force, force + 1, true)) ?? Holders.Target(v, new Holder([], null, "", false, false, 0, 0));
        var key = target is null ? "person;force-size" : $"person;force-size;{Slug.Of(target.Name)}";
        var draft = NumericClaims.Make(v, q, key, "force", "size", null, [], TimeKind.Plan, Phrasing.Surface(q.Quantity), $"How many people will the force{(target is null ? "" : " in " + target.Name)} have?");
        return target is null ? draft : draft with { Event = false };
    }
}
