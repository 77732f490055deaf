namespace Jobs.GraphQL.Execution;

/// <summary>Reads a leaf from its parent into the slot where the response has it; null leaves the slot empty.</summary>
internal delegate void SlotReader(object parent, ref ResultSlot slot);
