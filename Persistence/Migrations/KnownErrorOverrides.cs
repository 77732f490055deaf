using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>Everything that operators said about errors, so that nothing they said is lost with the next.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261129010000_KnownErrorOverrides")]
internal sealed class KnownErrorOverrides : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(SqlFile.Read("KnownErrorOverrides.sql"));
}
