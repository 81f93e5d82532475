import Kernel
import Records
import Testing

/// Files that are wrong a great many times cost little to refuse: what is told, suggested and looked at is bounded.
struct HostileFileTests {
    private static let told = 100, suggested = 20

    private func many(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined(separator: "\n") }

    @Test("many problems: the first are told, and how many more there are")
    func cap() {
        let reading = Trust.read("organisations:\n" + many(300) { "- {id: a\($0), from: 2009-01-01}" })
        #expect(reading.problems.count == Self.told + 1)
        #expect(
            reading.problems.last?.description
                == "trust.yaml:101: There are 200 more problems. Mend those above first")
    }

    @Test("an endless list of nothing is looked at no further than it need be")
    func emptyEntries() {
        let reading = Trust.read("organisations:\n" + many(100_000) { _ in "- {}" })
        #expect(reading.problems.count == Self.told + 1)
        #expect(reading.problems.last?.message.hasPrefix("There are at least ") == true)
    }

    @Test("suggestions are worked out for the first problems only")
    func references() {
        let council = "organisations:\n- {id: council, name: C, from: 1974-04-01}\nposts:\n"
        let reading = Trust.read(
            council + many(2_000) { "- {id: p\($0), name: P, organisation: concil, from: 2009-01-01}" })
        let mends = reading.problems.dropLast().map(\.mend)
        #expect(mends.prefix(Self.suggested).allSatisfy { $0 == "Write council, or add concil" })
        #expect(mends.dropFirst(Self.suggested).allSatisfy { !$0.contains("Write") })
        #expect(mends.count == Self.told)
    }

    @Test("so it is for keys of a file, of an entry and of a program's object")
    func keys() throws {
        let file = Trust.read(many(3_000) { "organisation\($0): []" }).problems
        #expect(file.count == Self.told + 1 && file[Self.suggested].mend.hasPrefix("See docs/format"))
        let entry = Trust.read("organisations:\n- id: a\n" + many(3_000) { "  nam\($0): A" }).problems
        #expect(entry.count == Self.told + 1 && entry[0].mend == "Write name")
        let json = "{" + many(3_000) { "\"k\($0)\": 1," } + "\"name\": \"A\"}"
        #expect(try RecordDraft(Trust.post, readingJSON: json).flaws.count == Self.told)
    }

    @Test("a key given twice a great many times is told so often as is useful")
    func repeatedKeys() {
        let text = many(5_000) { "k\($0): []" } + "\n" + many(5_000) { _ in "k4999: []" }
        #expect(Trust.read(text).problems.count == Self.told)
    }

    @Test("things with more versions than before are put in place in one go")
    func manyVersions() {
        let first = "organisations:\n" + many(3_000) { "- {id: a\($0), name: A, from: 2009-01-01}" }
        let held = Trust.read(first).book
        let changes = "change:\n" + many(3_000) { "- {id: a\($0), from: 2010-01-01, set: {name: B}}" }
        var book = held
        book.set(each: Trust.read(changes, over: held).book.things)
        #expect(book.count == 6_000 && book["a2999"].map(\.version) == [1, 2])
        #expect(book.identifiers(of: "organisation") == held.identifiers(of: "organisation"))
    }

    @Test(
        "a program's object with a key given twice is refused",
        arguments: [
            (#"{"name": "A", "name": "B"}"#, "name"), (#"{"a": {"b": 1, "c": [{"d": 1}], "b": 2}}"#, "b"),
            (#"{"a": [{"b": 1}, {"b": 1}], "c": "a", "d": "{\"a\": 1, \"a\": 2}"}"#, nil),
            (#"{"a\"": 1, "a": 2}"#, nil),
            (#"["a", "a"]"#, nil), (#"{"a": "#, nil), (#"]}{"a"#, nil),
        ])
    func repeatedJSONKeys(json: String, key: String?) {
        #expect(JSONKeys.repeated(in: Array(json.utf8)) == key)
    }
}
