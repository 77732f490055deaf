using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>Urgent posts are few, and asked for by themselves: an index of their own finds those of an area.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261129030000_UrgentPosts")]
internal sealed class UrgentPosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("UrgentPosts.sql"));
}
