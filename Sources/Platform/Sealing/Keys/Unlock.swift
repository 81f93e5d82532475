import Kernel
public import Store

/// Which master keys a database needs.
public struct KeyNeeds: Sendable, Equatable {
    /// The mark of the one in use; nil in a database that never had one.
    public let inUse: String?
    /// The marks of all that wrap something, those given up as lost aside.
    public let wrapping: Set<String>
    public let lost: Set<String>

    /// What is wrong with the master keys given; nil when they are what is needed.
    public func problem(with keys: MasterKeys) -> String? {
        guard let inUse else { return nil }
        if keys[inUse] == nil {
            return """
                The master key given has the mark \(keys.now.mark), and this database needs the one with the mark \
                \(inUse). Nothing was changed. Put that key back from the copy kept of it; docs/operating/keys.md says \
                what can be done without
                """
        }
        guard let missing = wrapping.sorted().first(where: { keys[$0] == nil }) else { return nil }
        return """
            Some keys are still wrapped by the master key with the mark \(missing), which was not given. Give it as \
            keys.master-old, and finish with `thinkchild keys rotate-master`
            """
    }
}

extension Store {
    /// Which master keys are needed. Asks an old or an empty database too.
    public func keyNeeds() async throws -> KeyNeeds {
        guard try await migrationsDone().contains("sealing/0001-keys") else {
            return KeyNeeds(inUse: nil, wrapping: [], lost: [])
        }
        return try await read { try $0.keyNeeds() }
    }

    /// Takes the master keys into use, for as long as the store is open. In a database that never had one, the first is
    /// noted as the one it needs from now on.
    /// - Throws: `.unavailable` when they are not the ones that it needs.
    public func unlock(with keys: MasterKeys) async throws {
        if try await keyNeeds().inUse == nil { try await write { try $0.beginSealing(with: keys) } }
        if let problem = try await keyNeeds().problem(with: keys) { throw Refusal.unavailable(problem) }
        keep(keys)
    }
}

extension Transaction {
    /// Notes the master key that is needed from now on, and gives the database a name that its key files bear. Another
    /// process may have come first.
    func beginSealing(with keys: MasterKeys) throws {
        try run(
            """
            INSERT INTO sealing_state (one, database, master) VALUES (1, \(SealedFor.freshDatabase()), \(keys.now.mark))
            ON CONFLICT (one) DO NOTHING
            """)
    }

    func keyNeeds() throws -> KeyNeeds {
        let lost = Set(try rows("SELECT master FROM sealing_lost").map { $0.text(0) })
        let wrapping = Set(
            try rows("SELECT DISTINCT master FROM sealing_key WHERE length(wrapped) > 0").map { $0.text(0) })
        let inUse = try one("SELECT master FROM sealing_state")?.text(0)
        return KeyNeeds(inUse: inUse, wrapping: wrapping.subtracting(lost), lost: lost)
    }
}

extension SealedFor {
    fileprivate static func freshDatabase() -> String {
        var random = SystemRandomNumberGenerator()
        return [UInt8]((0..<12).map { _ in UInt8.random(in: .min ... .max, using: &random) }).hexadecimal
    }
}
