public import Foundation
public import Kernel
public import Store
import Synchronization

extension Transaction {
    /// Writes down what a command did, in the command's own transaction.
    ///
    /// On SQLite, which has one writer, the fact is sealed at once. On PostgreSQL it is sealed soon after the commit,
    /// so that writers do not queue behind the chain.
    public func record(_ fact: Fact, by caller: Caller, at now: Date) throws {
        _ = try recorded(fact, by: caller, at: now)
    }

    /// - Returns: what the fact is called from now on.
    func recorded(_ fact: Fact, by caller: Caller, at now: Date) throws -> String {
        let id = FactID.fresh(at: now)
        let digest = fact.digest(id: id, by: caller, at: now)
        let insert: SQL = """
            INSERT INTO ledger_fact
                (id, at, caller, purpose, name, subject_kind, subject_id, subject_name, sentence, record, digest)
            VALUES (\(id), \(now), \(caller.name), \(fact.purpose), \(fact.name),
                \(fact.subject.kind), \(fact.subject.id),
                \(fact.subject.name), \(fact.sentence), \(fact.record), \(digest.bytes))
            """
        switch engine {
        case .sqlite:
            let last = try sealedLast()
            try run(insert)
            try run(
                """
                INSERT INTO ledger_seal (position, fact, chain, change)
                VALUES (\(last.position + 1), last_insert_rowid(), \(last.chain.followed(by: digest).bytes),
                    \(fact.name == Fact.looked ? last.change : nil))
                """)
        case .postgres:
            try send(
                """
                WITH fact AS (\(sql: insert) RETURNING number)
                INSERT INTO ledger_unsealed (fact) SELECT number FROM fact
                """)
            afterCommit(.sealing)
        }
        return id
    }

    /// Where the chain ends, and where the last seal is that is no look's: position 0 before the first.
    /// - Parameter knowsLooks: false for tables from before looks were written down.
    func sealedLast(knowsLooks: Bool = true) throws -> (position: Int, chain: Digest, change: Int) {
        let change: SQL = knowsLooks ? "change" : "NULL"
        guard
            let row = try one(
                """
                SELECT position, chain, COALESCE(\(sql: change), position) FROM ledger_seal
                ORDER BY position DESC LIMIT 1
                """)
        else { return (0, .none, 0) }
        return (row.integer(0), row.digest(1), row.integer(2))
    }
}

extension Fact {
    func digest(id: String, by caller: Caller, at now: Date) -> Digest {
        let canonical = CanonicalFact()
        canonical.begin(at: Instant.microseconds(of: now))
        for text in [id, caller.name, purpose, name, subject.kind, subject.id, subject.name, sentence] {
            canonical.add(text)
        }
        if let record { canonical.add(record) } else { canonical.addNothing() }
        return canonical.digest
    }
}

/// Identifiers of facts: milliseconds since 1970, then the order in which this process made them, then 48 random bits.
enum FactID {
    private static let made = Mutex<UInt32>(0)

    static func fresh(at now: Date) -> String {
        let order = made.withLock { made in
            made &+= 1
            return made
        }
        let milliseconds = UInt64(max(0, Instant.microseconds(of: now) / 1_000))
        return digits(milliseconds, 12) + digits(UInt64(order), 8) + digits(.random(in: 0..<1 << 48), 12)
    }

    /// Sorts before every fact written down from this moment on, and after those of a millisecond earlier.
    static func first(at moment: Date) -> String {
        digits(UInt64(max(0, Instant.microseconds(of: moment) / 1_000)), 12)
    }

    private static func digits(_ number: UInt64, _ count: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text.suffix(count)
    }
}
