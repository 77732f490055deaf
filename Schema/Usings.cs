global using Jobs.GraphQL;
global using Jobs.GraphQL.DataLoading;
global using Jobs.Persistence;
global using Microsoft.EntityFrameworkCore;
