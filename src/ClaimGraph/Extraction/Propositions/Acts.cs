using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction;

/// <summary>An act that a stance is about.</summary>
/// <param name="Name">Of the closed table (<c>deploy-troops</c>), else verb and object.</param>
/// <param name="Known">From the table: its wordings meet.</param>
internal readonly record struct Act(string Name, int Start, int End, bool Known, string? Agent = null);

/// <summary>Recognises acts in their wordings: "deploying troops", "put boots on the ground", "participation in a peacekeeping force", "the idea of Western troops".</summary>
internal static class Acts
{
    private static readonly Dictionary<string, List<string>> ByVerb = new(StringComparer.Ordinal), ByNoun = new(StringComparer.Ordinal);
    private static readonly List<string> Order = [];

    static Acts()
    {
        foreach (var row in WordList.Rows("acts"))
        {
            Order.Add(row[0]);
            foreach (var w in WordList.Words(row[1])) Add(ByVerb, w, row[0]);
            foreach (var w in WordList.Words(row[2])) Add(ByNoun, w, row[0]);
        }
    }

    private static void Add(Dictionary<string, List<string>> table, string word, string act)
    {
        if (!table.TryGetValue(word, out var acts)) table[word] = acts = [];
        acts.Add(act);
    }

    /// <summary>The act that begins soonest in <c>[from, to)</c>.</summary>
    public static Act? Find(SentenceView v, int from, int to)
    {
        to = Math.Min(to, v.Pieces.Count);
        for (var i = from; i < to; i++)
        {
            if (v.Pieces[i].Text is ";" or ":" || (v.Pieces[i].Is(".") && i + 1 < to && v.Pieces[i + 1].Capital)) break;
            if (v.Pieces[i].Kind != PieceKind.Word) continue;
            var lemma = Lemmas.Of(v.Lower(i), Tag.Verb);
            if (ByVerb.TryGetValue(lemma, out var acts) && v.Pieces[i].Tag is not (Tag.Adp or Tag.Det))
            {
                // The verb with one of its nouns within reach makes the act.
                for (var j = i + 1; j < Math.Min(to + 6, Math.Min(v.Pieces.Count, i + 9)); j++)
                {
                    if (v.Pieces[j].Text is "," or ";" && j > i + 1 && !(v.Pieces[j].Is(",") && j < i + 4)) break;
                    foreach (var act in NounActs(v, j)) if (acts.Contains(act) && Fits(v, i, j, act)) return new Act(act, i, j + 1, true, AgentBefore(v, j));
                }
                if (lemma is "support" or "back" && v.Pieces[i].Tag is not Tag.Noun) return new Act("support", i, i + 1, true);
                if (lemma is "resign") return new Act("resign", i, i + 1, true);
            }
            // Nouns alone: "the deployment of troops", "Western troops in Ukraine", "American air cover", "participation in a peacekeeping force".
            foreach (var act in NounActs(v, i))
            {
                if (act is "deploy-troops" && Deploys(v, i)) return new Act(act, i, i + 1, true, AgentBefore(v, i));
                if (act is "support" && v.Lower(i) is not ("defense" or "guarantee" or "guarantees" or "help" or "net" or "cover") || act is "support" && v.Lower(i - 1) is "air" or "safety" or "security") return new Act(act, i, i + 1, true, AgentBefore(v, i));
                if (act is "ceasefire" && i < from + 5) return new Act(act, i, i + 1, true);
            }
        }
        return null;
    }

    private static bool Fits(SentenceView v, int verb, int noun, string act) => act switch
    {
        "vote-for" => v.Lower(noun) is not ("plan" or "deal") || Lemmas.Of(v.Lower(verb), Tag.Verb) is not "support",
        "support" => Lemmas.Of(v.Lower(verb), Tag.Verb) is not ("defend" or "protect" or "guarantee"),
        _ => noun > verb,
    };

    private static List<string> NounActs(SentenceView v, int i)
    {
        if (v.Pieces[i].Kind != PieceKind.Word) return [];
        return ByNoun.TryGetValue(Nouns.Singular(v.Lower(i)), out var acts) || ByNoun.TryGetValue(v.Lower(i), out acts) ? acts : [];
    }

    /// <summary>Troops alone are no act; "sending of", "the idea of", "participation in", "involvement of" or a place behind them make one.</summary>
    private static bool Deploys(SentenceView v, int noun)
    {
        for (var i = noun - 1; i >= 0 && i > noun - 8; i--)
            if (v.Lower(i) is "deployment" or "sending" or "deploying" or "idea" or "presence" or "participation" or "participate" or "participating" or "involvement" or "without" or "stationing" or "dispatch" or "contribution" or "no" or "contributing") return true;
        return v.Lower(noun + 1) is "in" or "on" or "to" && noun + 2 < v.Pieces.Count && (v.Pieces[noun + 2].Capital || v.Lower(noun + 2) is "the");
    }

    /// <summary>"Western troops", "NATO soldiers", "US ground forces": whose they are.</summary>
    private static string? AgentBefore(SentenceView v, int noun)
    {
        for (var i = noun - 1; i >= 0 && i > noun - 4; i--)
        {
            if (v.Pieces[i].Kind != PieceKind.Word) continue;
            if (v.Pieces[i].Capital && i > v.First) return v.Pieces[i].Text;
            if (v.Lower(i) is "foreign" or "european" or "western" or "allied") return v.Lower(i);
            if (v.Lower(i) is "of" or "the" or "their" or "its" or "any" or "to") return null;
        }
        return null;
    }

    /// <summary>An act outside the table: its verb and the head of its object.</summary>
    public static Act? Other(SentenceView v, int from)
    {
        for (var i = from; i < Math.Min(v.Last, from + 4); i++)
        {
            var piece = v.Pieces[i];
            if (piece.Kind != PieceKind.Word || piece.Lower is "to" or "be" or "not" or "in" or "on" or "that" or "by" or "the") continue;
            if (piece.Tag is not (Tag.Verb or Tag.Noun)) return null;
            var verb = piece.Tag == Tag.Verb ? Lemmas.Of(piece.Lower, Tag.Verb) : Nouns.Singular(piece.Lower);
            if (verb is "be" or "have" or "do" or "say") return null;
            for (var j = i + 1; j < Math.Min(v.Last, i + 8); j++)
            {
                if (v.Pieces[j].Text is "," or ";" or "." || v.Lower(j) is "after" or "when" or "if" or "because") break;
                if (v.Pieces[j].Tag is Tag.Noun && !(j + 1 < v.Last && v.Pieces[j + 1].Tag is Tag.Noun)) return new Act($"{Slug.Of(verb)}-{Slug.Of(Nouns.Singular(v.Lower(j)))}", i, j + 1, false);
            }
            return piece.Tag == Tag.Verb ? new Act(Slug.Of(verb), i, i + 1, false) : null;
        }
        return null;
    }
}
