import Synchronization

/// What goes with a database for as long as it is open, and is not in it: the key to it, say. One of each type.
final class Companions: Sendable {
    private let things = Mutex<[ObjectIdentifier: any Sendable]>([:])

    func keep<Thing: Sendable>(_ thing: Thing) { things.withLock { $0[ObjectIdentifier(Thing.self)] = thing } }
    func kept<Thing: Sendable>(orKeep make: () -> Thing) -> Thing {
        things.withLock { things in
            if let held = things[ObjectIdentifier(Thing.self)] as? Thing { return held }
            let made = make()
            things[ObjectIdentifier(Thing.self)] = made
            return made
        }
    }
    func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? {
        things.withLock { $0[ObjectIdentifier(type)] } as? Thing
    }
}

extension Store {
    /// Keeps something beside the database until it is closed, in place of what was kept of its type.
    public func keep<Thing: Sendable>(_ thing: Thing) { companions.keep(thing) }

    /// What was kept of a type, or else this from now on.
    public func kept<Thing: Sendable>(orKeep make: () -> Thing) -> Thing { companions.kept(orKeep: make) }

    /// What was kept of a type.
    public func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { companions.kept(type) }
}

extension Transaction {
    /// What the store keeps of a type.
    public func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { state.store?.kept(type) }
}
