/// Every resource kind there is; each folder of this room lists its own.
public enum KindCatalog {
    public static let all: [any AWSResourceKind] =
        network + hosts + containers + scaling + loadBalancing + access + databases + delivery
}
