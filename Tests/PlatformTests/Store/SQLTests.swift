import Kernel
import Testing

@testable import Store

@Suite struct SQLTests {
    private let day = Day(number: 0)

    @Test func rendersForBothEngines() {
        let condition: SQL = "name = \("x") AND day < \(day)"
        let ids = [1, 2]
        let sql: SQL = "SELECT '?' FROM \(raw: "t") WHERE \(sql: condition) OR id IN \(list: ids) -- é"
        #expect(sql.text == "SELECT '?' FROM t WHERE name = ? AND day < ? OR id IN (?, ?) -- é")
        #expect(sql.numbered == "SELECT '?' FROM t WHERE name = $1 AND day < $2 OR id IN ($3, $4) -- é")
        #expect(sql.values.map(\.value) == [.text("x"), .day(day), .integer(1), .integer(2)])
    }

    @Test(
        "Lists of any length make few texts, since each is kept prepared",
        arguments: [(1, 1), (3, 4), (4, 4), (100, 128)])
    func lists(given: Int, places: Int) {
        let sql: SQL = "id IN \(list: Array(1...given))"
        #expect(sql.text.count { $0 == "?" } == places)
        #expect(sql.values.map(\.value) == (1...places).map { .integer(Int64(min($0, given))) })
        #expect(("id IN \(list: [Int]())" as SQL).text == "id IN (NULL)")
    }

    @Test func puttingTogetherKeepsPlaces() {
        var sql: SQL = "SELECT é \(1)"
        sql += ", \(2)"
        let whole = sql + " WHERE " + SQL.joined(["a = \(3)", "b = \(4)"], by: " AND ")
        #expect(whole.numbered == "SELECT é $1, $2 WHERE a = $3 AND b = $4")
    }

    @Test func aMissingValueKeepsItsType() {
        let nobody: String? = nil, never: Day?? = .some(nil)
        let sql: SQL = "\(nobody) \(never) \(SQLBinding.null) \(Optional(true))"
        #expect(sql.values.map(\.kind) == [.text, .day, .unknown, .flag])
        #expect(sql.values.map(\.value) == [.null, .null, .null, .flag(true)])
    }

    @Test(
        arguments: [
            (
                "CREATE TABLE t (a TEXT NOT NULL, b BLOB, c REAL, d INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a TEXT COLLATE \"C\" NOT NULL, b BYTEA, c DOUBLE PRECISION, d BIGINT PRIMARY KEY)"
            ),
            (
                "CREATE TABLE IF NOT EXISTS t (\"text\" text, UNIQUE (text), CHECK (CAST(a AS TEXT) > 1))",
                "CREATE TABLE IF NOT EXISTS t (\"text\" TEXT COLLATE \"C\", UNIQUE (text), CHECK (CAST(a AS TEXT) > 1))"
            ),
            (
                "-- a TEXT, b TEXT (\nCREATE TEMP TABLE t (a /* b BLOB, */ BLOB DEFAULT 'c BLOB, d TEXT')",
                "-- a TEXT, b TEXT (\nCREATE TEMP TABLE t (a /* b BLOB, */ BYTEA DEFAULT 'c BLOB, d TEXT')"
            ),
            (
                "ALTER TABLE t ADD COLUMN a TEXT; ALTER TABLE t ADD b BLOB; ALTER TABLE t ADD CONSTRAINT x UNIQUE (a)",
                "ALTER TABLE t ADD COLUMN a TEXT COLLATE \"C\"; ALTER TABLE t ADD b BYTEA; "
                    + "ALTER TABLE t ADD CONSTRAINT x UNIQUE (a)"
            ),
            ("CREATE INDEX i ON t (a, text); SELECT CAST(x AS INTEGER), text FROM t", nil),
            ("CREATE FUNCTION f() RETURNS TEXT AS $x$ CREATE TABLE t (a BLOB) $x$", nil),
            ("INSERT INTO t (a, text) VALUES ('it''s; CREATE TABLE x (a BLOB', 1)", nil),
        ] as [(String, String?)])
    func postgresTypes(written: String, expected: String?) {
        #expect(Dialect.rewrite(written, for: .postgres) == expected ?? written)
    }

    @Test func sqliteChecks() {
        #expect(
            Dialect.rewrite("CREATE TABLE t (a DATE NOT NULL, b BOOLEAN, date TEXT)", for: .sqlite) == """
                CREATE TABLE t (a DATE CHECK (a IS date(a, '+0 days')) NOT NULL, b BOOLEAN CHECK (b IN (0, 1)), \
                date TEXT)
                """
        )
    }

    @Test(
        "a password is never shown",
        arguments: [
            ("postgres://db.example/hub", "postgres://db.example/hub"),
            (
                "postgresql://clerk:s3:cr@t@one,two:5433/hub?sslmode=require&password=x",
                "postgresql://clerk@one,two:5433/hub"
            ),
            ("postgres://clerk@db/hub", "postgres://clerk@db/hub"),
        ])
    func locations(url: String, shown: String) throws {
        #expect(try Location(url).description == shown)
        #expect(try Location(url).engine == .postgres)
    }

    @Test(arguments: ["", "mysql://x", "a\0b"])
    func refusedLocations(text: String) {
        #expect(throws: Refusal.self) { try Location(text) }
    }

    @Test func pathsAreFiles() throws {
        #expect(try Location("leeds.sqlite") == .file("leeds.sqlite"))
        #expect(try Location(":memory:") == .memory)
    }
}
