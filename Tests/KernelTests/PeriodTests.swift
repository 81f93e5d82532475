import Kernel
import Testing

@Suite("When something holds")
struct PeriodTests {
    @Test(
        "From its first day until the first on which it no longer does",
        arguments: [
            ("2009-03-31", Period.Held.no), ("2009-04-01", .yes), ("2009-12-30", .yes), ("2009-12-31", .no),
        ])
    func halfOpen(text: String, held: Period.Held) throws {
        let period = try Period(from: day("2009-04-01"), until: day("2009-12-31"))
        #expect(period.held(on: try day(text)) == held)
        #expect(period.holds(on: try day(text)) == (held == .yes))
    }

    @Test(
        "An unknown start is not always",
        arguments: [
            ("2005-01-01", Period.Held.unknown), ("2009-06-01", .yes), ("2012-01-01", .no),
        ])
    func unknownStart(text: String, held: Period.Held) throws {
        let period = try Period(until: day("2011-01-01"), attested: day("2009-06-01"))
        #expect(period.held(on: try day(text)) == held)
    }

    @Test("Always is always")
    func always() throws { #expect(Period.always.holds(on: try day("0001-01-01"))) }

    @Test("One that would end before it starts, on that day, or before it is known to have held, is refused")
    func backwards() throws {
        let (first, second) = (try day("2009-01-01"), try day("2009-01-02"))
        #expect(throws: Refusal.self) { try Period(from: second, until: first) }
        #expect(throws: Refusal.self) { try Period(from: first, until: first) }
        #expect(throws: Refusal.self) { try Period(until: first, attested: second) }
        #expect(throws: Never.self) { try Period(from: first, until: second) }
    }

    @Test(
        "Two overlap when some day belongs to both",
        arguments: [
            ("2009-01-01", "2010-01-01", "2010-01-01", nil, false),
            ("2009-01-01", "2010-01-02", "2010-01-01", nil, true),
            ("2009-01-01", nil, "2005-01-01", nil, true),
            (nil, "2009-01-01", nil, "2008-01-01", true),
        ] as [(String?, String?, String?, String?, Bool)])
    func overlaps(from: String?, until: String?, from2: String?, until2: String?, expected: Bool) throws {
        let one = try Period(from: from.map(day), until: until.map(day))
        let other = try Period(from: from2.map(day), until: until2.map(day))
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
    }
}
