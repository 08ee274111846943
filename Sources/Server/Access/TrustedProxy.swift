/// A reverse proxy that has authenticated people and says in a header who they are.
public struct TrustedProxy: Sendable, Hashable {
    /// The header with the person's name, such as `X-Forwarded-User`.
    public var header: String
    /// The addresses from which the header is believed; from anywhere else it is ignored.
    public var addresses: [AddressRange]
    /// What everyone may do who comes through it.
    public var rights: Set<Right>

    public init(header: String, addresses: [AddressRange], rights: Set<Right>) {
        self.header = header
        self.addresses = addresses
        self.rights = rights
    }

    func trusts(_ address: String?) -> Bool {
        address.map { address in addresses.contains { $0.contains(address) } } ?? false
    }
}
