import Arrangements
import Kernel
import Records
import Testing

/// The options for Education Leeds, side by side with things as they stood.
@Suite("Scenarios compared")
struct ComparisonTests {
    static let day = Day.of("2010-03-10")

    static func compared(_ names: String...) throws -> Comparison {
        let reading = try Leeds.y2009.get()
        let columns = try names.map { name in
            let overlay = try #require(reading.scenario(name))
            return Comparison.Column(
                name, try overlay.laid(over: reading.history), on: day, scenario: Scenario(overlay.scenario))
        }
        return Comparison([Comparison.Column("2009", reading.history, on: day)] + columns)
    }

    @Test("The status quo changes nothing")
    func statusQuo() throws {
        let comparison = try Self.compared("status-quo")
        let changed = Comparison.Aspect.allCases.flatMap { comparison.differences(in: $0) }
        #expect(changed.isEmpty && comparison.new(in: 1).isEmpty)
        #expect(
            Set(comparison.findings.map(\.subject.id)).isSubset(of: ["education-leeds"]),
            "only the question itself is answered")
        #expect(comparison.columns[1].view == "not-recommended" && comparison.columns[1].people != nil)
        #expect(comparison.columns[1].assumptions.isEmpty)
    }

    @Test("The directorate ends the company, and the faults that came of it")
    func directorate() throws {
        let comparison = try Self.compared("status-quo", "directorate")
        let ended = comparison.differences(in: .bodies).filter { $0.cells[0] != nil && $0.cells[2] == nil }.map(
            \.subject.id)
        #expect(ended.contains("education-leeds-board") && ended.contains("hosted-support"))
        let education = try #require(comparison.differences(in: .providers).first { $0.subject.id == "education" })
        #expect(education.cells == ["Education Leeds", "Education Leeds", "Leeds City Council"])
        #expect(!education.isChanged(in: 1) && education.isChanged(in: 2))
        let gone = Set(comparison.gone(in: 2).map { "\($0.code) \($0.subject.id)" })
        #expect(
            gone.isSuperset(of: [
                "F02 education", "F04 chief-executive-education-leeds", "F22 education-leeds-board", "F06 dcs-unit",
            ]))
        #expect(
            Set(comparison.gone(in: 1).map(\.subject.id)).isSubset(of: ["education-leeds"])
                && comparison.new(in: 1).isEmpty)
        #expect(!comparison.columns[2].assumptions.isEmpty)
        #expect(comparison.columns[2].assumptions.allSatisfy { $0.provenance == .assumption })
    }

    @Test("The enhanced company takes two services and their posts", arguments: ["early-years", "youth-support"])
    func enhanced(function: String) throws {
        let comparison = try Self.compared("enhanced-company")
        let row = try #require(comparison.differences(in: .providers).first { $0.subject.id == function })
        #expect(row.cells == ["Leeds City Council", "Education Leeds"])
        #expect(comparison.differences(in: .posts).contains { $0.subject.id == "chief-officer-early-years-youth" })
        #expect(comparison.differences(in: .lines).contains { $0.subject.id == "chief-officer-early-years-youth" })
        #expect(comparison.columns[1].view == "open")
    }

    @Test(
        "No option brings a new error; a post that moves to the company takes its old one along",
        arguments: ["status-quo", "slimmed-down-company", "enhanced-company", "children-leeds-ltd", "directorate"])
    func noNewError(option: String) throws {
        let comparison = try Self.compared(option)
        let moved = Set(comparison.gone(in: 1).filter { $0.code == "F03" }.map(\.subject))
        let new = comparison.new(in: 1).filter { $0.findings[1].contains { $0.severity == .error } }
        #expect(
            new.allSatisfy { $0.code == "F04" && moved.contains($0.subject) },
            "\(new.map { "\($0.code) \($0.subject.id)" })")
    }

    @Test("States compare as well as scenarios: what the proposals change")
    func states() throws {
        let comparison = Comparison([
            Comparison.Column("2010", try Leeds.y2010.get().book, on: .of("2010-04-01")),
            Comparison.Column("2011", try Leeds.proposed.get().book, on: .of("2011-04-01")),
        ])
        #expect(comparison.gone(in: 1).contains { $0.code == "F25" })
        #expect(comparison.findings.contains { $0.code == "F11" && $0.change(in: 1) == .changed })
        #expect(comparison.differences(in: .deputies).contains { $0.subject.id == "director" })
    }
}
