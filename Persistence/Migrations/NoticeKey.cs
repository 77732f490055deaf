using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>The secret behind the tracking tokens of notices.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261128010000_NoticeKey")]
internal sealed class NoticeKey : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("NoticeKey.sql"));
}
