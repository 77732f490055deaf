using System.Buffers;
using Jobs.GraphQL.Diagnostics;

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

    /// <summary>64 KB: one large result must not make all that follow large.</summary>
    private const int ExpectedMax = 4096;

    private readonly ArrayPool<ResultSlot> _memory;
    private readonly int _valuesMax;
    private readonly IReadOnlyList<object> _basePath;
    private readonly int _firstItem;
    private ResultSlot[] _slots;
    private int _count;
    private int _foldedValues;

    /// <summary>For a whole response.</summary>
    /// <param name="options">Where arrays come from and go back to, and how much may be in them.</param>
    /// <param name="valuesExpected">Room for so many is made at once, if they are not very many.</param>
    public ResultTree(GraphQLEngineOptions options, int valuesExpected)
        : this(options, [], firstItem: 0, options.ResultMemory.Rent(Math.Clamp(valuesExpected, 1, ExpectedMax)))
    {
    }

    /// <summary>For a part of a response that is delivered later; mostly a small one.</summary>
    /// <param name="options">Where arrays come from and go back to, and how much may be in them.</param>
    /// <param name="basePath">Where the part belongs.</param>
    /// <param name="firstItem">If it is a part of a list, the index of its first item.</param>
    public ResultTree(GraphQLEngineOptions options, IReadOnlyList<object> basePath, int firstItem = 0)
        : this(options, basePath, firstItem, options.ResultMemory.Rent(16))
    {
    }

    private ResultTree(GraphQLEngineOptions options, IReadOnlyList<object> basePath, int firstItem, ResultSlot[] slots) =>
        (_memory, _valuesMax, _basePath, _firstItem, _slots) =
            (options.ResultMemory, options.MaxResultValues, basePath, firstItem, slots);

    /// <summary>Also for a source that is still being read: it is not read to its end only to be refused.</summary>
    public static GraphQLException TooLarge(int valuesMax) =>
        new($"The result has more than {valuesMax} values.", ErrorCodes.ResultTooLarge);

    /// <summary>True if a null was carried all the way up.</summary>
    public bool IsNull { get; private set; }

    /// <summary>How many there are, headers of containers included.</summary>
    public int Values => _count + _foldedValues;

    public PlannedSelectionSet RootSet => (PlannedSelectionSet)_slots[Root].Reference!;

    public ref ResultSlot this[int container, int ordinal] => ref _slots[container + 1 + ordinal];

    /// <summary>Valid until something is added.</summary>
    public Span<ResultSlot> FieldsOf(int container, int count) => _slots.AsSpan(container + 1, count);

    /// <summary>Starts the tree with the object that all root fields are in.</summary>
    public void AddRoot(PlannedSelectionSet set) => Allocate(set, set.Fields.Length, parent: 0, ordinal: 0);

    /// <summary>Starts the tree with items of a list.</summary>
    public void AddRoot(ValuePlan list, int length) => Allocate(list, length, parent: 0, ordinal: 0);

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

    /// <summary>A value that is written already counts like the values that it stands for. False: there are too many.</summary>
    public bool TryAddFolded(FoldedAnswer answer, int parent, int ordinal)
    {
        if ((long)Values + answer.Values > _valuesMax) return false;
        _foldedValues += answer.Values;
        this[parent, ordinal] = new ResultSlot { Reference = answer };
        return true;
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
            var isField = _slots[container].Reference is PlannedSelectionSet;
            path.Add(isField ? ((PlannedSelectionSet)_slots[container].Reference!).Fields[ordinal].ResponseName
                : container == Root ? ordinal + _firstItem : ordinal);
            if (container == Root) break;
            (ordinal, container) = PlaceOf(container);
        }

        path.Reverse();
        path.InsertRange(0, _basePath);
        return path;
    }

    /// <summary>Response names and list indexes from the root to a container.</summary>
    public IReadOnlyList<object> PathTo(int container)
    {
        if (container == Root) return _basePath;
        var (ordinal, parent) = PlaceOf(container);
        return PathTo(parent, ordinal);
    }

    /// <summary>Which fields lead to a position that has failed, and which of them <see cref="PropagateNull"/> will take along.</summary>
    public FieldFailure FailureAt(int container, int ordinal)
    {
        var fields = new List<SchemaField>();
        int? lost = null; // How many of them, from the failed one upwards, are beneath the position that may be null.
        while (true)
        {
            if (_slots[container].Reference is PlannedSelectionSet set)
                fields.Add(new SchemaField(set.Fields[ordinal].ParentType, set.Fields[ordinal].Definition));
            if (lost is null && !PlanAt(container, ordinal).IsNonNull) lost = fields.Count;
            if (container == Root) break;
            (ordinal, container) = PlaceOf(container);
        }

        fields.Reverse();
        return new FieldFailure(fields, fields.Count - (lost ?? fields.Count));
    }

    /// <summary>The container that a container other than the root is in.</summary>
    public int ParentOf(int container) => PlaceOf(container).Parent;

    /// <summary>Gives the memory back; the tree cannot be read any more.</summary>
    public void Return()
    {
        if (_slots.Length == 0) return;
        _memory.Return(_slots, clearArray: false);
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
        if (needed + _foldedValues > _valuesMax) throw TooLarge(_valuesMax);
        if (needed > _slots.Length)
            Grow(needed);
        _count = (int)needed;
        _slots[container] = new ResultSlot { Reference = plan, Bits = Pack(ordinal, parent) };
        Array.Clear(_slots, container + 1, length);
        return container;
    }

    private void Grow(long needed)
    {
        var larger = _memory.Rent((int)Math.Min(_valuesMax, Math.Max(needed, 2L * _slots.Length)));
        Array.Copy(_slots, larger, _count);
        _memory.Return(_slots, clearArray: false);
        _slots = larger;
    }

    private (int Ordinal, int Parent) PlaceOf(int container) => Unpack(_slots[container].Bits);

    private static long Pack(int low, int high) => (uint)low | ((long)high << 32);
}
