import App
import Cast
import Kernel
import Partners
import Records
import Testing

@testable import Plan

/// What the papers on Leeds say of its plan, and what follows.
@Suite("The plan of Leeds")
struct LeedsPlanTests {
    static func book(_ folder: String) throws -> Book {
        let reading = try RecordReader(Building().registry)
            .read(path: Golden.root.appending(path: "examples/leeds/\(folder)").path)
        try reading.mustBeWhole()
        return reading.book
    }

    @Test("everything said of it is cited, and nobody is named")
    func cited() throws {
        for folder in ["2006", "2009", "2010"] {
            let book = try Self.book(folder)
            for kind in PlanKinds.all {
                for record in book.all(kind.name) {
                    #expect(!record.sources.isEmpty, "\(record.id) cites nothing")
                    #expect(record.sources.contains { ["P06", "P10"].contains($0.document) }, "\(record.id)")
                }
            }
        }
    }

    @Test(
        "the papers are silent on much, and silence is neither health nor a fault",
        arguments: [
            ("2006", "2006-12-07", ["P05", "P06", "P07", "P09", "P10"]),
            ("2009", "2009-12-31", ["P01", "P02", "P04", "P05", "P06", "P07", "P09", "P10"]),
            ("2010", "2010-04-01", ["P01", "P02", "P04", "P05", "P06", "P07", "P09", "P10"]),
        ])
    func silence(folder: String, day: String, expected: [String]) throws {
        let found = PlanChecks.findings(in: try Self.book(folder), on: PlanHouse.day(day))
        #expect(found.allSatisfy { $0.severity == .cannotTell })
        #expect(Set(found.map(\.code)).sorted() == expected)
    }

    @Test("the plan of 2006 has its vision in five parts, its consultation of about 8,000, and who answers for what")
    func vision() throws {
        let book = try Self.book("2006"), day = PlanHouse.day("2006-12-07")
        let model = PlansOnADay(book, on: day)
        let plan = try #require(model.plans.first)
        #expect(plan.published == PlanHouse.day("2006-07-31") && plan.record.flag("published-month-only") == true)
        #expect(model.all(Outcome.self, of: plan).map(\.name).count == 5)
        #expect(model.all(PlanConsultation.self, of: plan).first?.countWords == "about 8,000")
        let priority = try #require(model.priorities(of: plan).first)
        #expect(priority.accountable?.text == "director" && priority.overseer?.text == "iscb")
        #expect(PlanPage.published(plan) == "July 2006")
        // The vision is given as the plan's own; what else papers say of the city may not be in its plan.
        let said = model.completeness(of: plan).lines.filter { $0.answer == .yes }.map(\.requirement.part)
        #expect(said == ["vision"])
    }
}
