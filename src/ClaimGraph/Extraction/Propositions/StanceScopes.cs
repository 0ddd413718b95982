namespace ClaimGraph.Extraction;

/// <summary>Scope of stances: how openly, by which arm, where.</summary>
internal static class StanceScopes
{
    public static List<ScopeFacet> Of(SentenceView v, int start, int end, Act act)
    {
        List<ScopeFacet> scope = [];
        for (var i = start; i < end; i++)
        {
            var word = v.Lower(i);
            switch (word)
            {
                case "formally" or "formal" or "officially": Add("publicity", "formal", i, i + 1); break;
                case "publicly" or "openly" or "public" when word is not "public" || v.Lower(i + 1) is "commitment" or "pledge" or "promise": Add("publicity", "public", i, i + 1); break;
                case "privately": Add("publicity", "private", i, i + 1); break;
                case "private" when v.Lower(i - 1) is "in": Add("publicity", "private", i - 1, i + 1); break;
                case "land" or "ground" when act.Name is "deploy-troops" or "support": Add("domain", "land", i, i + 1); break;
                case "boots": Add("domain", "land", i, i + 1); break;
                case "sea" or "naval" or "ships" or "maritime" when act.Name is "deploy-troops" or "support": Add("domain", "sea", i, i + 1); break;
                case "air" or "aircraft" or "skies" or "aerial" when act.Name is "deploy-troops" or "support": Add("domain", "air", i, i + 1); break;
                case "missile" when act.Name is "support": Add("domain", "air", i, i + 1); break;
                case "far" when v.Lower(i - 1) is "so": Add("period", "so-far", i - 1, i + 1); break;
                case "never" or "ever": Add("period", word, i, i + 1); break;
                case "outside" when i + 1 < end && v.Pieces[i + 1].Capital: Add("place", "outside-" + Slug.Of(v.Pieces[i + 1].Text), i, i + 2); break;
                case "front" when v.Lower(i + 1) is "line" or "lines": Add("place", "front-line", i, Math.Min(end, i + 2)); break;
            }
        }
        // "So far" may stand in front of the clause.
        if (start > 1 && v.Lower(0) is "so" && v.Lower(1) is "far") scope.Add(new("period", "so-far", v.Words(0, 2)));
        return scope;

        void Add(string name, string value, int from, int to)
        {
            if (!scope.Exists(s => s.Name == name && s.Value == value)) scope.Add(new(name, value, v.Words(from, Math.Min(to, v.Pieces.Count))));
        }
    }
}
