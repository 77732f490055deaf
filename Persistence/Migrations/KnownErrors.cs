using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>What instances tell each other of errors, and what operators see of them.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261129000000_KnownErrors")]
internal sealed class KnownErrors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("KnownErrors.sql"));
}
