using ClaimGraph.Evaluation;

var errors = Array.IndexOf(args, "--errors") is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
Console.WriteLine(args switch
{
    ["newsquant", var file, ..] => QuantitySets.NewsQuant(file, errors),
    ["recognizers", var file, ..] => QuantitySets.Recognizers(file, errors),
    _ => "not yet",
});
