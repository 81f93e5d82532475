import Cast
import Foundation
import Kernel
import Store
import Testing

/// Values go to the database and come back as they were, on each engine.
@Suite struct BindingTests {
    static let table = Schema(
        room: "binding",
        migrations: [
            Migration(
                "0001-things",
                Array(
                    """
                    CREATE TABLE binding_thing (
                        id     INTEGER NOT NULL PRIMARY KEY,
                        words  TEXT,
                        number BIGINT,
                        amount REAL,
                        flag   BOOLEAN,
                        day    DATE,
                        at     TIMESTAMPTZ,
                        stuff  BLOB
                    );
                    """.utf8))
        ])

    private func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([Self.table])
        return store
    }

    @Test(
        "text is data, whatever it looks like", arguments: Engine.allForTests,
        [
            "O'Brien", "\"; DROP TABLE binding_thing; --", "?", "$1", "Siân — 子ども 👩‍👧", "", " \t\n\\", "%_", "a\u{301}",
            "\u{FEFF}x",
        ])
    func text(engine: Engine, words: String) async throws {
        let store = try await store(engine)
        let back = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id, words) VALUES (1, \(words))")
            return try tx.one("SELECT words FROM binding_thing WHERE words = \(words)")?.text(0)
        }
        #expect(back.map { Array($0.utf8) } == Array(words.utf8))
    }

    @Test("the null character is refused, as PostgreSQL would", arguments: Engine.allForTests)
    func nullCharacter(engine: Engine) async throws {
        let store = try await store(engine)
        await #expect(throws: Refusal.invalid([Problem("text", "Text may not contain the null character")])) {
            try await store.write { _ = try $0.run("INSERT INTO binding_thing (id, words) VALUES (1, \("a\0b"))") }
        }
    }

    @Test("integers of 64 bits", arguments: Engine.allForTests, [Int64.min, -1, 0, 2_147_483_648, .max])
    func integers(engine: Engine, number: Int64) async throws {
        let store = try await store(engine)
        let back = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id, number) VALUES (1, \(number))")
            return try tx.one("SELECT number, number AS same FROM binding_thing WHERE number = \(number)")?.integer(
                "same")
        }
        #expect(back == Int(number))
    }

    @Test("reals of 64 bits", arguments: Engine.allForTests, [0.1, -1e300, 2.3e-308, 1.0 / 3, 0])
    func reals(engine: Engine, amount: Double) async throws {
        let store = try await store(engine)
        let back = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id, amount) VALUES (1, \(amount))")
            return try tx.one("SELECT amount FROM binding_thing")?.real(0)
        }
        #expect(back == amount)
    }

    @Test(
        "days", arguments: Engine.allForTests, ["0001-01-01", "1969-12-31", "2000-02-29", "2009-12-31", "9999-12-31"])
    func days(engine: Engine, text: String) async throws {
        let store = try await store(engine)
        let day = try #require(Day(text))
        let back = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id, day) VALUES (1, \(day))")
            let row = try #require(
                try tx.one("SELECT day, day AS again FROM binding_thing WHERE day >= \(day) AND day <= \(day)"))
            #expect(row.binding(0) == .day(day))
            #expect(row.text(0) == text)
            return row.day("again")
        }
        #expect(back == day)
    }

    @Test(
        "instants to the microsecond", arguments: Engine.allForTests,
        [
            -62_135_596_800_000_000, -1, 0, 1, 1_262_303_999_999_999, 1_800_000_000_123_456, 253_402_300_799_999_999,
        ] as [Int64])
    func instants(engine: Engine, microseconds: Int64) async throws {
        let store = try await store(engine)
        let moment = Instant.date(microseconds)
        let back = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id, at) VALUES (1, \(moment))")
            let row = try #require(try tx.one("SELECT at FROM binding_thing WHERE at = \(moment)"))
            #expect(row.binding(0) == .instant(row.instant(0)))
            return row.optionalMicroseconds(0)
        }
        // A Date is a Double: far from 2001 it cannot tell one microsecond from the next.
        #expect(abs(try #require(back) - microseconds) <= 8)
        #expect(abs(microseconds) > 2_000_000_000_000_000 || back == microseconds)
    }

    @Test(arguments: Engine.allForTests)
    func flagsAndBytes(engine: Engine) async throws {
        let store = try await store(engine)
        let stuff: [UInt8] = [0, 255, 39, 0]
        try await store.write { tx in
            try tx.run(
                "INSERT INTO binding_thing (id, flag, stuff) VALUES (1, \(true), \(stuff)), (2, \(false), \([UInt8]()))"
            )
            let rows = try tx.rows("SELECT flag, stuff FROM binding_thing WHERE flag = \(true) OR NOT flag ORDER BY id")
            #expect(rows.map { $0.flag(0) } == [true, false])
            #expect(rows.map { $0.bytes(1) } == [stuff, []])
            #expect(rows.map { $0.binding(0) } == [.flag(true), .flag(false)])
        }
    }

    @Test("missing values, of a type and of none", arguments: Engine.allForTests)
    func nulls(engine: Engine) async throws {
        let store = try await store(engine)
        let nobody: String? = nil, never: Day? = nil, nothing: [UInt8]? = nil, unsaid: Bool? = nil,
            noMoment: Date? = nil
        try await store.write { tx in
            try tx.run(
                """
                INSERT INTO binding_thing (id, words, day, stuff, flag, at)
                VALUES (1, \(nobody), \(never), \(nothing), \(unsaid), \(noMoment))
                """)
            for value in [SQLBinding.null, .day(Day(number: 0)), .null] {
                try tx.run("UPDATE binding_thing SET day = \(value), words = \(SQLBinding.null) WHERE id = 1")
            }
            #expect(try tx.one("SELECT 1 WHERE \(nobody) IS NULL") != nil)
            let row = try #require(try tx.one("SELECT words, number, amount, flag, day, at, stuff FROM binding_thing"))
            #expect((0..<7).allSatisfy { row.isNull($0) && row.binding($0) == .null })
            #expect(row.optionalText(0) == nil && row.optionalDay("day") == nil && row.optionalFlag("flag") == nil)
        }
    }

    @Test("a list binds each of its values", arguments: Engine.allForTests, [[], [2], [1, 3, 4]])
    func lists(engine: Engine, wanted: [Int]) async throws {
        let store = try await store(engine)
        let found = try await store.write { tx in
            for id in 1...3 { try tx.run("INSERT INTO binding_thing (id) VALUES (\(id))") }
            return try tx.rows("SELECT id FROM binding_thing WHERE id IN \(list: wanted) ORDER BY id").map {
                $0.integer(0)
            }
        }
        #expect(found == wanted.filter { $0 <= 3 })
    }

    @Test("sums and averages of whole numbers", arguments: Engine.allForTests)
    func sums(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { tx in
            for (id, number) in [(1, 40_000), (2, -1), (3, 70_000)] {
                try tx.run("INSERT INTO binding_thing (id, number) VALUES (\(id), \(number))")
            }
            let row = try #require(
                try tx.one(
                    "SELECT sum(number), count(*), avg(number), max(number), sum(number) * -10001 FROM binding_thing"))
            #expect(row.integer(0) == 109_999)
            #expect(row.integer(1) == 3)
            #expect(abs(row.real(2) - 36_666.333) < 0.001)
            #expect(row.integer(3) == 70_000)
            #expect(row.integer(4) == -1_100_099_999)
        }
    }

    @Test("one statement, many times, with values of changing size", arguments: Engine.allForTests)
    func repeated(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { tx in
            for id in 1...300 {
                try tx.run(
                    "INSERT INTO binding_thing (id, words) VALUES (\(id), \(String(repeating: "x", count: id * 7)))")
            }
            let lengths = try tx.rows("SELECT length(words) FROM binding_thing ORDER BY id").map { $0.integer(0) }
            #expect(lengths == (1...300).map { $0 * 7 })
        }
    }

    @Test("more statements than are kept prepared", arguments: Engine.allForTests)
    func manyStatements(engine: Engine) async throws {
        var settings = StoreSettings.forTests
        settings.statementsKept = 5
        let store = try await freshStore(on: engine, settings: settings)
        let sum = try await store.read { tx in
            var sum = 0
            for round in 0..<3 {
                for number in 0..<20 { sum += try tx.one("SELECT \(raw: String(number)) + \(round)")?.integer(0) ?? 0 }
            }
            return sum
        }
        #expect(sum == 3 * 190 + 20 * 3)
    }

    @Test("more statements than are kept prepared, in one transaction after another", arguments: Engine.allForTests)
    func manyTransactions(engine: Engine) async throws {
        var settings = StoreSettings.forTests
        (settings.statementsKept, settings.connections) = (3, 1)
        let store = try await freshStore(on: engine, settings: settings)
        try await store.migrate([Self.table])
        for round in 0..<12 {
            let sum = try await store.read { tx in
                try (0..<4).reduce(0) { sum, number in
                    sum + (try tx.one("SELECT \(raw: String(round * 4 + number))")?.integer(0) ?? 0)
                }
            }
            #expect(sum == 16 * round + 6)
            try await store.write { tx in
                for number in 0..<4 {
                    try tx.run("INSERT INTO binding_thing (id) SELECT \(raw: String(1 + round * 4 + number))")
                }
            }
            // One that fails after it has made others be forgotten leaves the connection as it was.
            await #expect(throws: StoreError.self) {
                try await store.write { tx in
                    for number in 0..<4 { _ = try tx.one("SELECT \(raw: String(number)) + \(raw: String(round))") }
                    try tx.run("INSERT INTO binding_thing (id) SELECT \(raw: String(1 + round))")
                }
            }
        }
        #expect(try await store.read { try $0.one("SELECT count(*) FROM binding_thing")?.integer(0) } == 48)
        #expect(store.counters.reconnects == 0)
    }
}
