namespace Jobs.Schema;

/// <summary>A question, as it was asked then, with its answer.</summary>
public sealed record ScreeningAnswer(string Question, string Answer);

/// <summary>Fits given answers to the questions of a post.</summary>
public static class ScreeningAnswers
{
    public const int AnswerLengthMax = 500;

    /// <summary>The answered questions in the post's order; what does not fit is a problem.</summary>
    public static IReadOnlyList<ScreeningAnswer> Check(
        IReadOnlyList<ScreeningAnswerInput> given, IReadOnlyList<ScreeningQuestion> questions, FieldProblems problems)
    {
        var byQuestion = new Dictionary<long, string>();
        foreach (var (index, answer) in given.Index())
        {
            var questionId = GlobalId.Parse(answer.QuestionId, NodeType.ScreeningQuestion);
            if (questions.All(question => question.Id != questionId))
                problems.Add("이 공고의 질문이 아니에요.", "This is not a question of the post.", "answers", $"{index}", "questionId");
            else if (!byQuestion.TryAdd(
                questionId, problems.Text(answer.Answer, AnswerLengthMax, "answers", $"{index}", "answer")))
                problems.Add("같은 질문에 두 번 답했어요.", "The question is answered twice.", "answers", $"{index}", "questionId");
        }

        foreach (var question in questions.Where(question => question.IsRequired && !byQuestion.ContainsKey(question.Id)))
            problems.Add($"꼭 답해야 하는 질문이에요: {question.Text}", $"This question needs an answer: {question.Text}", "answers");
        return [.. questions.Where(question => byQuestion.ContainsKey(question.Id))
            .Select(question => new ScreeningAnswer(question.Text, byQuestion[question.Id]))];
    }
}
