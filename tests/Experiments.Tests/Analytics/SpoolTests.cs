using System.Text;
using System.Text.Json;
using Jobs.Testing;

namespace Jobs.Experiments.Tests.Events;

public sealed class SpoolTests : IDisposable
{
    private const int NoSpace = 28; // ENOSPC
    private readonly Folder folder = new();
    private readonly AnalyticsMetrics metrics = new(new FakeTimeProvider());

    public void Dispose()
    {
        metrics.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_was_recorded_is_there_after_a_kill_stored_or_not()
    {
        using var killed = new Spool(folder, 1 << 20, metrics);
        Add(killed, 0, 100);
        killed.Store();
        Add(killed, 100, 100);
        killed.Add(SomeEvents.Exposure(1));

        using var other = new Folder();
        foreach (var file in Directory.GetFiles(folder)) File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
        using var spool = new Spool(other, 1 << 20, metrics);
        Assert.Equal(201, spool.Pending);
        Assert.Equal(Enumerable.Range(0, 200), Numbers(Drain(spool)));
    }

    [Fact]
    public void Delivery_goes_on_where_it_was()
    {
        var batch = new EventBatch(30, 1 << 20);
        using (var spool = new Spool(folder, 1 << 20, metrics))
        {
            Add(spool, 0, 100);
            spool.Store();
            spool.Fill(batch);
            spool.Advance(batch);
            spool.Fill(batch); // Sent or not: nobody knows when the process ends here.
            Assert.Equal(70, spool.Pending);
        }

        using var next = new Spool(folder, 1 << 20, metrics);
        Assert.Equal(70, next.Pending);
        Assert.Equal(Enumerable.Range(30, 70), Numbers(Drain(next)));
        Assert.Equal(0, next.Pending);
    }

    [Fact]
    public void Wherever_the_last_segment_is_cut_every_whole_line_before_it_is_delivered()
    {
        using (var lane = new SpoolLane(folder, "events", 64, 1 << 20)) AddTo(lane, 0, 40);
        var path = Directory.GetFiles(folder, "events-*").Single();
        var whole = File.ReadAllBytes(path);
        var random = new Random(20260306);
        for (var round = 0; round < 400; round++)
        {
            var cut = round < 2 ? round * whole.Length : random.Next(whole.Length);
            foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
            File.WriteAllBytes(path, whole[..cut]);
            using var lane = new SpoolLane(folder, "events", 64, 1 << 20);
            AddTo(lane, 1000, 1);
            var expected = whole.AsSpan(0, cut).Count((byte)'\n');
            Assert.Equal([.. Enumerable.Range(0, expected), 1000], Numbers(Drain(lane)));
        }
    }

    [Fact]
    public void Damage_costs_the_lines_it_hit_and_no_others()
    {
        using (var lane = new SpoolLane(folder, "events", 64, 1 << 20)) AddTo(lane, 0, 40);
        var path = Directory.GetFiles(folder, "events-*").Single();
        var whole = File.ReadAllBytes(path);
        var lineLength = whole.AsSpan().IndexOf((byte)'\n') + 1;
        var random = new Random(20260307);
        for (var round = 0; round < 100; round++)
        {
            foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
            var (from, length) = (random.Next(10 * lineLength), random.Next(1, 20 * lineLength));
            var damaged = whole.ToArray();
            damaged.AsSpan(from, length).Clear();
            File.WriteAllBytes(path, damaged);
            using var lane = new SpoolLane(folder, "events", 64, 1 << 20);
            var left = Numbers(Drain(lane)).ToList();
            // Lines differ in length by the digits of their number alone; three lines are more than that can shift.
            var after = (from + length) / lineLength + 3;
            Assert.Superset(Enumerable.Range(after, 40 - after).ToHashSet(), left.ToHashSet());
            Assert.Superset(Enumerable.Range(0, Math.Max(0, from / lineLength - 1)).ToHashSet(), left.ToHashSet());
        }
    }

    [Fact]
    public void At_the_bound_the_oldest_ordinary_events_go_and_exposures_stay()
    {
        using var spool = new Spool(folder, 1 << 20, metrics);
        for (var person = 0; person < 100; person++) spool.Add(SomeEvents.Exposure(person));
        for (var number = 0; number < 8000; number += 500)
        {
            Add(spool, number, 500);
            Assert.True(spool.Store());
            Assert.InRange(spool.Bytes, 1, 1 << 20);
        }

        var left = Drain(spool);
        var numbers = Numbers(left).ToList();
        Assert.Equal(100, left.Count - numbers.Count);
        Assert.Equal(Enumerable.Range(8000 - numbers.Count, numbers.Count), numbers);
        Assert.Equal(8000 - numbers.Count, metrics.Dropped);
        Assert.InRange(numbers.Count, 1000, 7000);
    }

    [Fact]
    public void On_a_full_disk_the_oldest_ordinary_events_go_and_nothing_fails()
    {
        using var spool = new Spool(folder, 1 << 20, metrics, Limited(() => 300_000));
        for (var person = 0; person < 50; person++) spool.Add(SomeEvents.Exposure(person));
        for (var number = 0; number < 4000; number += 500)
        {
            Add(spool, number, 500);
            Assert.True(spool.Store());
        }

        var left = Drain(spool);
        var numbers = Numbers(left).ToList();
        Assert.Equal(50, left.Count - numbers.Count);
        Assert.Equal(Enumerable.Range(4000 - numbers.Count, numbers.Count), numbers);
        Assert.Equal(4000 - numbers.Count, metrics.Dropped);
    }

    [Fact]
    public void A_disk_that_takes_nothing_is_waited_for_in_the_mailbox()
    {
        var limit = 0L;
        using var spool = new Spool(folder, 1 << 24, metrics, Limited(() => limit));
        Add(spool, 0, 14_000);
        Assert.False(spool.Store());
        Add(spool, 14_000, 1000);
        limit = long.MaxValue;
        Assert.True(spool.Store());
        var numbers = Numbers(Drain(spool)).ToList();
        // The mailbox is for 16,384; beyond three quarters of that it made room, oldest first.
        Assert.Equal(Enumerable.Range(4096, 10_904), numbers);
        Assert.Equal(4096, metrics.Dropped);
    }

    [Fact]
    public void Events_whose_segment_goes_while_they_are_sent_are_counted_once()
    {
        using var spool = new Spool(folder, 1 << 20, metrics);
        var batch = new EventBatch(100, 1 << 20);
        Add(spool, 0, 100);
        spool.Store();
        spool.Fill(batch);
        for (var number = 100; number < 6100; number += 500)
        {
            Add(spool, number, 500);
            spool.Store();
        }

        spool.Advance(batch); // Arrived after all.
        var left = Numbers(Drain(spool)).ToList();
        Assert.Equal(6100, batch.Count + metrics.Dropped + left.Count);
    }

    [Fact]
    public void Two_instances_never_share_a_folder_and_a_third_takes_over_what_they_left()
    {
        string second;
        using (var first = SpoolFolder.Take(folder, metrics))
        {
            using var other = SpoolFolder.Take(folder, metrics);
            second = other.Path;
            Assert.NotEqual(first.Path, second);
            using var spool = new Spool(second, 1 << 20, metrics);
            Add(spool, 0, 10);
            spool.Store();
            Add(spool, 10, 10);
        }

        using var third = SpoolFolder.Take(folder, metrics);
        Assert.Equal("spool-0", Path.GetFileName(third.Path));
        using var taken = new Spool(third.Path, 1 << 20, metrics);
        Assert.Equal(Enumerable.Range(0, 20), Numbers(Drain(taken)));
        Assert.Empty(Directory.GetFiles(second, "events*"));
    }

    private SegmentWrite Limited(Func<long> limit) => (segment, lines, offset) =>
    {
        if (Directory.GetFiles(folder, "*.ndjson").Sum(file => new FileInfo(file).Length) + lines.Length > limit())
            throw new IOException("No space left on device", NoSpace);
        RandomAccess.Write(segment, lines, offset);
    };

    private static void Add(Spool spool, int from, int count)
    {
        for (var number = from; number < from + count; number++) spool.Add(SomeEvents.Numbered(number));
    }

    private static void AddTo(SpoolLane lane, int from, int count)
    {
        for (var number = from; number < from + count; number++)
            Assert.True(lane.TryAdd(Encoding.UTF8.GetBytes(SomeEvents.LineOf(SomeEvents.Numbered(number)))));
        Assert.Equal(StoreOutcome.Stored, lane.Store());
    }

    private static List<JsonElement> Drain(Spool spool)
    {
        var batch = new EventBatch(2000, 2_000_000);
        var found = new List<JsonElement>();
        spool.Store();
        for (spool.Fill(batch); batch.Lines > 0; spool.Fill(batch))
        {
            for (var index = 0; index < batch.Count; index++) found.Add(JsonElement.Parse(batch[index]));
            spool.Advance(batch);
        }

        return found;
    }

    private static List<JsonElement> Drain(SpoolLane lane)
    {
        var batch = new EventBatch(2000, 2_000_000);
        lane.ReadInto(batch);
        return [.. Enumerable.Range(0, batch.Count).Select(index => JsonElement.Parse(batch[index]))];
    }

    private static IEnumerable<int> Numbers(IEnumerable<JsonElement> records) => records
        .Where(record => record.GetProperty("event").GetString() == "job_post_saved").Select(SomeEvents.NumberOf);
}
