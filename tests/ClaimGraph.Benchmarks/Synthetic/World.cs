namespace ClaimGraph.Benchmarks;

/// <summary>The names and weights of a synthetic news world: few actors, outlets and questions are popular, most are not (Zipf, exponent 1).</summary>
internal sealed class World
{
    private static readonly string[] Places = ["Arland", "Belmark", "Corvia", "Dunmore", "Estria", "Falken", "Garland", "Harrow", "Istrava", "Jorvik", "Kelmar", "Lothian"];
    private static readonly string[] Things = ["soldiers", "countries", "tonnes of grain", "hospitals", "refugees", "leaders", "houses", "vehicles", "patients", "ships"];
    private static readonly string[] Acts = ["will be sent to", "were counted in", "left", "reached", "were promised to", "were lost in", "are needed in", "signed for"];
    private static readonly string[] Words = ["yesterday", "officially", "according to the plan", "after long talks", "in the north", "for the winter", "despite the ceasefire", "before the summit", "as agreed", "without conditions"];
    private static readonly string[] Names = ["Adler", "Brandt", "Costa", "Dumont", "Eriksen", "Fischer", "Gallo", "Horvat", "Ibsen", "Jansen", "Kovac", "Lindqvist", "Moreau", "Novak", "Olsen", "Petrov"];

    private readonly Random _random;
    private readonly Zipf _actors, _questions, _outlets;

    public World(int claims, int seed)
    {
        _random = new Random(seed);
        _actors = new Zipf(Math.Max(50, claims / 50), _random);
        _questions = new Zipf(Math.Max(50, claims * 3 / 20), _random);
        _outlets = new Zipf(500, _random);
    }

    public Random Random => _random;

    public int Question() => _questions.Next();

    public Actor Actor()
    {
        var number = _actors.Next();
        var name = $"{Names[number % Names.Length]} {Roman(number / Names.Length)}";
        return new Actor(Ids.Actor(ActorKind.Person, name), name, number % 9 == 0 ? ActorKind.Organisation : ActorKind.Person);
    }

    public Source Outlet()
    {
        var name = $"{Places[_outlets.Next() % Places.Length]} Gazette {_outlets.Next()}";
        return new Source(Ids.Outlet(name.ToLowerInvariant()), SourceKind.Outlet, name);
    }

    public static Question QuestionOf(int number)
    {
        var key = $"{Things[number % Things.Length]};{Acts[number / 10 % Acts.Length]};{Places[number / 80 % Places.Length]};{number}";
        return new Question(Ids.Question(key), key, $"How many {Things[number % Things.Length]} {Acts[number / 10 % Acts.Length]} {Places[number / 80 % Places.Length]} ({number})?");
    }

    public static string Unit(int question) => Things[question % Things.Length];

    /// <summary>A sentence of about 120 characters.</summary>
    public string Sentence(int question, int value) =>
        $"{value} {Things[question % Things.Length]} {Acts[question / 10 % Acts.Length]} {Places[question / 80 % Places.Length]} {Pick(Words)}, {Pick(Words)} and {Pick(Words)}, file {_random.Next(1_000_000)}";

    public T Pick<T>(T[] of) => of[_random.Next(of.Length)];

    private static string Roman(int number) => number == 0 ? "" : "of " + Places[number % Places.Length] + (number < Places.Length ? "" : $" {number / Places.Length}");
}

/// <summary>Numbers from 0 with a probability that falls with their rank.</summary>
internal sealed class Zipf
{
    private readonly double[] _sums;
    private readonly Random _random;

    public Zipf(int count, Random random)
    {
        _random = random;
        _sums = new double[count];
        double sum = 0;
        for (var i = 0; i < count; i++) _sums[i] = sum += 1.0 / (i + 1);
    }

    public int Next()
    {
        var found = Array.BinarySearch(_sums, _random.NextDouble() * _sums[^1]);
        return found < 0 ? Math.Min(~found, _sums.Length - 1) : found;
    }
}
