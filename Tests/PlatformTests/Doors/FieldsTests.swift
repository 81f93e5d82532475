import Foundation
import Kernel
import Testing

@testable import Doors

@Suite("Queries and forms")
struct FieldsTests {
    @Test("Real forms are read as they are sent")
    func reading() throws {
        let fields = try Fields(parsing: Array("t=1&t=2&n=&b=on&two+words=%C3%A9%2B&=x&lone&&a=b=c".utf8))
        #expect(fields.all("t") == ["1", "2"] && fields.first("t") == "1")
        #expect(fields.first("n") == "" && fields.text("n") == nil)
        #expect(fields.flag("b") && !fields.flag("n") && !fields.flag("absent"))
        #expect(fields.first("two words") == "é+")
        #expect(fields.first("") == "x" && fields.first("lone") == "" && fields.first("a") == "b=c")
        #expect(fields.without("t", "n").all("t") == [])
    }

    @Test(
        "What cannot be read is refused",
        arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%00", "a=%FF", "a=%C3%28", "a=%ED%A0%80"])
    func malformed(text: String) {
        #expect(throws: Malformed.self) { try Fields(parsing: Array(text.utf8)) }
    }

    @Test("More than the limits is refused")
    func limits() {
        let limits = Fields.Limits(fieldsMax: 2, nameBytesMax: 3, valueBytesMax: 4)
        func refused(_ text: String) -> Bool {
            do { _ = try Fields(parsing: Array(text.utf8), limits: limits) } catch Refusal.tooLarge {
                return true
            } catch { return false }
            return false
        }
        #expect(!refused("abc=1234&d=5"))
        #expect(refused("a=1&b=2&c=3") && refused("abcd=1") && refused("a=12345"))
    }

    @Test("Whatever arrives is read or refused, and what is read is bounded", arguments: 0..<500 as Range<UInt64>)
    func anything(seed: UInt64) throws {
        var random = Dice(seed)
        let bytes = random.bytes(upTo: 200)
        do {
            let fields = try Fields(parsing: bytes)
            #expect(fields.pairs.count <= bytes.count)
            #expect(fields.pairs.allSatisfy { !$0.name.utf8.contains(0) && !$0.value.utf8.contains(0) })
        } catch is Malformed {}
    }

    @Test("What is encoded is read back the same", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Dice(seed)
        let pieces = ["&", "=", "%", "+", " ", "é", "𝔘", "a", "\n", "\"", "/"]
        let (name, value) = (random.text(of: pieces, upTo: 8), random.text(of: pieces, upTo: 20))
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
        let encoded = [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        let fields = try Fields(parsing: Array("\(encoded[0])=\(encoded[1])&z=1".utf8))
        #expect(fields.pairs.first == Fields.Pair(name: name, value: value))
    }

    @Test(
        "A day is read as people type it",
        arguments: [
            ("2009-12-31", "2009-12-31"), ("31/12/2009", "2009-12-31"), ("31 12 2009", "2009-12-31"),
            ("1.4.2010", "2010-04-01"), (" 31 December 2009 ", "2009-12-31"), ("31 dec 2009", "2009-12-31"),
            ("3 Sept 2010", "2010-09-03"), ("31-12-2009", "2009-12-31"), ("29 February 2012", "2012-02-29"),
            ("29 February 2011", nil), ("31/12/09", nil), ("12/31/2009", nil), ("yesterday", nil), ("", nil),
            ("1 2", nil),
            ("1 ma 2010", nil), ("-1/2/2010", nil), ("１/2/2010", nil), ("31 December 20099", nil),
        ] as [(String, String?)])
    func days(typed: String, day: String?) { #expect(Day(typed: typed)?.description == day) }

    @Test("A date in three fields is read, and what is wrong with it is said")
    func dateInput() throws {
        let whole: Fields = ["from-day": "1", "from-month": "april", "from-year": "2010"]
        #expect(try whole.day("from", label: "The start")?.description == "2010-04-01")
        #expect(try Fields().day("from", label: "The start") == nil)
        #expect(try (["from": "2010-04-01"] as Fields).day("from", label: "The start")?.description == "2010-04-01")
        #expect(throws: Refusal.invalid([Problem("from", "The start must include a month")])) {
            try (["from-day": "1", "from-month": " ", "from-year": "2010"] as Fields).day("from", label: "The start")
        }
        #expect(throws: Refusal.invalid([Problem("from", "The start must be a real date, such as 31 12 2009")])) {
            try (["from-day": "31", "from-month": "2", "from-year": "2010"] as Fields).day("from", label: "The start")
        }
        #expect((["from-day": "x", "from-month": "", "from-year": "1"] as Fields).typedDay("from").day == "x")
    }

    @Test(
        "It is the next day in England an hour earlier in summer",
        arguments: [
            ("2026-01-01T00:00:00Z", "2026-01-01"), ("2026-03-28T23:59:59Z", "2026-03-28"),
            ("2026-06-30T22:59:59Z", "2026-06-30"),
            ("2026-06-30T23:00:00Z", "2026-07-01"), ("2026-10-24T23:00:00Z", "2026-10-25"),
            ("2026-10-25T23:30:00Z", "2026-10-25"),
            ("2009-12-31T23:59:59Z", "2009-12-31"), ("1969-12-31T23:00:00Z", "1969-12-31"),
        ])
    func england(moment: String, day: String) throws {
        let now = try Date(moment, strategy: .iso8601)
        #expect(Day(inEnglandAt: now).description == day)
    }
}
