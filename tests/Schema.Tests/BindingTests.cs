using Jobs.Experiments;
using Jobs.GraphQL;
using Jobs.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema.Tests;

public sealed class BindingTests
{
    [Fact]
    public void Every_field_of_the_contract_has_its_code_and_all_code_has_its_field()
    {
        var services = new ServiceCollection().AddExperimentFlags().AddNotices().AddJobsSchema();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(RequestLanguage.Korean);
        services.AddSingleton<Applying>();
        services.AddSingleton(new WebAddresses(new Uri("https://jobs.example/")));
        services.AddPooledDbContextFactory<JobsDb>(_ => { });
        using var provider = services.BuildServiceProvider();
        var isService = provider.GetRequiredService<IServiceProviderIsService>();

        var engine = GraphQLEngine.Create(JobsSchema.Document, JobsSchema.Binding(isService.IsService));

        Assert.NotNull(engine.Schema.FindType("JobPost"));
    }
}
