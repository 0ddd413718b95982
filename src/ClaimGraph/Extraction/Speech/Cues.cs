namespace ClaimGraph.Extraction.Speech;

/// <summary>What kind of content a cue word brings.</summary>
[Flags]
internal enum CueKinds { None = 0, Says = 1, Thinks = 2, Shows = 4, Acts = 8 }

/// <summary>The words that attribute: <c>Lexicon/cues.txt</c>.</summary>
internal sealed class Cues
{
    public static Cues Shared => Loaded.Value;

    private static readonly Lazy<Cues> Loaded = new(() => new Cues());

    private readonly Dictionary<string, CueKinds> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _particles;
    private readonly HashSet<string> _particleVerbs;
    private readonly HashSet<string> _nouns;

    private Cues()
    {
        var sections = WordList.Sections("cues");
        Put(sections["says"], CueKinds.Says);
        Put(sections["thinks"], CueKinds.Thinks);
        Put(sections["shows"], CueKinds.Shows);
        Put(sections["acts"], CueKinds.Acts);
        _particles = new(sections["particles"], StringComparer.Ordinal);
        _particleVerbs = new(sections["particles"].Select(p => p.Split(' ')[0]), StringComparer.Ordinal);
        _nouns = new(sections["nouns"], StringComparer.Ordinal);

        void Put(IEnumerable<string> lemmas, CueKinds kind)
        {
            foreach (var lemma in lemmas) _verbs[lemma] = _verbs.GetValueOrDefault(lemma) | kind;
        }
    }

    public CueKinds Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    public bool IsNoun(string lemma) => _nouns.Contains(lemma);

    /// <summary>"rule out", "call for": verbs that attribute only, or otherwise, with their particle.</summary>
    public bool IsParticle(string lemma, string particle) => _particleVerbs.Contains(lemma) && _particles.Contains(lemma + " " + particle);
}
