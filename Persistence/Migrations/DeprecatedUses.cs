using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>How often which client used what of the schema is deprecated.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261121010000_DeprecatedUses")]
internal sealed class DeprecatedUses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("DeprecatedUses.sql"));
}
