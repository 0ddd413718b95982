using GraphQL;
using GraphQL.Validation;

namespace ClaimGraph.Api.Execution;

/// <summary>Validates a document by GraphQL.NET's rules once; further requests for it only have their variables and arguments coerced.</summary>
internal sealed class KnownDocumentValidator : IDocumentValidator
{
    private readonly DocumentValidator _rules = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        var document = ((ApiRequest)options.UserContext).Document!;
        if (document.Valid && document.ArgumentsOf(options.Operation, options.Schema) is { } arguments)
            return CoerceAsync(arguments, options);
        return _rules.ValidateAsync(options);
    }

    private async Task<IValidationResult> CoerceAsync(OperationArguments arguments, ValidationOptions options) =>
        await arguments.CoerceAsync(options.Variables, options.UserContext).ConfigureAwait(false) ?? await _rules.ValidateAsync(options).ConfigureAwait(false);
}
