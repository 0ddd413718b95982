namespace ClaimGraph.Web;

public sealed class QueryData : PageData
{
    public Connection<IdView>? Questions { get; set; }
    public Connection<IdView>? Claims { get; set; }
    public Connection<ActorView>? Actors { get; set; }
}

public sealed class SchemaData
{
    [System.Text.Json.Serialization.JsonPropertyName("__type")]
    public SchemaType? Type { get; set; }
}

public sealed class SchemaOverview
{
    [System.Text.Json.Serialization.JsonPropertyName("__schema")]
    public SchemaView Schema { get; set; } = new();
}

public sealed class SchemaView
{
    public TypeRef? QueryType { get; set; }
    public TypeRef? MutationType { get; set; }
    public TypeRef? SubscriptionType { get; set; }
    public IReadOnlyList<SchemaType> Types { get; set; } = [];
}

public sealed class SchemaType
{
    public string Name { get; set; } = "";
    public string Kind { get; set; } = "";
    public string? Description { get; set; }
    public IReadOnlyList<SchemaField>? Fields { get; set; }
    public IReadOnlyList<SchemaField>? InputFields { get; set; }
    public IReadOnlyList<SchemaField>? EnumValues { get; set; }
    public IReadOnlyList<TypeRef>? Interfaces { get; set; }
    public IReadOnlyList<TypeRef>? PossibleTypes { get; set; }
}

public sealed class SchemaField
{
    public string Name { get; set; } = "";
    public string? Description { get; set; }
    public IReadOnlyList<SchemaField>? Args { get; set; }
    public TypeRef? Type { get; set; }
    public string? DefaultValue { get; set; }
    public bool IsDeprecated { get; set; }
    public string? DeprecationReason { get; set; }
}

public sealed class TypeRef
{
    public string? Name { get; set; }
    public string Kind { get; set; } = "";
    public TypeRef? OfType { get; set; }

    /// <summary>As the schema language writes it: <c>[Claim!]!</c>.</summary>
    public string Written => Kind switch
    {
        "NON_NULL" => OfType?.Written + "!",
        "LIST" => $"[{OfType?.Written}]",
        _ => Name ?? "",
    };

    /// <summary>The type inside lists and non-nulls.</summary>
    public string Inner => OfType is null ? Name ?? "" : OfType.Inner;

    public bool HasFields => OfType?.HasFields ?? Kind is "OBJECT" or "INTERFACE" or "INPUT_OBJECT" or "UNION" or "ENUM";
}
