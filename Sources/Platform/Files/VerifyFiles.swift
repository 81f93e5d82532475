import Ledger
public import Store

/// Reads every kept file and asks whether its bytes are still those of its digest.
public struct VerifyFiles: Sendable {
    /// One that is not what it was.
    public struct Flaw: Sendable, Equatable {
        public let digest: String
        public let sentence: String
    }

    /// What was read, and what of it was wrong.
    public struct Outcome: Sendable, Equatable {
        public let files: Int
        /// How many were taken away, and are not looked for.
        public let removed: Int
        public let flaws: [Flaw]
        public var areWhole: Bool { flaws.isEmpty }
    }

    /// It stops at so many that are wrong.
    public static let flawsMax = 10

    public init() {}

    /// Each file from a snapshot of its own: memory does not grow with what is kept, and writers are not held up.
    public func perform(in store: Store) async throws -> Outcome {
        var after = "", count = 0, flaws: [Flaw] = []
        while flaws.count < Self.flawsMax {
            let last = after
            guard let (digest, flaw) = try await store.read({ tx in try Self.next(after: last, tx) }) else { break }
            after = digest
            count += 1
            if let flaw { flaws.append(flaw) }
        }
        let removed = try await store.read { tx in
            try tx.one("SELECT count(*) FROM files_removed")?.integer(0) ?? 0
        }
        return Outcome(files: count, removed: removed, flaws: flaws)
    }

    private static func next(after last: String, _ tx: Transaction) throws -> (String, Flaw?)? {
        guard
            let row = try tx.one(
                "SELECT digest, length FROM files_file WHERE digest > \(last) ORDER BY digest LIMIT 1")
        else { return nil }
        let name = row.text(0), length = row.integer(1)
        var digest = FileDigest(), read = 0, number = 0
        while let piece = try tx.piece(number, of: name) {
            digest.add(piece)
            read += piece.count
            number += 1
        }
        if digest.hexadecimal != name {
            return (name, Flaw(digest: name, sentence: "The bytes of the file \(name) are not its own"))
        }
        if read != length {
            return (name, Flaw(digest: name, sentence: "The file \(name) has \(read) bytes, and should have \(length)"))
        }
        if try tx.one("SELECT 1 FROM files_use WHERE digest = \(name) LIMIT 1") == nil {
            return (name, Flaw(digest: name, sentence: "The file \(name) is kept, and nothing speaks of it"))
        }
        if try tx.removal(of: name) != nil {
            return (name, Flaw(digest: name, sentence: "The file \(name) was removed, and is kept all the same"))
        }
        return (name, nil)
    }
}
