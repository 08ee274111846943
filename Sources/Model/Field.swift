/// What a changed field asks for.
public enum FieldEffect: String, Sendable {
    /// The resource can be changed in place.
    case update
    /// AWS cannot change it: the resource has to be made anew.
    case replace
    /// It is only looked at when the resource is made; later differences are not managed.
    case initial
}

/// How a field's two values are compared.
public enum FieldComparison: String, Sendable {
    /// The whole value has to be equal.
    case exact
    /// Of a map only the keys that the manifest declares count; what else AWS holds is not managed. Each key is shown
    /// as a field of its own, `name.key`.
    case declaredKeys
}

/// What is said of one field, apart from how to read it.
public struct FieldRow: Sendable {
    public var name: String
    public var effect: FieldEffect
    public var comparison: FieldComparison
    /// Shown as `•••` wherever it is shown.
    public var isSecret: Bool
    /// While this field names another resource, AWS refuses to delete that one: it cannot be replaced without this.
    public var pins: Bool
    /// Only says what the resource is called or is for, and AWS fixes it when it makes the resource: where a resource
    /// is taken over under another name, this stays as it was found. Only for kinds whose resources are found again
    /// by their tags, whatever they are called.
    public var staysWhenAdopted: Bool
    /// A number that, when the manifest leaves it out, is the lowest from 1 that is free among the resources of this
    /// kind with the same value in the field named here (and once given is kept).
    public var numberedWithin: String?
    /// One line for people.
    public var summary: String
}

/// One managed field of a kind: the same row feeds planning, comparison, display and reference documentation.
public struct Field<Attributes: Sendable>: Sendable {
    public var row: FieldRow
    public var keyPath: any PartialKeyPath<Attributes> & Sendable
    public var value: @Sendable (Attributes) -> Value?
    /// Sets the field to what its value was made of; false when the value is none for this field.
    public var assign: @Sendable (Value?, inout Attributes) -> Bool

    public init<V: FieldValue>(
        _ name: String,
        _ keyPath: any KeyPath<Attributes, V> & Sendable,
        _ effect: FieldEffect = .update,
        _ summary: String,
        compare: FieldComparison = .exact,
        secret: Bool = false,
        pins: Bool = false,
        staysWhenAdopted: Bool = false,
        numberedWithin: String? = nil
    ) {
        self.row = FieldRow(
            name: name, effect: effect, comparison: compare, isSecret: secret, pins: pins,
            staysWhenAdopted: staysWhenAdopted, numberedWithin: numberedWithin, summary: summary)
        self.keyPath = keyPath
        self.value = { $0[keyPath: keyPath].fieldValue }
        self.assign = { value, attributes in
            guard let writable = keyPath as? WritableKeyPath<Attributes, V>, let new = V(fieldValue: value) else {
                return false
            }
            attributes[keyPath: writable] = new
            return true
        }
    }
}
