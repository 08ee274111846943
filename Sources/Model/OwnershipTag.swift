/// The two tags by which a resource is known to be Plumbline's.
public enum OwnershipTag {
    /// Which Plumbline installation (which config repository) it belongs to.
    public static let installation = "plumbline:installation"
    /// The `ResourceAddress` of the resource that carries it.
    public static let address = "plumbline:address"
    /// `retain` on what Plumbline lets go of instead of deleting it. It stands on the resource, so that it holds when
    /// the manifest is gone.
    public static let deletionPolicy = "plumbline:deletion-policy"
}
