using GraphQL;
using GraphQL.Validation;

namespace ClaimGraph.Api.Execution;

/// <summary>
/// What a visitor who may not see the schema is told of a document that does not fit it: which rule and where, without the names, types and suggestions
/// that validation writes into its messages.
/// </summary>
internal static class KeptBack
{
    /// <summary>Rules of the specification that look at the document alone: their messages repeat what the visitor wrote.</summary>
    private static readonly HashSet<string> OfTheDocumentAlone = new(StringComparer.Ordinal)
    {
        "5.2.1.1", "5.2.2.1", "5.4.2", "5.5.1.1", "5.5.1.4", "5.5.2.1", "5.5.2.2", "5.6.3", "5.8.1", "5.8.3", "5.8.4",
    };

    public static void Apply(ExecutionResult result)
    {
        if (result.Errors is not { } errors)
            return;
        result.Errors = [];
        foreach (var error in errors)
            result.Errors.Add(error is ValidationError { Number: var rule } && (rule is null || !OfTheDocumentAlone.Contains(rule)) ? Without(error, rule) : error);
    }

    private static ApiError Without(ExecutionError error, string? rule)
    {
        var told = new ApiError(ErrorCodes.ValidationFailed, "The document or its variables do not fit the schema, which this server does not show.");
        foreach (var location in error.Locations ?? [])
            told.AddLocation(location);
        if (rule is not null)
            told.Extensions = new Dictionary<string, object?> { ["rule"] = rule };
        return told;
    }
}
