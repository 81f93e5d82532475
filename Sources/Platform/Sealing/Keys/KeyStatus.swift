public import Store

/// Which keys a database holds, by the master key that wraps them.
public struct KeyStatus: Sendable, Equatable {
    public let inUse: String
    /// How many keys each master key wraps, by its mark.
    public let keys: [String: Int]
    public let subjects: Int
    public let erased: Int
    public let lost: Set<String>

    /// How many keys are still wrapped by a master key other than the one in use and not given up.
    public var isBehind: Int {
        keys.filter { $0.key != inUse && !lost.contains($0.key) }.values.reduce(0, +)
    }
}

extension Transaction {
    /// Which keys there are.
    public func keyStatus() throws -> KeyStatus {
        let keys = try rows("SELECT master, count(*) FROM sealing_key WHERE length(wrapped) > 0 GROUP BY master")
        let subjects = try one("SELECT count(*) FROM (SELECT DISTINCT kind, id FROM sealing_key) held")?.integer(0)
        return KeyStatus(
            inUse: try keyNeeds().inUse ?? "none",
            keys: Dictionary(uniqueKeysWithValues: keys.map { ($0.text(0), $0.integer(1)) }),
            subjects: subjects ?? 0, erased: try one("SELECT count(*) FROM sealing_erased")?.integer(0) ?? 0,
            lost: try keyNeeds().lost)
    }
}

extension Transaction {
    /// Whether anything was ever sealed for a subject that is not erased.
    public func hasKeys(of subject: SealedFor) throws -> Bool {
        try one("SELECT 1 FROM sealing_key WHERE kind = \(subject.kind) AND id = \(subject.id) LIMIT 1") != nil
    }
}

extension Transaction {
    /// The version of the key with which a subject's data are sealed now; nil where there is none.
    public func newestKeyVersion(of subject: SealedFor) throws -> Int? {
        try one("SELECT max(version) FROM sealing_key WHERE kind = \(subject.kind) AND id = \(subject.id)")?
            .optionalInteger(0)
    }
}
