using System.Text.RegularExpressions;

namespace Jobs.Schema;

/// <summary>Finds words that invite minors, which a post closed to them must not.</summary>
public static partial class InvitationOfMinors
{
    public static bool IsIn(string text) => Invitations().IsMatch(text);

    [GeneratedRegex(@"(미성년자?|청소년|고등학생|고딩|중학생)(도)?\s*(가능|환영|OK|우대|지원)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invitations();
}
