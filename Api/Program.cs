using Jobs.Api.Verbs;

return await CommandLine.RunAsync(args);
