using ClaimGraph.Api.Limits;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ClaimGraph.Api.Execution;

/// <summary>
/// The last check before anything runs, for every request, whether its document was parsed now or long ago: may this visitor run this operation, by this
/// transport, and does it cost too much with the variables of this request?
/// </summary>
internal sealed class OperationGate : DocumentExecutionListenerBase
{
    public static readonly OperationGate Instance = new();

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        var request = (ApiRequest)context.UserContext;
        var options = request.Parts.Options;
        if (!validationResult.IsValid)
            return Task.CompletedTask;
        request.Document!.Valid = true;
        var plan = request.Document.PlanOf(context.Operation, context.Schema, options.Limits);
        request.Cost = plan.Price.For(context.Variables);

        if (Refusal(plan, request) is { } refusal)
            context.Errors.Add(refusal);
        return Task.CompletedTask;
    }

    private static ApiError? Refusal(OperationPlan plan, ApiRequest request)
    {
        var options = request.Parts.Options;
        if (request.QueryOnly && plan.Type != OperationType.Query)
            return new(ErrorCodes.MethodNotAllowed, "Only queries can be sent with GET.");
        if (request.NoMutation && plan.Type == OperationType.Mutation)
            return new(ErrorCodes.MethodNotAllowed, "Mutations cannot be sent with GET.");
        if (plan.Introspects && !options.Introspection)
            return new(ErrorCodes.IntrospectionDisabled, "This server does not show its schema.");
        if (plan.Introspects && !request.May(Role.Reader))
            return new(ErrorCodes.Unauthenticated, "The schema is shown to those who have a key or a token.");
        foreach (var (field, needed) in plan.Needs)
        {
            if (!request.May(needed))
            {
                return request.Role == Role.Anonymous
                    ? new(ErrorCodes.Unauthenticated, $"`{field}` needs a key or a token.")
                    : new(ErrorCodes.Forbidden, $"`{field}` needs the role {needed.ToString().ToLowerInvariant()}; yours is {request.Role.ToString().ToLowerInvariant()}.");
            }
        }
        if (request.Cost > options.Limits.Cost)
            return ApiError.Exceeded(ErrorCodes.CostExceeded, $"The operation costs {request.Cost}; at most {options.Limits.Cost} is allowed. Ask for smaller pages or fewer nested lists.", options.Limits.Cost, request.Cost);
        return request.CostOnly ? CostOnly : null;
    }

    /// <summary>Stops the operation after it was priced: no error, taken out of the answer again.</summary>
    public static readonly ApiError CostOnly = new("COST_ONLY", "");
}
