using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>The keys behind the console's cookies.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261128040000_CookieKeys")]
internal sealed class CookieKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("CookieKeys.sql"));
}
