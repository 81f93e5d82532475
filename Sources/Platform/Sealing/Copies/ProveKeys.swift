public import Store

/// Whether the keys of a database that was put back are there, and open.
public struct KeyProof: Sendable, Equatable {
    /// How many were taken out with its copy and not put back.
    public let missing: Int
    /// How many the master keys at hand do not open, those of master keys given up as lost aside.
    public let unopened: Int
    /// The marks of the master keys that wrap those.
    public let needed: Set<String>
}

extension Transaction {
    /// Tries every key there is.
    /// - Parameter masters: The master keys at hand; nil where there is none.
    public func proveKeys(with masters: MasterKeys?) throws -> KeyProof {
        let missing = try one("SELECT count(*) FROM sealing_key WHERE length(wrapped) = 0 AND master <> ''")
        let lost = try keyNeeds().lost
        let held = try rows("SELECT kind, id, version, master, wrapped FROM sealing_key WHERE length(wrapped) > 0").map
        {
            HeldKey(SealedFor($0.text(0), $0.text(1)), version: $0.integer(2), master: $0.text(3), wrapped: $0.bytes(4))
        }
        let unopened = held.filter { key in
            if let master = masters?[key.master] { return (try? key.unwrapped(by: master)) == nil }
            return !lost.contains(key.master)
        }
        return KeyProof(
            missing: missing?.integer(0) ?? 0, unopened: unopened.count, needed: Set(unopened.map(\.master)))
    }

    /// Gives up the keys that were taken out and not put back: nobody looks for them any more.
    public func giveUpMissingKeys() throws {
        try run("UPDATE sealing_key SET master = '' WHERE length(wrapped) = 0")
    }
}
