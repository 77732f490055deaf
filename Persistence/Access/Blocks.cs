namespace Jobs.Persistence;

/// <summary>People who do not want to meet.</summary>
public static class Blocks
{
    /// <summary>Ids of employers of which some member blocked the person, or was blocked by them.</summary>
    public static IQueryable<long> EmployersBlockedWith(this JobsDb db, long userId) =>
        db.EmployerMembers
            .Where(member => db.UserBlocks.Any(block =>
                (block.BlockerId == member.UserId && block.BlockedId == userId)
                || (block.BlockerId == userId && block.BlockedId == member.UserId)))
            .Select(member => member.EmployerId);
}
