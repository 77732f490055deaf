using System.Buffers;

namespace Jobs.GraphQL.Execution;

/// <summary>The data of a response while it grows: one pooled array instead of an object per value.</summary>
/// <remarks>
/// A container (object or list) is a header slot followed by one slot per field or item. The header knows the plan and the
/// place of the container in its parent, so a path is read upwards when an error needs one; the slot that holds the container
/// knows where the header is and how many items follow. Only the request's own queue touches a tree, so it needs no locks.
/// </remarks>
internal sealed class ResultTree
{
    public const int Root = 0;
    private const int MaxSlots = 1 << 26;

    private ResultSlot[] _slots = ArrayPool<ResultSlot>.Shared.Rent(256);
    private int _count;

    /// <summary>True if a null was carried all the way up.</summary>
    public bool IsNull { get; private set; }

    public PlannedSelectionSet RootSet => (PlannedSelectionSet)_slots[Root].Reference!;

    public ref ResultSlot this[int container, int ordinal] => ref _slots[container + 1 + ordinal];

    /// <summary>Starts the tree with the object that all root fields are in.</summary>
    public void AddRoot(PlannedSelectionSet set) => Allocate(set, set.Fields.Length, parent: 0, ordinal: 0);

    public int AddObject(PlannedSelectionSet set, int parent, int ordinal)
    {
        var container = Allocate(set, set.Fields.Length, parent, ordinal);
        this[parent, ordinal] = new ResultSlot { Reference = set, Bits = container };
        return container;
    }

    public int AddList(ValuePlan list, int length, int parent, int ordinal)
    {
        var container = Allocate(list, length, parent, ordinal);
        this[parent, ordinal] = new ResultSlot { Reference = list, Bits = Pack(container, length) };
        return container;
    }

    public static (int Container, int Length) Unpack(long bits) => ((int)(bits & uint.MaxValue), (int)(bits >> 32));

    /// <summary>False once a null has taken the place of the container or of one around it.</summary>
    public bool IsAlive(int container)
    {
        while (container != Root)
        {
            var (ordinal, parent) = PlaceOf(container);
            ref var slot = ref this[parent, ordinal];
            if (slot.Reference is not (PlannedSelectionSet or ValuePlan)) return false;
            if (Unpack(slot.Bits).Container != container) return false;
            container = parent;
        }

        return !IsNull;
    }

    /// <summary>A non-null position of the container failed: the nearest position above that may be null becomes null.</summary>
    public void PropagateNull(int container)
    {
        while (container != Root)
        {
            var (ordinal, parent) = PlaceOf(container);
            this[parent, ordinal] = default;
            if (!PlanAt(parent, ordinal).IsNonNull) return;
            container = parent;
        }

        IsNull = true;
    }

    /// <summary>Response names and list indexes from the root to a position.</summary>
    public IReadOnlyList<object> PathTo(int container, int ordinal)
    {
        var path = new List<object>();
        while (true)
        {
            path.Add(_slots[container].Reference is PlannedSelectionSet set ? set.Fields[ordinal].ResponseName : ordinal);
            if (container == Root) break;
            (ordinal, container) = PlaceOf(container);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Gives the memory back; the tree cannot be read any more.</summary>
    public void Return()
    {
        if (_slots.Length == 0) return;
        ArrayPool<ResultSlot>.Shared.Return(_slots, clearArray: false);
        _slots = [];
    }

    private ValuePlan PlanAt(int container, int ordinal) =>
        _slots[container].Reference is PlannedSelectionSet set
            ? set.Fields[ordinal].Value
            : ((ValuePlan)_slots[container].Reference!).Item!;

    private int Allocate(object plan, int length, int parent, int ordinal)
    {
        var container = _count;
        var needed = (long)_count + length + 1;
        if (needed > _slots.Length)
            Grow(needed);
        _count = (int)needed;
        _slots[container] = new ResultSlot { Reference = plan, Bits = Pack(ordinal, parent) };
        Array.Clear(_slots, container + 1, length);
        return container;
    }

    private void Grow(long needed)
    {
        if (needed > MaxSlots)
            throw new GraphQLException($"The result has more than {MaxSlots} values.", ErrorCodes.ResultTooLarge);
        var larger = ArrayPool<ResultSlot>.Shared.Rent((int)Math.Min(MaxSlots, Math.Max(needed, 2L * _slots.Length)));
        Array.Copy(_slots, larger, _count);
        ArrayPool<ResultSlot>.Shared.Return(_slots, clearArray: false);
        _slots = larger;
    }

    private (int Ordinal, int Parent) PlaceOf(int container) => Unpack(_slots[container].Bits);

    private static long Pack(int low, int high) => (uint)low | ((long)high << 32);
}
