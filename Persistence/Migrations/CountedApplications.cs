using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>The index of a post's applications tells their status too, so that counting them reads no row.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261129020000_CountedApplications")]
internal sealed class CountedApplications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("CountedApplications.sql"));
}
