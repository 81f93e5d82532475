import Crypto
import Kernel
import Store

/// One version of a subject's own key.
struct DataKey {
    let version: Int
    let key: SymmetricKey

    func wrapped(for subject: SealedFor, by master: MasterKey) throws -> [UInt8] {
        let bytes = key.withUnsafeBytes { Array($0) }
        let box = try AES.GCM.seal(
            bytes, using: master.wrapping, authenticating: HeldKey.bound(to: subject, version))
        guard let combined = box.combined else { throw HeldKey.isBroken(subject, version) }
        return Array(combined)
    }
}

/// A key as the database holds it: wrapped. One that was taken out of a copy has nothing wrapped, and is kept so that
/// its version is given to no other key: what it sealed would then seem to be another's.
struct HeldKey: Sendable {
    let subject: SealedFor
    let version: Int
    /// The mark of the master key that wraps it.
    let master: String
    let wrapped: [UInt8]

    init(_ subject: SealedFor, version: Int, master: String, wrapped: [UInt8]) {
        (self.subject, self.version, self.master, self.wrapped) = (subject, version, master, wrapped)
    }

    var isTakenOut: Bool { wrapped.isEmpty }

    /// - Throws: `StoreError.misread` for one that was changed, or is another subject's.
    func unwrapped(by master: MasterKey) throws -> DataKey {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let bytes = try? AES.GCM.open(
                box, using: master.wrapping, authenticating: Self.bound(to: subject, version))
        else { throw Self.isBroken(subject, version) }
        return DataKey(version: version, key: SymmetricKey(data: bytes))
    }

    static func bound(to subject: SealedFor, _ version: Int) -> [UInt8] {
        Bound.bytes("thinkchild data key 1", subject.kind, subject.id, "\(version)")
    }

    static func isBroken(_ subject: SealedFor, _ version: Int) -> StoreError {
        StoreError(
            .misread, "Key \(version) of \(subject) is not what was kept: it was changed, or is another's")
    }
}

extension Transaction {
    /// The key with which a subject's data are sealed now; made where there is none, or where the last one is lost.
    func newestKey(of subject: SealedFor) throws -> DataKey {
        let newest = try one(
            """
            SELECT version, master, wrapped FROM sealing_key WHERE kind = \(subject.kind) AND id = \(subject.id)
            ORDER BY version DESC LIMIT 1
            """)
        guard let newest else { return try makeKey(of: subject, version: 1) }
        let held = HeldKey(
            subject, version: newest.integer(0), master: newest.text(1), wrapped: newest.bytes(2))
        // Past what may have been made since in the database that the copy was taken of: one version is one key.
        let next = held.version + (held.isTakenOut ? Int.random(in: 1_000...1_000_000) : 1)
        return try unwrapped(held) ?? makeKey(of: subject, version: next)
    }

    /// A key of the version given, wrapped by the master key that the database says is in use.
    func makeKey(of subject: SealedFor, version: Int) throws -> DataKey {
        let mark = try masterInUse()
        guard let master = try masterKeys()[mark] else { throw Refusal.lacksMaster(mark) }
        let key = DataKey(version: version, key: SymmetricKey(size: .bits256))
        try run(
            """
            INSERT INTO sealing_key (kind, id, version, master, wrapped)
            VALUES (\(subject.kind), \(subject.id), \(version), \(mark), \
            \(try key.wrapped(for: subject, by: master)))
            """)
        return key
    }

    func heldKey(of subject: SealedFor, version: Int) throws -> HeldKey? {
        try one(
            """
            SELECT master, wrapped FROM sealing_key
            WHERE kind = \(subject.kind) AND id = \(subject.id) AND version = \(version)
            """
        ).map { HeldKey(subject, version: version, master: $0.text(0), wrapped: $0.bytes(1)) }
    }

    /// Nil for one that was taken out and not put back, and one whose master key was given up as lost.
    /// - Throws: `.unavailable` where this process was not given its master key.
    func unwrapped(_ held: HeldKey) throws -> DataKey? {
        if held.isTakenOut { return nil }
        if let master = try masterKeys()[held.master] { return try held.unwrapped(by: master) }
        if try one("SELECT 1 FROM sealing_lost WHERE master = \(held.master)") != nil { return nil }
        throw Refusal.lacksMaster(held.master)
    }

    func masterKeys() throws -> MasterKeys {
        guard let keys = kept(MasterKeys.self) else {
            throw Refusal.unavailable("This database was opened without a master key: nothing can be sealed or opened")
        }
        return keys
    }

    func masterInUse() throws -> String {
        if let row = try one("SELECT master FROM sealing_state") { return row.text(0) }
        try beginSealing(with: masterKeys())
        return try masterKeys().now.mark
    }
}

extension Refusal {
    static func lacksMaster(_ mark: String) -> Refusal {
        .unavailable(
            "This process was not given the master key \(mark), with which a key is wrapped: docs/operating/keys.md")
    }
}
