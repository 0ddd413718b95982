using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>
/// Everything that one run of <c>write.cypher</c> writes, by parameter. Lists are sorted by what they lock, so that two writers never wait for each other in a circle.
/// Its name makes a second run of the same batch do nothing but answer as the first did.
/// </summary>
internal sealed class WriteBatch(string now)
{
    private static readonly string Text = Cypher.Query("write");

    public string Name { get; } = Guid.CreateVersion7().ToString("N");
    public string Now { get; } = now;

    public List<DocumentWrite> Documents { get; } = [];
    public Dictionary<string, long> Blocks { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Bumped { get; } = new(StringComparer.Ordinal);
    public List<QuestionWrite> Questions { get; } = [];
    public List<PositionWrite> Positions { get; } = [];
    public List<ActorWrite> Actors { get; } = [];
    public List<SourceWrite> NamedSources { get; } = [];
    public List<SourceWrite> Articles { get; } = [];
    public List<string> SourcesWithdrawn { get; } = [];
    public List<TextWrite> Texts { get; } = [];
    public List<PublishedWrite> Published { get; } = [];
    public List<CitationWrite> Citations { get; } = [];
    public SortedSet<string> Days { get; } = new(StringComparer.Ordinal);
    public List<ClaimWrite> Claims { get; } = [];
    public List<string> Carried { get; } = [];
    public List<string> Unhooked { get; } = [];
    public List<PlacedWrite> Placed { get; } = [];
    public List<OriginWrite> Origins { get; } = [];
    public List<WithdrawalWrite> Withdrawals { get; } = [];
    public List<StandingWrite> Standings { get; } = [];
    public List<AppearsWrite> Appears { get; } = [];
    public List<AssertedWrite> Asserted { get; } = [];
    public List<StepWrite> Steps { get; } = [];
    public List<StepWrite> SourceSteps { get; } = [];
    public List<MentionWrite> Mentions { get; } = [];
    public List<InvolvesWrite> Involves { get; } = [];
    public List<AnswerWrite> Answers { get; } = [];
    public List<EntryWrite> Entries { get; } = [];
    public List<MergeWrite> MergedQuestions { get; } = [];
    public List<RelationWrite> Relations { get; } = [];
    public List<UnlinkWrite> Unlinked { get; } = [];
    public Dictionary<RelationKind, List<LinkWrite>> Links { get; } = Enum.GetValues<RelationKind>().ToDictionary(k => k, _ => new List<LinkWrite>());
    public List<string> Undisputed { get; } = [];
    public List<DisputeWrite> Disputes { get; } = [];
    public List<CandidateWrite> Candidates { get; } = [];
    public List<SetApartWrite> SetApart { get; } = [];
    public List<SuggestionWrite> Suggestions { get; } = [];
    public List<AssessmentWrite> Assessments { get; } = [];
    public List<UndoneWrite> Undone { get; } = [];
    public List<ScopeVerdictRow> ScopeVerdicts { get; } = [];
    public List<string> ScopeVerdictsUndone { get; } = [];
    public List<string> Weighed { get; } = [];
    public List<string> WeighedCandidates { get; } = [];
    public Tally Tally { get; } = new();
    public ChangeWrite Change { get; set; } = new(null, null, [], [], null);

    public Statement ToStatement() => new(Text, new Dictionary<string, object?>
    {
        ["write"] = Name,
        ["now"] = Now,
        ["documents"] = Sorted(Documents, d => d.Id),
        ["blocks"] = Sorted(Blocks.Select(b => new BlockRow(b.Key, b.Value)), b => b.Key),
        ["bumped"] = Sorted(Bumped, b => b),
        ["questions"] = Sorted(Questions, q => q.Id),
        ["positions"] = Sorted(Positions, p => p.Id),
        ["actors"] = Sorted(Actors, a => a.Id),
        ["namedSources"] = Sorted(NamedSources, s => s.Id),
        ["articles"] = Articles,
        ["sourcesWithdrawn"] = SourcesWithdrawn,
        ["texts"] = Texts,
        ["published"] = Published,
        ["citations"] = Sorted(Citations, c => c.To),
        ["days"] = Days.ToList(),
        ["claims"] = Claims,
        ["carried"] = Carried,
        ["unhooked"] = Unhooked,
        ["placed"] = Placed,
        ["origins"] = Origins,
        ["withdrawals"] = Withdrawals,
        ["standings"] = Sorted(Standings, s => s.Id),
        ["appears"] = Appears,
        ["asserted"] = Sorted(Asserted, a => a.Day),
        ["steps"] = Sorted(Steps, s => s.Party),
        ["sourceSteps"] = Sorted(SourceSteps, s => s.Party),
        ["mentions"] = Sorted(Mentions, m => m.Actor),
        ["involves"] = Sorted(Involves, i => i.Actor),
        ["answers"] = Sorted(Answers, a => a.Position),
        ["entries"] = Sorted(Entries, e => e.Key),
        ["mergedQuestions"] = Sorted(MergedQuestions, m => m.From),
        ["relations"] = Sorted(Relations, r => r.Id),
        ["unlinked"] = Sorted(Unlinked, u => u.Id),
        ["contradicts"] = Links[RelationKind.Contradicts],
        ["supersedes"] = Links[RelationKind.Supersedes],
        ["refines"] = Links[RelationKind.Refines],
        ["corroborates"] = Links[RelationKind.Corroborates],
        ["undisputed"] = Undisputed,
        ["disputes"] = Sorted(Disputes, d => d.Actor),
        ["candidates"] = Sorted(Candidates, c => c.Id),
        ["setApart"] = SetApart,
        ["suggestions"] = Sorted(Suggestions, s => s.Id),
        ["assessments"] = Assessments,
        ["undone"] = Undone,
        ["scopeVerdicts"] = ScopeVerdicts,
        ["scopeVerdictsUndone"] = ScopeVerdictsUndone,
        ["weighed"] = Weighed,
        ["weighedCandidates"] = WeighedCandidates,
        ["questionDeltas"] = Sorted(Tally.Questions, q => q.Id),
        ["positionDeltas"] = Sorted(Tally.Positions, p => p.Id),
        ["actorDeltas"] = Sorted(Tally.Actors, a => a.Id),
        ["sourceDeltas"] = Sorted(Tally.Sources, s => s.Id),
        ["tallies"] = Sorted(Tally.Pairs, t => t.Key),
        ["counters"] = Sorted(Tally.Counters, c => c.Name),
        ["change"] = Change,
    });

    private static List<T> Sorted<T>(IEnumerable<T> rows, Func<T, string> key) => [.. rows.OrderBy(key, StringComparer.Ordinal)];
}
