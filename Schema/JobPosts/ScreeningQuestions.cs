namespace Jobs.Schema;

/// <summary>Writes the questions of a post.</summary>
public static class ScreeningQuestions
{
    /// <summary>A question that still reads the same at its place keeps its id; any other is a new question.</summary>
    public static void Replace(
        JobsDb db, long jobPostId, IReadOnlyList<ScreeningQuestion> present, IReadOnlyList<ScreeningQuestionInput> wanted)
    {
        foreach (var question in present.Where(question =>
            question.Position >= wanted.Count || wanted[question.Position].Text.Trim() != question.Text))
            db.ScreeningQuestions.Remove(question);
        foreach (var (position, input) in wanted.Index())
        {
            var kept = present.FirstOrDefault(question => question.Position == position && question.Text == input.Text.Trim());
            if (kept is not null)
                kept.IsRequired = input.IsRequired ?? true;
            else
                db.ScreeningQuestions.Add(new ScreeningQuestion
                {
                    JobPostId = jobPostId,
                    Position = position,
                    Text = input.Text.Trim(),
                    IsRequired = input.IsRequired ?? true,
                });
        }
    }
}
