using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

/// <summary>Finds anything by its id: the letters before the underscore name the kind (<see cref="Ids"/>).</summary>
internal static class NodeById
{
    public static IDataLoaderResult<INode?> Of(string id, Snapshot at) => id.IndexOf('_', StringComparison.Ordinal) is var end && end < 0 ? Nothing : id[..(end + 1)] switch
    {
        Ids.ClaimPrefix => at.Claims.Load<INode?>(id, card => card is null ? null : new Claim(card, at)),
        Ids.SourcePrefix => at.Sources.Load<INode?>(id, source => source is null ? null : new Source(source, at)),
        Ids.ActorPrefix => at.Actors.Load<INode?>(id, card => card is null ? null : new Actor(card, at)),
        Ids.QuestionPrefix => at.Questions.Load<INode?>(id, card => card is null ? null : new Question(card, at)),
        Ids.PositionPrefix => at.Positions.Load<INode?>(id, card => card is null ? null : new Position(card, at)),
        Ids.RelationPrefix => at.Relations.Load<INode?>(id, card => card is null ? null : new Relation(card, at)),
        Ids.CandidatePrefix => at.Candidates.Load<INode?>(id, candidate => candidate is null ? null : new Candidate(candidate, at)),
        Ids.AssessmentPrefix => at.Assessments.Load<INode?>(id, assessment => assessment is null ? null : new Assessment(assessment)),
        Ids.RunPrefix => at.Runs.Load<INode?>(id, run => run is null ? null : new IngestionRun(run, at)),
        Ids.SuggestionPrefix => at.MergeSuggestions.Load<INode?>(id, suggestion => suggestion is null ? null : new MergeSuggestion(suggestion, at)),
        _ => Nothing,
    };

    private static IDataLoaderResult<INode?> Nothing => LoaderResults.Known<INode?>(null);
}

/// <summary>Bounds of the graph queries, whose work grows with every link.</summary>
internal static class GraphLimits
{
    public const int Nodes = 200, Hops = 4, PathLength = 8;

    public static void Check(string name, int value, int most)
    {
        if (value < 1 || value > most)
            throw ApiError.Exceeded(ErrorCodes.BadUserInput, $"`{name}` is 1 to {most}; {value} was asked for.", most, value);
    }
}
