using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>Names are remembered, but never mixed up.</summary>
public class NameCacheTests
{
    [Fact]
    public void A_name_seen_again_is_the_same_string() =>
        Assert.Same(NameCache.Get("neighborhoodOfTest"u8), NameCache.Get("neighborhoodOfTest"u8));

    [Fact]
    public void Names_that_share_a_slot_displace_each_other_and_stay_what_they_are()
    {
        for (var i = 0; i < 10_000; i++)
        {
            // Same length, same first and last eight bytes: these all fall into one slot.
            var name = $"aVeryLong{i:D5}WorkplaceAddress";
            Assert.Equal(name, NameCache.Get(Encoding.ASCII.GetBytes(name)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100_000)]
    public void Every_length_is_read_whole(int length)
    {
        var name = new string('n', length - 1) + "Z";
        Assert.Equal(name, NameCache.Get(Encoding.ASCII.GetBytes(name)));
    }

    [Fact]
    public void Many_threads_reading_the_same_names_each_get_the_right_ones() =>
        Parallel.For(0, 20_000, i =>
        {
            var name = $"field{i % 5_000}";
            Assert.Equal(name, NameCache.Get(Encoding.ASCII.GetBytes(name)));
        });
}
