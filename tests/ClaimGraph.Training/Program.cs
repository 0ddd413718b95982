using ClaimGraph.Training;

// dotnet run -c Release --project tests/ClaimGraph.Training -- tagger UD_DIR OUT
switch (args)
{
    case ["tagger", var treebanks, var output]:
        TaggerTraining.Run(treebanks, output);
        return 0;
    case ["tagger-test", var file]:
        TaggerTraining.Measure(file);
        return 0;
    default:
        Console.Error.WriteLine("tagger UD_DIR OUT: trains the part-of-speech tagger on ewt-train and gum-train and measures it on ewt-test and gum-news-test.\ntagger-test FILE: measures the built-in weights.");
        return 2;
}
