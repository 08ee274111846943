/// The tags by which a resource is known to be Plumbline's, and how it is to be treated.
public enum OwnershipTag {
    /// Which Plumbline installation (which config repository) it belongs to.
    public static let installation = "plumbline:installation"
    /// The `ResourceAddress` of the resource that carries it.
    public static let address = "plumbline:address"
    /// `retain` on what Plumbline lets go of instead of deleting it. It stands on the resource, so that it holds when
    /// the manifest is gone.
    public static let deletionPolicy = "plumbline:deletion-policy"
    /// On what was taken over under another name than its natural one: the fields in which it stays as it was found, with
    /// spaces between them (see `FieldRow.staysWhenAdopted`). It stands on the resource, so that it holds whatever the
    /// manifest says later; without it the resource is made anew under its natural name.
    public static let adopted = "plumbline:adopted"
}
