using System.CommandLine;
using Jobs.Api.Startup;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;

namespace Jobs.Api.Verbs;

/// <summary><c>schema check</c>: binds schema.graphql to the code and prints every problem.</summary>
public static class SchemaVerb
{
    public static Command Create()
    {
        var check = new Command("check", "Bind schema.graphql to the code and print every problem.");
        check.SetAction(_ => Check());
        return new Command("schema", "Work with schema.graphql.") { check, SchemaDiffVerb.Create(), SchemaUsageVerb.Create() };
    }

    private static int Check()
    {
        var app = JobsService.Build(JobsService.CreateBuilder([]));
        try
        {
            app.Services.GetRequiredService<GraphQLEngine>();
        }
        catch (SchemaBindingException exception)
        {
            foreach (var problem in exception.Problems) Console.Error.WriteLine(problem);
            Console.Error.WriteLine($"schema.graphql and the code do not fit: {exception.Problems.Count} problems.");
            return 1;
        }
        Console.Out.WriteLine("schema.graphql and the code fit.");
        return 0;
    }
}
