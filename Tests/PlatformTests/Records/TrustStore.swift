import Cast
import Foundation
import Kernel
import Ledger
import Records
import Sealing
import Store

extension Trust {
    /// The tables of the made-up kinds, as their rooms would ship them.
    static var schemas: [Schema] {
        let rooms = Dictionary(grouping: kinds, by: \.room).sorted { $0.key < $1.key }
        return [Ledger.schema, Sealing.schema, RecordStore.schema]
            + rooms.map { room, kinds in
                let tables = kinds.map(RecordStore.expectedTable(for:)).joined(separator: "\n")
                return Schema(room: room, migrations: [Migration("0001-records", Array(tables.utf8))])
            }
    }

    static let policy = Policy([
        Action("partners.change"): [.administrator, .clerk], Action("arrangements.change"): [.administrator],
    ])

    static let clerk = Caller(name: "clerk", roles: [.clerk])
    static let now = Date(timeIntervalSince1970: 1_260_000_000)

    /// A database with nothing in it but the tables.
    static func emptyStore(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate(schemas)
        return store
    }

    /// One with a council, a primary care trust and two posts, as read from a text.
    static func store(_ engine: Engine) async throws -> Store {
        let store = try await emptyStore(engine)
        try await take(start, into: store)
        return store
    }

    static let start = """
        organisations:
        - {id: council, name: The Council, from: 1974-04-01, source: P10 1.1}
        - {id: pct, name: Siân’s Primary Care Trust, sector: [health, police], as-at: 2006-12-07}
        posts:
        - {id: director, name: Director, organisation: council, from: 2006-04-01, independent: false, started: \
        2006-05-01}
        - {id: deputy, name: Deputy Director, organisation: council, from: 2006-04-01, reports-to: director}
        seats:
        - {id: t, role: member, post: deputy, represents: [pct, council], number: 2, from: 2007-01-01, about: \
        "One.\\n\\nTwo."}
        """

    @discardableResult
    static func take(_ text: String, into store: Store, by caller: Caller = .keyboard) async throws -> ImportPlan {
        let held = try await store.read { try $0.loadBook(registry) }
        let reading = read(text, over: held)
        try reading.mustBeWhole()
        return try await store.write { tx in
            try ImportRecords(reading.book, from: "trust.yaml", registry: registry)
                .perform(by: caller, under: policy, at: now, on: day("2010-01-01"), in: tx)
        }
    }
}

extension Store {
    func book() async throws -> Book { try await read { try $0.loadBook(Trust.registry) } }

    /// Asks something of the shelf.
    func shelf<Answer: Sendable>(_ ask: @escaping @Sendable (RecordShelf) throws -> Answer) async throws -> Answer {
        try await read { try ask(RecordShelf($0, Trust.registry)) }
    }
}
