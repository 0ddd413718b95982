namespace ClaimGraph.Extraction;

/// <summary>
/// English or not, by the share of function words and by script. No other language is told apart: a text that is not English yields no claims.
/// </summary>
internal static class LanguageTest
{
    /// <summary>So many words tell.</summary>
    private const int Enough = 2000;

    /// <summary>True where the words are English, or too few to tell.</summary>
    public static bool IsEnglish(params IEnumerable<List<Token>> lines)
    {
        int words = 0, english = 0, foreign = 0, otherScript = 0;
        foreach (var line in lines)
        {
            foreach (var token in line)
            {
                var c = token.Lower[0];
                if (!char.IsLetter(c)) continue;
                words++;
                if (c > 'ɏ') otherScript++;
                else if (token.Lower.Length <= Longest && FunctionWords.TryGetValue(token.Lower, out var isEnglish)) { if (isEnglish) english++; else foreign++; }
                if (words >= Enough) break;
            }
            if (words >= Enough) break;
        }
        if (words == 0) return true;
        if (otherScript * 2 > words) return false;
        if (words < 8) return foreign < 2 || english > 0;
        return english * 100 >= words * 12 ? foreign <= english : foreign * 100 < words * 12 && (words < 25 || english * 100 >= words * 6);
    }

    private static readonly string[] English = (
        "the of and to in that it is was for on with as at by from his her he she they this which are were be been has have had not but or an will would can could their there who when what " +
        "after before about over into than then its also said says more no one all we you your our any some if so up out over under between during while where because until against being did does do").Split(' ');

    private static readonly string[] Foreign = [.. (
        "der die das und ist nicht ein eine mit von zu den dem auf für sich auch wird aus nach bei sind wie einen oder wurde hat haben " +
        "le la les et est des une du dans que qui pour pas sur au aux avec ce cette sont par plus ont été il elle ses " +
        "el los las y en del un se con por para su como pero sus más este esta al lo fue ha " +
        "il di che è per una della dei non sono del alla le con nel gli anche ed " +
        "o os da do em não uma com mais dos das foi ao pelo " +
        "het een van op te zijn niet dat voor met aan ook bij " +
        "och att det som är på av för inte med ett har den till om " +
        "i w na z się że nie jest do od po za oraz przez ve bir bu için ile da de").Split(' ').Except(["in", "a", "on", "at", "do", "he", "me", "an", "are", "over", "per", "was", "i", "to", "war", "die", "y", "o", "or"])];

    /// <summary>True for English ones; a word of both counts as English.</summary>
    private static readonly Dictionary<string, bool> FunctionWords = Foreign.Union(English).ToDictionary(w => w, w => English.Contains(w), StringComparer.Ordinal);

    private static readonly int Longest = FunctionWords.Keys.Max(w => w.Length);
}
