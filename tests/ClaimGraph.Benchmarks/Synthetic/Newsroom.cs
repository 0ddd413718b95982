using System.Globalization;

namespace ClaimGraph.Benchmarks;

/// <summary>
/// Synthetic reports as texts: events at places of which some are in the news again and again, each reported by a few articles that agree or differ on tolls and damage,
/// and countries that commit or do not. The same seed writes the same articles.
/// </summary>
internal sealed class Newsroom(int seed)
{
    private const int Places = 2000, MostReports = 30;

    private static readonly string[] Syllables = ["tar", "ko", "vin", "sel", "ma", "dro", "ulm", "ber", "ni", "gast", "lo", "rem", "ka", "zhi", "por", "eth", "an", "wick", "ost", "fel"];
    private static readonly string[] Kinds = ["an earthquake", "a bomb", "a flood", "a fire", "a train crash", "a storm"];
    private static readonly string[] Countries = ["France", "Germany", "Poland", "Spain", "Sweden", "Norway", "Canada", "Japan", "Italy", "Finland"];
    private static readonly string[] Outlets = ["Northern Wire", "The Daily Harbour", "Vale Press", "Meridian News", "The Evening Post Gazette"];

    private readonly Random _random = new(seed);
    private readonly List<Article> _waiting = [];
    private int _written;
    private DateOnly _day = new(2031, 1, 1);

    public Article Next()
    {
        while (_waiting.Count == 0) Happen();
        var article = _waiting[^1];
        _waiting.RemoveAt(_waiting.Count - 1);
        return article;
    }

    /// <summary>One event and all its reports, of the day and the days after.</summary>
    private void Happen()
    {
        _day = _day.AddDays(_random.Next(3) == 0 ? 1 : 0);
        var (place, kind, killed, wounded, houses) = (Place(), Kinds[_random.Next(Kinds.Length)], 3 + _random.Next(90), 10 + _random.Next(400), 5 + _random.Next(300));
        var country = Countries[_random.Next(Countries.Length)];
        for (var reports = 1 + (int)(MostReports * Math.Pow(_random.NextDouble(), 6)); reports > 0; reports--)
        {
            var published = _day.AddDays(_random.Next(3));
            var toll = _random.Next(4) == 0 ? killed + 1 + _random.Next(5) : killed;
            var text = string.Create(CultureInfo.InvariantCulture, $"""
                {published:d MMMM yyyy}
                {toll} people were killed and {wounded} were wounded when {kind} struck {place} on {_day:d MMMM}, the governor of {place} said.
                More than {houses} houses were destroyed in {place}, rescuers said on {published:dddd}.
                {country} has {(_random.Next(5) == 0 ? "not " : "")}committed to sending troops to Ukraine, its defence minister said.
                """);
            _waiting.Add(new Article { Id = $"n{++_written}", Text = text, Title = $"{toll} dead in {place}", Outlet = Outlets[_random.Next(Outlets.Length)], Published = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Language = "en" });
        }
    }

    /// <summary>Few places are in the news often, most of them once.</summary>
    private string Place()
    {
        var number = (int)(Places * Math.Pow(_random.NextDouble(), 2));
        var name = Syllables[number % 20] + Syllables[number / 20 % 20] + Syllables[number / 400 % 20];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
