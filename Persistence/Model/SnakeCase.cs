using System.Text;

namespace Jobs.Persistence;

/// <summary>PascalCase names as the database spells them: JobPost → job_post.</summary>
internal static class SnakeCase
{
    public static string Of(string pascalCase)
    {
        var text = new StringBuilder(pascalCase.Length + 8);
        foreach (var letter in pascalCase)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
