namespace Jobs.GraphQL.SchemaComparison;

/// <summary>A way in which a schema can change: its name in reports, and what it does to clients.</summary>
/// <remarks>Names and severities are those of the reference implementation, where it knows the change at all.</remarks>
public sealed record SchemaChangeKind
{
    public static readonly SchemaChangeKind TypeRemoved = Breaking("TYPE_REMOVED");
    public static readonly SchemaChangeKind TypeChangedKind = Breaking("TYPE_CHANGED_KIND");
    public static readonly SchemaChangeKind TypeRemovedFromUnion = Breaking("TYPE_REMOVED_FROM_UNION");
    public static readonly SchemaChangeKind ValueRemovedFromEnum = Breaking("VALUE_REMOVED_FROM_ENUM");
    public static readonly SchemaChangeKind RequiredInputFieldAdded = Breaking("REQUIRED_INPUT_FIELD_ADDED");
    public static readonly SchemaChangeKind ImplementedInterfaceRemoved = Breaking("IMPLEMENTED_INTERFACE_REMOVED");
    public static readonly SchemaChangeKind FieldRemoved = Breaking("FIELD_REMOVED");
    public static readonly SchemaChangeKind FieldChangedKind = Breaking("FIELD_CHANGED_KIND");
    public static readonly SchemaChangeKind RequiredArgumentAdded = Breaking("REQUIRED_ARG_ADDED");
    public static readonly SchemaChangeKind ArgumentRemoved = Breaking("ARG_REMOVED");
    public static readonly SchemaChangeKind ArgumentChangedKind = Breaking("ARG_CHANGED_KIND");
    public static readonly SchemaChangeKind DirectiveRemoved = Breaking("DIRECTIVE_REMOVED");
    public static readonly SchemaChangeKind DirectiveArgumentRemoved = Breaking("DIRECTIVE_ARG_REMOVED");
    public static readonly SchemaChangeKind RequiredDirectiveArgumentAdded = Breaking("REQUIRED_DIRECTIVE_ARG_ADDED");
    public static readonly SchemaChangeKind DirectiveRepeatableRemoved = Breaking("DIRECTIVE_REPEATABLE_REMOVED");
    public static readonly SchemaChangeKind DirectiveLocationRemoved = Breaking("DIRECTIVE_LOCATION_REMOVED");

    public static readonly SchemaChangeKind ValueAddedToEnum = Dangerous("VALUE_ADDED_TO_ENUM");
    public static readonly SchemaChangeKind TypeAddedToUnion = Dangerous("TYPE_ADDED_TO_UNION");
    public static readonly SchemaChangeKind OptionalInputFieldAdded = Dangerous("OPTIONAL_INPUT_FIELD_ADDED");
    public static readonly SchemaChangeKind OptionalArgumentAdded = Dangerous("OPTIONAL_ARG_ADDED");
    public static readonly SchemaChangeKind ImplementedInterfaceAdded = Dangerous("IMPLEMENTED_INTERFACE_ADDED");
    public static readonly SchemaChangeKind ArgumentDefaultChanged = Dangerous("ARG_DEFAULT_VALUE_CHANGE");
    public static readonly SchemaChangeKind InputFieldDefaultChanged = Dangerous("INPUT_FIELD_DEFAULT_VALUE_CHANGE");

    public static readonly SchemaChangeKind DescriptionChanged = Safe("DESCRIPTION_CHANGED");
    public static readonly SchemaChangeKind TypeAdded = Safe("TYPE_ADDED");
    public static readonly SchemaChangeKind DirectiveAdded = Safe("DIRECTIVE_ADDED");
    public static readonly SchemaChangeKind FieldAdded = Safe("FIELD_ADDED");
    public static readonly SchemaChangeKind DirectiveRepeatableAdded = Safe("DIRECTIVE_REPEATABLE_ADDED");
    public static readonly SchemaChangeKind DirectiveLocationAdded = Safe("DIRECTIVE_LOCATION_ADDED");
    public static readonly SchemaChangeKind OptionalDirectiveArgumentAdded = Safe("OPTIONAL_DIRECTIVE_ARG_ADDED");
    public static readonly SchemaChangeKind FieldChangedKindSafely = Safe("FIELD_CHANGED_KIND_SAFE");
    public static readonly SchemaChangeKind ArgumentChangedKindSafely = Safe("ARG_CHANGED_KIND_SAFE");
    public static readonly SchemaChangeKind ArgumentDefaultAdded = Safe("ARG_DEFAULT_VALUE_ADDED");
    public static readonly SchemaChangeKind InputFieldDefaultAdded = Safe("INPUT_FIELD_DEFAULT_VALUE_ADDED");

    // From here on the reference implementation, version 17.1.0, sees nothing, or for the first two a mere changed default.
    public static readonly SchemaChangeKind ArgumentBecameRequired = Breaking("ARG_BECAME_REQUIRED");
    public static readonly SchemaChangeKind InputFieldBecameRequired = Breaking("INPUT_FIELD_BECAME_REQUIRED");
    public static readonly SchemaChangeKind OneOfAdded = Breaking("ONE_OF_ADDED");
    public static readonly SchemaChangeKind RootTypeRemoved = Breaking("ROOT_TYPE_REMOVED");
    public static readonly SchemaChangeKind RootTypeChanged = Breaking("ROOT_TYPE_CHANGED");
    public static readonly SchemaChangeKind SpecifiedByChanged = Dangerous("SPECIFIED_BY_CHANGED");
    public static readonly SchemaChangeKind OneOfRemoved = Safe("ONE_OF_REMOVED");
    public static readonly SchemaChangeKind RootTypeAdded = Safe("ROOT_TYPE_ADDED");
    public static readonly SchemaChangeKind DeprecationAdded = Safe("DEPRECATION_ADDED");
    public static readonly SchemaChangeKind DeprecationRemoved = Safe("DEPRECATION_REMOVED");
    public static readonly SchemaChangeKind DeprecationReasonChanged = Safe("DEPRECATION_REASON_CHANGED");

    private SchemaChangeKind(string name, SchemaChangeSeverity severity) => (Name, Severity) = (name, severity);

    public string Name { get; }

    public SchemaChangeSeverity Severity { get; }

    public override string ToString() => Name;

    private static SchemaChangeKind Breaking(string name) => new(name, SchemaChangeSeverity.Breaking);

    private static SchemaChangeKind Dangerous(string name) => new(name, SchemaChangeSeverity.Dangerous);

    private static SchemaChangeKind Safe(string name) => new(name, SchemaChangeSeverity.Safe);
}
