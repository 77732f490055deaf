using Jobs.Experiments;
using Jobs.GraphQL.Binding;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema;

/// <summary>The contract and the code behind it, as the engine and the container need them.</summary>
public static class JobsSchema
{
    private static readonly Lazy<SchemaDocument> ReadOnce = new(() => SchemaDocument.Read(ReadSdl()));

    /// <summary><c>schema.graphql</c>, read when it is asked for first.</summary>
    public static SchemaDocument Document => ReadOnce.Value;

    /// <param name="isService">Which parameter types the request's services can give.</param>
    public static SchemaBinding Binding(Func<Type, bool> isService) => new SchemaBinding()
        .AddAssembly(typeof(JobsSchema).Assembly)
        // The contract's FeatureFlag is how a flag stands for somebody, not its row.
        .AddTypes(typeof(JobPost).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && type != typeof(Persistence.FeatureFlag)))
        .AddTypes(typeof(DayOfWeek), typeof(NoticeEventType))
        .AddScalar("DateTime", new DateTimeScalar())
        .AddScalar("Date", new DateScalar())
        .AddScalar("LocalTime", new LocalTimeScalar())
        .AddScalar("URL", new UrlScalar())
        .IsService(isService);

    /// <summary>
    /// What resolvers ask for, one of each per request; the front door adds <see cref="Applying"/>, <see cref="WebAddresses"/> and
    /// <see cref="RequestLanguage"/>.
    /// </summary>
    public static IServiceCollection AddJobsSchema(this IServiceCollection services)
    {
        services.AddScoped<BatchScheduler>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped<BoardEvents>();
        services.AddScoped<NodeById>();
        services.AddSingleton<JobPostFeed>();
        services.AddSingleton<JobPostsById>();
        services.AddSingleton<UsersById>();
        services.AddSingleton<ApplicationInbox>();
        services.AddScoped<JobPostRelations>();
        services.AddScoped<JobPostPages>();
        services.AddScoped<ApplicationPages>();
        services.AddScoped<PublicationChecks>();
        services.AddScoped<NoticePages>();
        services.AddScoped<ViewerScopes>();
        foreach (var loader in typeof(JobsSchema).Assembly.GetTypes().Where(IsLoader)) services.AddScoped(loader);
        return services;
    }

    private static bool IsLoader(Type type) =>
        type is { IsAbstract: false, BaseType: { IsGenericType: true } parent }
            && parent.GetGenericTypeDefinition() == typeof(DataLoader<,>);

    private static string ReadSdl()
    {
        using var stream = typeof(JobsSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
