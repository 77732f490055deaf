using Jobs.Schema;
using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>The requests of Q7: people and posts that have not met, and for the comparison every way to be refused.</summary>
internal sealed class ApplyRequests(NpgsqlDataSource dataSource, DataSet data)
{
    private const int PostsEach = 40; // A person may send fifty applications a day.
    private const int PeopleMax = 4_000;

    private const string Message = "집에서 가까워 꾸준히 다닐 수 있습니다. \"성실\"하게 일하겠습니다.";

    public async Task<Operation> OperationAsync()
    {
        var requests = await PairsAsync($"""
            WITH post AS (
                SELECT id, row_number() OVER (ORDER BY hashint8extended(id, 507)) AS number FROM job_posts AS post
                WHERE status = 'OPEN' AND NOT EXISTS (
                    SELECT FROM screening_questions WHERE job_post_id = post.id AND is_required))
            SELECT person.id, post.id FROM (
                SELECT id, row_number() OVER (ORDER BY id) AS number FROM users
                WHERE id >= {data.FirstApplicant} AND birth_date < DATE '2005-01-01' LIMIT {PeopleMax}) AS person
            CROSS JOIN generate_series(0, {PostsEach - 1}) AS round
            CROSS JOIN (SELECT count(*) AS posts FROM post) AS total
            JOIN post ON post.number = 1 + (person.number * 31 + round * 977) % total.posts
            WHERE NOT EXISTS (SELECT FROM applications WHERE job_post_id = post.id AND applicant_id = person.id)
                AND NOT EXISTS (SELECT FROM user_blocks WHERE blocked_id = person.id)
            ORDER BY round, person.number
            """);
        return new Operation("Q7", "/q7", 0.85, requests)
        {
            Compared = [.. requests.Take(200), .. await RefusedAsync()],
            Writes = true,
        };
    }

    private async Task<List<Request>> RefusedAsync()
    {
        var person = $"(SELECT id FROM users WHERE id >= {data.FirstApplicant} AND birth_date < DATE '1990-01-01' ORDER BY id LIMIT 1)";
        return
        [
            .. await PairsAsync($"SELECT {person} AS person, id FROM job_posts WHERE status <> 'OPEN' ORDER BY id LIMIT 60"),
            .. await PairsAsync($"SELECT {person} AS person, 999999999"),
            .. await PairsAsync("SELECT employer_id AS person, id FROM job_posts WHERE status IN ('OPEN', 'DRAFT') ORDER BY id LIMIT 40"),
            .. await PairsAsync("""
                SELECT block.blocked_id, post.id FROM user_blocks AS block JOIN employer_members AS member ON member.user_id = block.blocker_id
                JOIN job_posts AS post ON post.employer_id = member.employer_id ORDER BY post.id LIMIT 40
                """),
            .. await PairsAsync("""
                SELECT applicant_id, job_post_id FROM applications WHERE status IN ('READ', 'WITHDRAWN', 'REJECTED') ORDER BY id LIMIT 60
                """),
            .. await PairsAsync($"""
                SELECT person.id, post.id FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM users
                    WHERE birth_date IS NULL AND id >= {data.FirstApplicant} ORDER BY id LIMIT 20) AS person
                JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM job_posts WHERE status = 'OPEN') AS post USING (number)
                """),
            .. await PairsAsync($"""
                SELECT person.id, post.id FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM users
                    WHERE birth_date > DATE '2007-10-01' AND id >= {data.FirstApplicant} ORDER BY id LIMIT 40) AS person
                JOIN (SELECT id, row_number() OVER (ORDER BY id DESC) AS number FROM job_posts
                    WHERE status = 'OPEN' AND minimum_age = 19) AS post USING (number)
                """),
            .. await PairsAsync($"SELECT {person} AS person, job_post_id FROM screening_questions WHERE is_required ORDER BY id LIMIT 20"),
            .. await PairsAsync($"""
                SELECT {person} AS person, question.job_post_id, array_agg(question.id ORDER BY question.position DESC)
                FROM screening_questions AS question JOIN job_posts AS post ON post.id = question.job_post_id
                WHERE post.status = 'OPEN' GROUP BY question.job_post_id ORDER BY question.job_post_id DESC LIMIT 40
                """),
        ];
    }

    private async Task<List<Request>> PairsAsync(string text)
    {
        var (requests, tokens, document) = (new List<Request>(), new Dictionary<long, string>(), Operations.Document("Q7"));
        await using var command = dataSource.CreateCommand(text);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var person = rows.GetInt64(0);
            if (!tokens.TryGetValue(person, out var token)) tokens[person] = token = Operations.Token(person);
            requests.Add(Request.Of(token, document, new { input = Input(rows) }));
        }
        return requests;
    }

    // Columns: the person, the post, and where there are any the questions to answer.
    private static object Input(NpgsqlDataReader row)
    {
        var jobPostId = GlobalId.Of(NodeType.JobPost, Convert.ToInt64(row.GetValue(1), null));
        if (row.FieldCount < 3) return new { jobPostId, message = Message };
        var answers = row.GetFieldValue<long[]>(2)
            .Select(id => new { questionId = GlobalId.Of(NodeType.ScreeningQuestion, id), answer = " 다음 주부터 할 수 있어요. " });
        return new { jobPostId, sharePhoneNumber = true, answers };
    }
}
