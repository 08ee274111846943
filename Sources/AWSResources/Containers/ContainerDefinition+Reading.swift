import Model

extension ContainerDefinition {
    /// The name is not part of the value: it is the key under which the container stands.
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let image = Reference(fieldValue: entries["image"]) else {
            return nil
        }
        self.init(name: "", image: image)
        /// Sets what is given; false when it is none such.
        func set<T: FieldValue>(_ property: WritableKeyPath<Self, T>, _ key: String) -> Bool {
            guard let given = entries[key] else { return true }
            guard let value = T(fieldValue: given) else { return false }
            self[keyPath: property] = value
            return true
        }
        let isRead = [
            set(\.essential, "essential"), set(\.cpu, "cpu"), set(\.memory, "memory"),
            set(\.memoryReservation, "memoryReservation"), set(\.entryPoint, "entryPoint"),
            set(\.command, "command"), set(\.workingDirectory, "workingDirectory"), set(\.user, "user"),
            set(\.readonlyRootFilesystem, "readonlyRootFilesystem"), set(\.portMappings, "portMappings"),
            set(\.environment, "environment"), set(\.secrets, "secrets"),
            set(\.logConfiguration, "logConfiguration"),
            set(\.configurationVersion, "configurationVersion"),
        ]
        guard isRead.allSatisfy(\.self) else { return nil }
    }
}
