using System.Globalization;
using System.Text.Json;
using ClaimGraph.Comparison;

namespace ClaimGraph.Evaluation;

/// <summary>Sets of two texts about one event: inference (premise, hypothesis) and verification (evidence, claim).</summary>
internal static class SentencePairs
{
    private static readonly string[] Labels = ["entailment", "contradiction", "neutral"];

    public static string Inference(string file, int errors)
    {
        var counts = new Dictionary<(string Gold, string Said), int>();
        foreach (var json in Articles.Lines(file))
        {
            var gold = json.GetProperty("label").GetString()!;
            var said = Answer(json.GetProperty("premise").GetString()!, json.GetProperty("hypothesis").GetString()!, out var why);
            counts[(gold, said)] = counts.GetValueOrDefault((gold, said)) + 1;
            if (gold == said || errors-- <= 0) continue;
            Show(json, "premise", "hypothesis", gold, said, why);
        }
        var n = counts.Values.Sum();
        var right = Labels.Sum(l => counts.GetValueOrDefault((l, l)));
        var hit = counts.GetValueOrDefault(("contradiction", "contradiction"));
        return string.Create(CultureInfo.InvariantCulture,
            $"nli {Path.GetFileName(file)} n={n} accuracy={Ratio(right, n):0.000} contradiction_precision={Ratio(hit, Labels.Sum(l => counts.GetValueOrDefault((l, "contradiction")))):0.000} contradiction_recall={Ratio(hit, Labels.Sum(l => counts.GetValueOrDefault(("contradiction", l)))):0.000}");
    }

    public static string Verification(string file, int errors)
    {
        int n = 0, right3 = 0, two = 0, right2 = 0, refuted = 0, rightRefuted = 0;
        foreach (var json in Articles.Lines(file))
        {
            n++;
            var gold = json.GetProperty("label").GetString()!;
            var said = Answer(json.GetProperty("evidence").GetString()!, json.GetProperty("claim").GetString()!, out var why) switch
            {
                "contradiction" => "REFUTES",
                "entailment" => "SUPPORTS",
                _ => "NOT ENOUGH INFO",
            };
            if (said == gold) right3++;
            if (said == "REFUTES") refuted++;
            if (said == "REFUTES" && gold == "REFUTES") rightRefuted++;
            if (gold == "NOT ENOUGH INFO") continue;
            two++;
            if ((said == "REFUTES") == (gold == "REFUTES")) right2++;
            else if (errors-- > 0) Show(json, "evidence", "claim", gold, said, why);
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"vitaminc {Path.GetFileName(file)} n={n} two_way={Ratio(right2, two):0.000} refutes_precision={Ratio(rightRefuted, refuted):0.000} three_way={Ratio(right3, n):0.000}");
    }

    /// <summary>Figures decide where both texts give some, claims elsewhere. A conflict is a contradiction; agreement, or a hypothesis that is the broader of the two, is entailment; else neutral.</summary>
    private static string Answer(string premise, string hypothesis, out string why)
    {
        var numbers = TextPair.Compare(premise, hypothesis);
        if (numbers.Asked is not null)
        {
            why = $"{numbers.Given} against {numbers.Asked}";
            return numbers.Verdict switch { TextVerdict.Contradicts => "contradiction", TextVerdict.Entails => "entailment", _ => "neutral" };
        }
        var given = Read(premise, "premise");
        var asked = Read(hypothesis, "hypothesis");
        var (clash, agree) = (false, false);
        why = $"{given.Count} and {asked.Count} claims";
        foreach (var claim in asked)
        {
            var found = given.Select(g => (Claim: g, RelationFinder.Examine(g, claim).Relation)).Where(p => p.Relation is not null).ToList();
            if (found.Exists(p => Entails(p.Relation!, claim))) agree = true;
            else if (found.Find(p => p.Relation!.Conflict) is { Relation: { } relation })
            {
                clash = true;
                why = relation.Explanation;
            }
        }
        return clash ? "contradiction" : agree ? "entailment" : "neutral";
    }

    private static bool Entails(Relation relation, Claim hypothesis) =>
        relation.Kind == RelationKind.Corroborates || (relation.Kind == RelationKind.Refines && relation.NarrowerId != hypothesis.Id);

    private static List<Claim> Read(string text, string id) => [.. Articles.Read(new Article { Id = id, Text = text, Published = "2020-01-01", Language = "en" }).Claims];

    private static void Show(JsonElement json, string given, string asked, string gold, string said, string why)
    {
        Console.WriteLine($"{gold} but {said}: {why}");
        Console.WriteLine($"  {json.GetProperty(given).GetString()}");
        Console.WriteLine($"  {json.GetProperty(asked).GetString()}");
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
