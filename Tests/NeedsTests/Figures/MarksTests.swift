import Testing

@testable import Needs

/// NE-03: every mark that a publisher uses, and what it means by it.
struct MarksTests {
    /// The table of docs/rules/needs.md, in its order.
    static let table: [(marks: String, mark: String, meaning: Mark.Meaning)] = [
        ("gss", "c", .suppressed), ("gss", "[c]", .suppressed), ("gss", "low", .negligible),
        ("gss", "[low]", .negligible), ("gss", "u", .unreliable), ("gss", "[u]", .unreliable),
        ("gss", "w", .notAvailable),
        ("gss", "[w]", .notAvailable),
        ("gss", "x", .notAvailable), ("gss", "[x]", .notAvailable), ("gss", "z", .notApplicable),
        ("gss", "[z]", .notApplicable), ("gss", "", .notGiven),
        ("dfe", "c", .suppressed), ("dfe", "x", .notAvailable), ("dfe", "z", .notApplicable),
        ("dfe", "u", .unreliable), ("dfe", "low", .negligible), ("dfe", "k", .negligible),
        ("dfe", ":", .notAvailable), ("dfe", "~", .notAvailable), ("dfe", "w", .notAvailable), ("dfe", "", .notGiven),
        ("lait", "-", .notGiven), ("lait", "x", .notAvailable), ("lait", "c", .suppressed), ("lait", "", .notGiven),
        ("lait", "NA", .notGiven),
        ("dcsf-ni71", "-", .noReturn), ("dcsf-ni71", "", .notGiven),
        ("dfe-earlier", "x", .suppressed), ("dfe-earlier", "-", .negligible), ("dfe-earlier", ".", .notApplicable),
        ("dfe-earlier", "..", .notAvailable), ("dfe-earlier", ":", .notAvailable), ("dfe-earlier", "*", .suppressed),
        ("dfe-earlier", "", .notGiven),
        ("ons", "..", .notAvailable), ("ons", ":", .notAvailable), ("ons", "-", .negligible),
        ("ons", ".", .notApplicable), ("ons", "*", .suppressed), ("ons", "NA", .notAvailable), ("ons", "", .notGiven),
    ]

    @Test(arguments: table)
    func meaning(marks: String, mark: String, meaning: Mark.Meaning) throws {
        let marks = try #require(Marks.named(marks))
        #expect(marks.mark(mark) == Mark(mark, meaning))
        #expect(Published.marked(Mark(mark, meaning)).amount == nil, "a mark is never nought")
    }

    @Test("The same letter is not the same thing to every publisher")
    func lettersDiffer() {
        #expect(Marks.named("dfe")?.mark("x")?.meaning == .notAvailable)
        #expect(Marks.named("dfe-earlier")?.mark("x")?.meaning == .suppressed)
        #expect(Marks.named("lait")?.mark("-")?.meaning == .notGiven)
        #expect(Marks.named("dcsf-ni71")?.mark("-")?.meaning == .noReturn)
    }

    @Test("No mark is left out of the table, and no number is a mark")
    func whole() {
        let listed = Marks.all.flatMap { marks in marks.meanings.map { "\(marks.name) \($0.text)" } }
        for each in listed {
            #expect(Self.table.contains { "\($0.marks) \($0.mark)" == each }, "\(each) is not listed")
        }
        for marks in Marks.all { for mark in marks.meanings { #expect(Amount(published: mark.text) == nil) } }
    }
}
