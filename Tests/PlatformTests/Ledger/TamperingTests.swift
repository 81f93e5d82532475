import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

/// Each way of tampering with a ledger of twelve facts, by somebody who can write SQL and takes the guards away first.
struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: [String]
    let what: Misfit.What
    let position: Int?

    init(_ description: String, _ what: Misfit.What, at position: Int?, _ sql: String...) {
        (testDescription, self.what, self.position, self.sql) = (description, what, position, sql)
    }

    private static let columns =
        "at, caller, purpose, name, subject_kind, subject_id, subject_name, sentence, record, digest"
    private static func forge(_ number: Int, likeFact fact: Int) -> String {
        """
        INSERT INTO ledger_fact (number, id, \(columns))
        SELECT \(number), 'forged', \(columns) FROM ledger_fact WHERE number = \(fact)
        """
    }
    private static let remakeSeals = [
        "CREATE TABLE forged AS SELECT position, fact, chain FROM ledger_seal", "DROP TABLE ledger_seal",
        "ALTER TABLE forged RENAME TO ledger_seal",
    ]

    static let all = [
        Tampering(
            "a sentence edited", .edited, at: 5, "UPDATE ledger_fact SET sentence = 'Nothing happened' WHERE number = 5"
        ),
        Tampering("a record taken out", .edited, at: 5, "UPDATE ledger_fact SET record = NULL WHERE number = 5"),
        Tampering(
            "a record added to by nothing", .edited, at: 5, "UPDATE ledger_fact SET record = '' WHERE number = 5"),
        Tampering(
            "a moment moved", .edited, at: 5,
            "UPDATE ledger_fact SET at = (SELECT at FROM ledger_fact WHERE number = 4) WHERE number = 5"),
        Tampering(
            "words moved between fields", .edited, at: 5,
            "UPDATE ledger_fact SET caller = 'cler', purpose = 'ktest' WHERE number = 5"),
        Tampering("the first fact edited", .edited, at: 1, "UPDATE ledger_fact SET caller = 'nobody' WHERE number = 1"),
        Tampering(
            "the last fact edited", .edited, at: 12, "UPDATE ledger_fact SET caller = 'nobody' WHERE number = 12"),
        Tampering(
            "the first of two edits is named", .edited, at: 3,
            "UPDATE ledger_fact SET sentence = 'x' WHERE number IN (9, 3)"),
        Tampering(
            "a digest edited", .edited, at: 5,
            "UPDATE ledger_fact SET digest = (SELECT digest FROM ledger_fact WHERE number = 8) WHERE number = 5"),
        Tampering(
            "a fact and its digest edited", .edited, at: 5,
            """
            UPDATE ledger_fact SET (id, \(columns)) = (SELECT 'forged', \(columns) FROM ledger_fact WHERE number = 8)
            WHERE number = 5
            """
        ),
        Tampering(
            "a seal's chain edited", .edited, at: 5,
            "UPDATE ledger_seal SET chain = (SELECT digest FROM ledger_fact WHERE number = 8) WHERE position = 5"),
        Tampering(
            "a fact removed with its seal", .removed, at: 5,
            "DELETE FROM ledger_seal WHERE position = 5", "DELETE FROM ledger_fact WHERE number = 5"),
        Tampering(
            "several facts removed", .removed, at: 5,
            "DELETE FROM ledger_seal WHERE position BETWEEN 5 AND 8",
            "DELETE FROM ledger_fact WHERE number BETWEEN 5 AND 8"),
        Tampering(
            "the first fact removed", .removed, at: 1,
            "DELETE FROM ledger_seal WHERE position = 1", "DELETE FROM ledger_fact WHERE number = 1"),
        Tampering("a seal removed", .removed, at: 5, "DELETE FROM ledger_seal WHERE position = 5"),
        Tampering(
            "a fact removed from under its seal", .removed, at: 5,
            remakeSeals[0], remakeSeals[1], remakeSeals[2], "DELETE FROM ledger_fact WHERE number = 5"),
        Tampering(
            "a fact removed and the rest moved up", .removed, at: 5,
            "DELETE FROM ledger_seal WHERE position = 5", "DELETE FROM ledger_fact WHERE number = 5",
            "UPDATE ledger_seal SET position = position + 100 WHERE position > 5",
            "UPDATE ledger_seal SET position = position - 101 WHERE position > 100"),
        Tampering(
            "two facts change places under their seals", .reordered, at: 4,
            remakeSeals[0], remakeSeals[1], remakeSeals[2],
            "UPDATE ledger_seal SET fact = 11 - fact WHERE position IN (4, 7)"),
        Tampering(
            "two seals change places", .reordered, at: 4,
            "UPDATE ledger_seal SET position = 100 WHERE position = 4",
            "UPDATE ledger_seal SET position = 4 WHERE position = 7",
            "UPDATE ledger_seal SET position = 7 WHERE position = 100"),
        Tampering(
            "neighbours change places", .reordered, at: 4,
            "UPDATE ledger_seal SET position = 100 WHERE position = 4",
            "UPDATE ledger_seal SET position = 4 WHERE position = 5",
            "UPDATE ledger_seal SET position = 5 WHERE position = 100"),
        Tampering(
            "a fact put between others", .inserted, at: 5,
            forge(99, likeFact: 3), "UPDATE ledger_seal SET position = position + 100 WHERE position > 4",
            "UPDATE ledger_seal SET position = position - 99 WHERE position > 100",
            "INSERT INTO ledger_seal (position, fact, chain) SELECT 5, 99, chain FROM ledger_seal WHERE position = 4"),
        Tampering(
            "a fact put at the end", .inserted, at: 13,
            forge(99, likeFact: 3),
            "INSERT INTO ledger_seal (position, fact, chain) SELECT 13, 99, chain FROM ledger_seal WHERE position = 12"),
        Tampering(
            "a fact put under another's seal", .inserted, at: 5,
            forge(99, likeFact: 3), "UPDATE ledger_seal SET fact = 99 WHERE position = 5"),
        Tampering("a fact put in without a seal", .inserted, at: nil, forge(99, likeFact: 3)),
    ]
}

@Suite struct TamperingTests {
    private func unguard(_ tx: Transaction) throws {
        switch tx.engine {
        case .sqlite:
            for row in try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try tx.run("DROP TRIGGER \(raw: row.text(0))")
            }
        case .postgres:
            for table in ["ledger_fact", "ledger_seal"] { try tx.run("ALTER TABLE \(raw: table) DISABLE TRIGGER ALL") }
        }
    }

    @Test(arguments: Engine.allForTests, Tampering.all)
    func isFound(engine: Engine, tampering: Tampering) async throws {
        let store = try await LedgerTests.store(engine, facts: 12)
        let ledger = Ledger(store: store)
        #expect(try await ledger.verify().isWhole)
        try await store.write { tx in
            try unguard(tx)
            for sql in tampering.sql { try tx.run("\(raw: sql)") }
        }
        let misfit = try await ledger.verify().firstMisfit
        #expect(misfit?.what == tampering.what, "\(String(describing: misfit))")
        #expect(misfit?.position == tampering.position)
    }

    @Test(
        "the database itself refuses", arguments: Engine.allForTests,
        [
            "UPDATE ledger_fact SET sentence = 'x'", "DELETE FROM ledger_fact",
            "UPDATE ledger_seal SET position = position + 1", "DELETE FROM ledger_seal",
        ])
    func guarded(engine: Engine, sql: String) async throws {
        let store = try await LedgerTests.store(engine, facts: 1)
        let error = await #expect(throws: StoreError.self) { try await store.write { _ = try $0.run("\(raw: sql)") } }
        #expect(error?.kind == .rule)
        #expect(error?.message.contains("only ever added to") == true)
    }

    @Test("a tail cut off is found by an anchor, and by nothing else", arguments: Engine.allForTests)
    func cutOff(engine: Engine) async throws {
        let store = try await LedgerTests.store(engine, facts: 12)
        let ledger = Ledger(store: store)
        let anchor = try await ledger.anchor(at: LedgerTests.noon)
        try await store.write { tx in
            try unguard(tx)
            try tx.run("DELETE FROM ledger_seal WHERE position > 9")
            try tx.run("DELETE FROM ledger_fact WHERE number > 9")
        }
        #expect(try await ledger.verify().isWhole)
        let misfit = try await ledger.verify(against: anchor).firstMisfit
        #expect(misfit?.what == .cutOff && misfit?.position == 10)
        // Facts written since do not hide it.
        for number in 0..<5 {
            try await store.write {
                try $0.record(LedgerTests.fact(number), by: LedgerTests.clerk, at: LedgerTests.noon)
            }
        }
        #expect(try await ledger.verify(against: anchor).firstMisfit?.what == .remade)
    }

    @Test("a chain made anew is found by an anchor", arguments: Engine.allForTests)
    func remade(engine: Engine) async throws {
        let anchor = try await Ledger(store: LedgerTests.store(engine, facts: 12)).anchor(at: LedgerTests.noon)
        // The same facts, written again: other identifiers, and so another chain.
        let other = Ledger(store: try await LedgerTests.store(engine, facts: 14))
        #expect(try await other.verify().isWhole)
        let misfit = try await other.verify(against: anchor).firstMisfit
        #expect(misfit?.what == .remade && misfit?.position == 12 && misfit?.factID != nil)
    }

    @Test("an anchor still holds when more was written since", arguments: Engine.allForTests)
    func grown(engine: Engine) async throws {
        let store = try await LedgerTests.store(engine, facts: 3)
        let ledger = Ledger(store: store)
        let anchors = [
            try await ledger.anchor(at: LedgerTests.noon),
            try Anchor(reading: try await ledger.anchor(at: LedgerTests.noon).description),
        ]
        try await store.write { try $0.record(LedgerTests.fact(9), by: LedgerTests.clerk, at: LedgerTests.noon) }
        for anchor in anchors { #expect(try await ledger.verify(against: anchor).isWhole) }
    }
}
