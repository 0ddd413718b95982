using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph.Web;

/// <summary>Enum values as GraphQL spells them: <c>NOT_COMMITTED</c>.</summary>
internal sealed class GraphQLEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(GraphQLEnum<RelationKind>), typeof(GraphQLEnum<RelationStatus>), typeof(GraphQLEnum<Modality>), typeof(GraphQLEnum<DatePrecision>),
        typeof(GraphQLEnum<ChainRole>), typeof(GraphQLEnum<Stance>), typeof(GraphQLEnum<Standing>), typeof(GraphQLEnum<ActorKind>), typeof(GraphQLEnum<MentionRole>),
        typeof(GraphQLEnum<SourceKind>), typeof(GraphQLEnum<CitationKind>), typeof(GraphQLEnum<NoticeKind>), typeof(GraphQLEnum<Verdict>), typeof(GraphQLEnum<Role>),
        typeof(GraphQLEnum<OriginReason>), typeof(GraphQLEnum<NodeKind>), typeof(GraphQLEnum<LinkKind>), typeof(GraphQLEnum<SearchKind>), typeof(GraphQLEnum<RunState>),
        typeof(GraphQLEnum<SentenceKind>),
    ])]
[JsonSerializable(typeof(BoardData))]
[JsonSerializable(typeof(ConflictData))]
[JsonSerializable(typeof(QuestionData))]
[JsonSerializable(typeof(ClaimData))]
[JsonSerializable(typeof(InboxData))]
[JsonSerializable(typeof(SearchData))]
[JsonSerializable(typeof(ArticleData))]
[JsonSerializable(typeof(ActorData))]
[JsonSerializable(typeof(GraphData))]
[JsonSerializable(typeof(GraphView))]
[JsonSerializable(typeof(TargetsData))]
[JsonSerializable(typeof(AddData))]
[JsonSerializable(typeof(RunData))]
[JsonSerializable(typeof(IngestData))]
[JsonSerializable(typeof(QueryData))]
[JsonSerializable(typeof(SchemaData))]
[JsonSerializable(typeof(SchemaOverview))]
[JsonSerializable(typeof(FrameData))]
[JsonSerializable(typeof(AssessData))]
[JsonSerializable(typeof(FoundActors))]
[JsonSerializable(typeof(IReadOnlyList<GraphQLError>))]
internal sealed partial class WebJson : JsonSerializerContext;
