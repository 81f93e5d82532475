public import Foundation
public import Kernel
import Ledger
public import Store

extension Transaction {
    /// Why a subject's data can be read by nobody; nil when they can.
    public func erasure(of subject: SealedFor) throws -> Erasure? {
        try one("SELECT at, authority FROM sealing_erased WHERE kind = \(subject.kind) AND id = \(subject.id)")
            .map { Erasure(subject, at: $0.instant(0), under: $0.text(1)) }
    }

    /// Every erasure there was, by subject.
    public func erasures() throws -> [Erasure] {
        try rows("SELECT kind, id, at, authority FROM sealing_erased ORDER BY kind, id")
            .map { Erasure(SealedFor($0.text(0), $0.text(1)), at: $0.instant(2), under: $0.text(3)) }
    }

    /// Destroys every key of a subject: what was sealed for it can be read by nobody from now on, here or in any copy
    /// whose keys are kept apart. What the ledger says of it stands, and still verifies.
    ///
    /// `Store.scrubMarked` must follow the commit: until then the engine's own files may still hold what was deleted.
    /// - Parameter name: What the fact calls it: never anything that was sealed.
    /// - Throws: `.invalid` without an authority; `.outOfOrder` when it was erased already.
    public func erase(
        _ subject: SealedFor, called name: String, under authority: String, by caller: Caller, at now: Date
    ) throws {
        try caller.must(.erase, under: .sealing)
        guard (1...1_000).contains(authority.count) else {
            throw Refusal.invalid([
                Problem("reason", "Say under which authority this is erased, in at most 1,000 characters")
            ])
        }
        if let erasure = try erasure(of: subject) { throw Refusal.outOfOrder("\(name) was \(erasure.words) already") }
        try destroyKeys(by: Erasure(subject, at: now, under: authority))
        try record(
            Fact(
                Erasure.factName, about: Subject(kind: subject.kind, id: subject.id, name: name),
                "What was sealed for \(name) was erased: its keys were destroyed", purpose: authority),
            by: caller, at: now)
    }

    /// Does again, in a database that was put back from before them, erasures that were made since.
    /// - Returns: How many there were.
    public func repeatErasures(_ erasures: [Erasure], by caller: Caller, at now: Date) throws -> Int {
        var count = 0
        for erasure in erasures where try self.erasure(of: erasure.subject) == nil {
            try destroyKeys(by: erasure)
            let subject = erasure.subject
            try record(
                Fact(
                    Erasure.factName, about: Subject(kind: subject.kind, id: subject.id, name: "\(subject)"),
                    """
                    What was sealed for \(subject) was erased on \(Day(inEnglandAt: erasure.at).long), and stays \
                    erased though an earlier backup was restored
                    """, purpose: erasure.authority), by: caller, at: now)
            count += 1
        }
        return count
    }

    private func destroyKeys(by erasure: Erasure) throws {
        let subject = erasure.subject
        try run("DELETE FROM sealing_key WHERE kind = \(subject.kind) AND id = \(subject.id)")
        try run(
            """
            INSERT INTO sealing_erased (kind, id, at, authority)
            VALUES (\(subject.kind), \(subject.id), \(erasure.at), \(erasure.authority))
            """)
        try mustScrub("sealing_key")
    }
}
