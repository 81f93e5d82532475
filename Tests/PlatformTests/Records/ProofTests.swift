import Cast
import Foundation
import Kernel
import Records
import Store
import Testing

/// What somebody does to the tables behind the service's back, and what the comparison with the ledger says of it.
struct BehindTheBack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: [String]
    let what: Departure.What
    let id: String
    let words: String

    init(_ name: String, _ statements: String..., finds what: Departure.What, of id: String, saying words: String) {
        (testDescription, self.statements, self.what, self.id, self.words) = (name, statements, what, id, words)
    }

    static let all = [
        BehindTheBack(
            "a field edited", "UPDATE partners_post SET name = 'Chief' WHERE id = 'deputy'",
            finds: .edited, of: "deputy", saying: "version 1: title"),
        BehindTheBack(
            "a period edited", "UPDATE partners_post SET until_day = '2009-01-01' WHERE id = 'director'",
            finds: .edited, of: "director", saying: "period"),
        BehindTheBack(
            "a source taken away", "UPDATE partners_organisation SET sources = '' WHERE id = 'council'",
            finds: .edited, of: "council", saying: "sources"),
        BehindTheBack(
            "a version put in",
            """
            INSERT INTO partners_organisation (id, version, from_day, provenance, sources, name)
            VALUES ('pct', 2, '2010-01-01', 'stated', '', 'Another')
            """,
            finds: .edited, of: "pct", saying: "has 2 versions in its table and 1 in the ledger"),
        BehindTheBack(
            "a thing taken out", "DELETE FROM records_link WHERE id = 't'",
            "DELETE FROM arrangements_seat WHERE id = 't'",
            finds: .removed, of: "t", saying: "is gone from its table"),
        BehindTheBack(
            "a thing put in",
            "INSERT INTO records_subject (id, kind, name, folded) VALUES ('ghost', 'organisation', 'Ghost', 'ghost')",
            """
            INSERT INTO partners_organisation (id, version, from_day, provenance, sources, name)
            VALUES ('ghost', 1, '2001-01-01', 'stated', '', 'Ghost')
            """,
            finds: .inserted, of: "ghost", saying: "never heard of it"),
        BehindTheBack(
            "a name edited where search reads it",
            "UPDATE records_subject SET name = 'Board of Fools', folded = 'board of fools' WHERE id = 'council'",
            finds: .edited, of: "council", saying: "is called something else where its name is looked up"),
        BehindTheBack(
            "a name hidden from search", "UPDATE records_subject SET folded = '' WHERE id = 'council'",
            finds: .edited, of: "council", saying: "is called something else"),
        BehindTheBack(
            "a name put in",
            "INSERT INTO records_subject (id, kind, name, folded) VALUES ('ghost', 'organisation', 'Ghost', 'ghost')",
            finds: .inserted, of: "ghost", saying: "stands among the names"),
        BehindTheBack(
            "a reference taken out of the list of those who point", "DELETE FROM records_link WHERE id = 't'",
            finds: .edited, of: "t", saying: "is not listed as pointing at"),
        BehindTheBack(
            "a reference put in",
            "INSERT INTO records_link (id, version, field, target) VALUES ('t', 1, 'represents', 'deputy')",
            finds: .edited, of: "t", saying: "is listed as pointing at deputy (represents)"),
    ]
}

/// `verify` says of every record whether its table still says what the ledger last said of it.
@Suite struct ProofTests {
    private func compared(_ store: Store) async throws -> LedgerComparison {
        try await CompareWithLedger(Trust.registry).perform(in: store)
    }

    @Test("what the service wrote agrees, whatever was done to it", arguments: Engine.allForTests)
    func agrees(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        let more = """
            posts:
            - {id: deputy, name: Deputy, organisation: council, from: 2008-04-01, source: P10 1.2, note: Moved}
            """
        try await Trust.take(more, into: store)
        let command = EndRecord(
            "director", by: RecordDraft(Trust.post, ["until": .text("2010-01-01")]), seen: nil, registry: Trust.registry
        )
        try await store.write {
            _ = try command.perform(by: Trust.clerk, under: Trust.policy, at: Trust.now, in: $0)
        }
        let comparison = try await compared(store)
        #expect(comparison.departures == [])
        #expect(comparison.things == 5)
    }

    @Test("what was done behind the service's back is named", arguments: Engine.allForTests, BehindTheBack.all)
    func departs(engine: Engine, act: BehindTheBack) async throws {
        let store = try await Trust.store(engine)
        try await store.write { tx in for statement in act.statements { try tx.run("\(raw: statement)") } }
        let found = try await compared(store).departures
        #expect(found.map(\.what) == [act.what])
        #expect(found.map(\.id) == [act.id])
        #expect(found.first?.sentence.contains(act.words) == true, "\(found)")
        #expect((found.first?.factID == nil) == (act.what == .inserted))
    }

    @Test("page after page: more things than are held at once, each change found", arguments: Engine.allForTests)
    func pages(engine: Engine) async throws {
        let store = try await Trust.emptyStore(engine)
        let many = (1...2_500).map { "- {id: o\($0), name: Organisation no. \($0), from: 2001-01-01}" }
        try await Trust.take("organisations:\n" + many.joined(separator: "\n"), into: store)
        let whole = try await compared(store)
        #expect(whole.things == 2_500 && whole.agrees)
        try await store.write { tx in
            for id in ["o1", "o1500", "o999"] {
                try tx.run("UPDATE partners_organisation SET name = 'Other' WHERE id = \(id)")
            }
        }
        #expect(try await compared(store).departures.map(\.id) == ["o1", "o1500", "o999"])
        try await store.write { _ = try $0.run("UPDATE partners_organisation SET name = 'Other'") }
        #expect(try await compared(store).departures.count == CompareWithLedger.shownMax)
    }
}
