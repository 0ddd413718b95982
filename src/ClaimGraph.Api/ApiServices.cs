using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Feed;
using ClaimGraph.Api.Schema;
using ClaimGraph.Api.Transports;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ClaimGraph.Api;

/// <summary>Adds the GraphQL API to an application that has an <see cref="IClaimStore"/> and an <see cref="Ingest"/>.</summary>
public static class ApiServices
{
    public static IServiceCollection AddClaimGraphApi(this IServiceCollection services, Action<ApiOptions>? configure = null)
    {
        var options = new ApiOptions();
        configure?.Invoke(options);
        return services.AddClaimGraphApi(options);
    }

    public static IServiceCollection AddClaimGraphApi(this IServiceCollection services, ApiOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<BackgroundRuns>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<BackgroundRuns>());
        services.AddSingleton<ApiParts>();
        services.AddSingleton<Faults>();
        services.AddSingleton<Engine>();
        services.AddSingleton(s => new GraphQLExecutor(s.GetRequiredService<Engine>()));
        services.AddSingleton<HttpTransport>();
        services.AddSchema();
        return services;
    }

    internal static void AddSchema(this IServiceCollection services)
    {
        services.AddTransient<DateScalar>().AddTransient<DateTimeScalar>().AddTransient<SearchResultType>().AddTransient<ReviewItemType>();
        foreach (var type in EnumWords.Types)
            services.AddTransient(typeof(WordedEnum<>).MakeGenericType(type));
        services.AddSingleton<IDocumentValidator, KnownDocumentValidator>();
        services.AddGraphQL(graphQL => graphQL
            .AddAutoSchema<Query>(schema => schema.WithMutation<Mutation>().WithSubscription<Subscription>())
            .ConfigureSchema(Configure)
            .AddExecutionStrategy(_ => new LevelStrategy(), OperationType.Query)
            .AddExecutionStrategy(_ => new SubscriptionExecutionStrategy(new LevelStrategy()), OperationType.Subscription)
            .AddSystemTextJson());
    }

    private static void Configure(ISchema schema, IServiceProvider services)
    {
        schema.RegisterTypeMapping(typeof(DateOnly), typeof(DateScalar));
        schema.RegisterTypeMapping(typeof(DateTimeOffset), typeof(DateTimeScalar));
        foreach (var type in EnumWords.Types)
            schema.RegisterTypeMapping(type, typeof(WordedEnum<>).MakeGenericType(type));
        // Types that are reached through an interface alone.
        schema.RegisterType<AutoRegisteringObjectGraphType<InvalidInput>>();
        schema.RegisterType<AutoRegisteringObjectGraphType<NotFound>>();
        schema.RegisterType<AutoRegisteringObjectGraphType<SomebodyWasQuicker>>();
        schema.RegisterVisitor(new Introspection());
        schema.RegisterVisitor(new SourceResolvers());
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
    }
}
