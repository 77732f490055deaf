using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Jobs.Experiments.Tests;

public sealed class ShortSha256Tests
{
    [Fact]
    public void Texts_of_every_length_of_one_block_hash_like_the_platforms_sha_256()
    {
        var random = new Random(256);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new byte[round % (ShortSha256.BytesMax + 1)];
            random.NextBytes(text);
            Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(text)), ShortSha256.FirstWord(text));
        }
    }
}
