using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>Flags and notice experiments with their histories, and the revision of what is served.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261128000000_Experiments")]
internal sealed class Experiments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("Experiments.sql"));
}
