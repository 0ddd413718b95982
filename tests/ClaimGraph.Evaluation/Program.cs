using System.Globalization;
using ClaimGraph.Evaluation;

// SET FILE [--errors N] [--articles DIR]: scores the engine on annotated data; the last line of standard output is the score.
// events ARTICLES OUT: an export for the events set's own scorer. events-fit ARTICLES GOLD ...: fits and judges event identity with whole topics and months left out.
string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var errors = int.Parse(Option("--errors") ?? "0", CultureInfo.InvariantCulture);
var line = args switch
{
    ["gold", var file, ..] => GoldSet.Score(file, Option("--articles"), errors),
    ["nli", var file, ..] => SentencePairs.Inference(file, errors),
    ["vitaminc", var file, ..] => SentencePairs.Verification(file, errors),
    ["polnear", var file, ..] => AttributionSet.Score(file, errors),
    ["newsquant", var file, ..] => QuantitySets.NewsQuant(file, errors),
    ["recognizers", var file, ..] => QuantitySets.Recognizers(file, errors),
    ["events", var articles, var target, ..] => EventSets.Export(articles, target),
    ["events-fit", ..] => EventFit.Run([.. args.Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))], errors),
    _ => null,
};
if (line is null)
{
    Console.Error.WriteLine("usage: (gold|nli|vitaminc|newsquant|polnear|recognizers) FILE [--errors N] [--articles DIR] | events ARTICLES OUT | events-fit ARTICLES GOLD [ARTICLES GOLD] [--errors N]");
    return 2;
}
Console.WriteLine(line);
return 0;
