import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

@testable import Workflows

/// Documents that other software wrote.
@Suite("Popolo from elsewhere")
struct PopoloTests {
    static let council = """
        {"persons": [
          {"id": "cc2f", "name": "Wyn Alder", "birth_date": "1970",
           "identifiers": [{"scheme": "x", "identifier": "1"}]},
          {"id": "8ab1", "name": "Ola Birch", "sources": [{"url": "https://example.org"}]}],
         "organizations": [
          {"id": "council", "name": "Marram Council", "classification": "legislature", "seats": 33},
          {"id": "party/green", "name": "Green", "classification": "party"},
          {"id": "group", "name": "Planning", "classification": "panel", "founding_date": "2008-04-01T00:00:00Z"},
          {"id": "cmte", "name": "Children's Committee", "classification": "committee", "parent_id": "council"}],
         "memberships": [
          {"person_id": "cc2f", "organization_id": "council", "role": "member", "start_date": "2009-05",
           "end_date": "2013", "on_behalf_of_id": "party/green"},
          {"person_id": "cc2f", "organization_id": "group", "role": "member"},
          {"person_id": "8ab1", "organization_id": "cmte", "role": "chair", "start_date": "2010"},
          {"person_id": "cc2f", "organization_id": "cmte", "role": "member", "start_date": "2010"},
          {"person_id": "cc2f", "organization_id": "cmte", "role": "member", "start_date": "2010"},
          {"person_id": "8ab1", "post_id": "pst", "start_date": "2010-02-03"}],
         "posts": [{"id": "pst", "label": "Director", "organization_id": "council"}]}
        """

    private func read(_ text: String) throws -> (book: Book, problems: [FileProblem], warnings: [String]) {
        let reading = try PopoloReading(Array(text.utf8), named: "popolo.json", on: #require(Day(2020, 1, 1)))
        let read = RecordReader(Leeds.registry).read(drafts: reading.drafts, named: "popolo.json")
        return (read.book, read.problems, reading.warnings)
    }

    @Test("what had ended, roles in another's words, and what is no JSON")
    func words() throws {
        let (book, problems, _) = try read(
            """
            {"persons": [{"id": "a", "name": "Ash Reed"}],
             "organizations": [
              {"id": "old", "name": "Old Panel", "classification": "committee", "dissolution_date": "2013-03-31"}],
             "memberships": [
              {"person_id": "a", "organization_id": "old", "role": "Chair", "end_date": "2013-03-31"},
              {"person_id": "a", "organization_id": "old", "role": "Convenor", "end_date": "2013-03-31"}]}
            """)
        #expect(problems.isEmpty, "\(problems)")
        let panel = try #require(book["old"].first)
        #expect(panel.period.holds(on: .of("2013-03-30")) && !panel.period.holds(on: .of("2013-04-02")))
        let seats = book.all(Seat.kind.name).map { [$0.text("role"), $0.text("title")] }
        #expect(Set(seats) == [["chair", nil], ["member", "Convenor"]])
        for text in ["{\"persons\": [", String(repeating: "[", count: 200_000)] {
            let refusal = #expect(throws: Refusal.self) {
                _ = try PopoloReading(Array(text.utf8), named: "popolo.json", on: .of("2020-01-01"))
            }
            #expect(refusal?.sentences.first?.contains("JSON") == true, "\(refusal?.sentences ?? [])")
        }
    }

    @Test("identifiers, days and lists that ours need not have")
    func council() throws {
        let (book, problems, warnings) = try read(Self.council)
        #expect(problems.isEmpty, "\(problems)")
        #expect(book["party-green"].first?.kind.name == Organisation.kind.name)
        #expect(book["council"].first?.kind.name == Organisation.kind.name, "it has a post")
        let table = try #require(book["council-members"].first)
        #expect(table.kind.name == Body.kind.name && table.text("host") == "council")
        #expect(book["group"].first?.kind.name == Body.kind.name, "people sit there")
        #expect(book["group"].first?.period.from == Day(2008, 4, 1))
        #expect(book["cmte"].first?.text("host") == "council")
        let seats = book.all(Seat.kind.name)
        #expect(seats.count == 5 && Set(seats.map(\.id)).count == 5)
        let member = try #require(seats.first { $0.text("body") == "council-members" })
        #expect(member.period.from == Day(2009, 5, 1) && member.period.until == Day(2014, 1, 1))
        #expect(member.text("organisation") == "party-green" && member.text("person") == "cc2f")
        #expect(book.all(Appointment.kind.name).map { $0.text("post") } == ["pst"])
        for words in ["“party/green” is no identifier", "2009-05 is no day", "Marram Council: members was made"] {
            #expect(warnings.contains { $0.contains(words) }, "\(words)")
        }
    }

    @Test("read twice, it is the same twice")
    func twice() throws {
        let (once, again) = (try read(Self.council).book, try read(Self.council).book)
        #expect(once.things.map { $0.map(\.id) } == again.things.map { $0.map(\.id) })
    }

    @Test("JSON that is no Popolo document is refused as such", arguments: ["{}", #"{"people": []}"#, "[]", "{"])
    func other(text: String) {
        #expect(throws: Refusal.self) {
            try PopoloReading(Array(text.utf8), named: "popolo.json", on: .of("2020-01-01"))
        }
    }
}
