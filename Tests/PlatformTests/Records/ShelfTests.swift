import Cast
import Kernel
import Records
import Store
import Testing

/// What is kept is found again, the same on both engines.
struct ShelfTests {
    @Test(arguments: Engine.allForTests)
    func whatIsKeptIsLoadedWhole(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        let read = Trust.read(Trust.start).book
        let book = try await store.book()
        #expect(book.count == read.count)
        for thing in read.things { #expect(book[thing[0].id] == thing) }
        #expect(book["t"].first?.text("about") == "One.\n\nTwo.")
    }

    @Test(arguments: Engine.allForTests)
    func recordsAreFoundByWhatTheyPointAt(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        func found(_ kind: Kind, _ field: String, _ value: String) async throws -> [String] {
            try await store.shelf { try $0.records(of: kind, where: field, is: value).map(\.id) }
        }
        #expect(try await found(Trust.post, "organisation", "council") == ["deputy", "director"])
        #expect(try await found(Trust.seat, "represents", "pct") == ["t"])
        #expect(try await found(Trust.seat, "represents", "p") == [])
        #expect(try await found(Trust.organisation, "sector", "police") == ["pct"])
        #expect(try await found(Trust.seat, "number", "2") == ["t"])
        #expect(try await found(Trust.post, "independent", "false") == ["director"])
        #expect(try await found(Trust.post, "started", "2006-05-01") == ["director"])
        #expect(try await found(Trust.post, "nothing", "x") == [])
        #expect(try await store.shelf { try $0.versions(of: "nobody") } == [])
        #expect(
            try await store.shelf { try $0.subject("t") }
                == Subject(kind: "seat", id: "t", name: "member: Deputy Director"))
    }

    @Test("a page of a list follows the one before, whatever it is asked for", arguments: Engine.allForTests)
    func lists(engine: Engine) async throws {
        let store = try await Trust.emptyStore(engine)
        let entries = (1...25).map {
            """
            - {id: o\($0), name: Office \($0 % 10), from: 2000-01-\($0 < 10 ? "0" : "")\($0), sector: \
            [\($0 % 2 == 0 ? "health" : "police")]}
            """
        }
        try await Trust.take("organisations:\n" + entries.joined(separator: "\n"), into: store)
        func ids(_ filter: RecordFilter) async throws -> [String] {
            var ids: [String] = [], after: String?
            repeat {
                let last = after
                let page = try await store.shelf { try $0.list(of: Trust.organisation, filter, after: last, limit: 4) }
                #expect(page.things.count <= 4)
                ids += page.things.map { $0[0].id }
                after = page.next
            } while after != nil
            return ids
        }
        let all = try await ids(RecordFilter())
        #expect(all.count == 25 && Set(all).count == 25 && Array(all.prefix(4)) == ["o10", "o20", "o1", "o11"])
        #expect(try await ids(RecordFilter(fields: ["sector": "health"])).count == 12)
        #expect(try await ids(RecordFilter(day: Trust.day("2000-01-03"))).sorted() == ["o1", "o2", "o3"])
        #expect(try await ids(RecordFilter(words: "office 7")) == ["o17", "o7"])
        await #expect(throws: Refusal.self) { try await ids(RecordFilter(fields: ["sektor": "health"])) }
    }

    @Test("names are found by their beginning, then by any part, whatever the accents", arguments: Engine.allForTests)
    func search(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        func found(_ words: String) async throws -> [String] {
            try await store.shelf { try $0.search(words).map(\.id) }
        }
        #expect(try await found("sian's") == ["pct"])
        #expect(try await found("DIRECTOR") == ["director", "deputy"])
        #expect(try await found("care prim") == ["pct"])
        for nothing in ["%", "", "nobody"] { #expect(try await found(nothing) == []) }
        #expect(try await store.shelf { try $0.search("direct", kinds: ["organisation"]).count } == 0)
        #expect(try await store.shelf { try $0.search("d", limit: 1).count } == 1)
    }

    @Test(
        "folding",
        arguments: [
            ("Siân’s  Café", "sians cafe"), ("Education—Leeds", "education leeds"), ("A & B", "a and b"),
            ("Łódź Straße", "lodz strasse"),
            ("  ", ""), ("St. Mary's", "st marys"), ("50%_off", "50 off"), ("Ægir Ø", "aegir o"),
        ])
    func folding(text: String, folded: String) { #expect(Folding.folded(text) == folded) }

    @Test("the database itself refuses what no record may be", arguments: Engine.allForTests)
    func checks(engine: Engine) async throws {
        let store = try await Trust.store(engine)
        for statement in [
            "UPDATE partners_post SET organisation = 'nobody'", "UPDATE partners_post SET until_day = from_day",
            "UPDATE arrangements_seat SET number = 1001", "UPDATE arrangements_seat SET role = 'king'",
            "UPDATE partners_organisation SET provenance = 'rumour'", "UPDATE partners_organisation SET name = NULL",
            "DELETE FROM records_subject WHERE id = 'council'",
        ] as [SQL] {
            await #expect(throws: StoreError.self, "\(statement.text)") {
                try await store.write { _ = try $0.run(statement) }
            }
        }
        #expect(try await store.book()["council"].count == 1)
    }
}
