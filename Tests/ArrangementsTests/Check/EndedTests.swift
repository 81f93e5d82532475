import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

/// A relation to a thing that has ended holds nothing any more, and what is known of a later day only decides nothing.
@Suite("What has ended, and what is not known yet")
struct EndedTests {
    private let day = Day.of("2010-04-01")

    /// A post of the council that was there until a day.
    private func post(_ id: String, until end: String?) -> Record {
        record(
            Post.kind, id, from: .of("2005-01-01"), until: end.map { Day.of($0) },
            ["name": .text(id.capitalized), "organisation": "council", "grade": "head"])
    }

    @Test("A deputy whose post has ended acts for nobody: F01")
    func deputy() {
        let named = record(
            Deputy.kind, "acts", ["post": "director", "deputy": "second", "designation": "designated"])
        let book = Book([Town.council, Town.director, post("second", until: nil), named])
        #expect(book.findings("F01").isEmpty)
        let ended = Book([Town.council, Town.director, post("second", until: "2010-03-01"), named])
        #expect(!ended.findings("F01").isEmpty)
        #expect(ended.findings("F01").map(\.severity) == ended.without("acts").findings("F01").map(\.severity))
        #expect(ended.findings("F01", on: .of("2010-02-01")).isEmpty)
    }

    @Test("A seat of a post that has ended is nobody's chair: L20")
    func chair() {
        let seat = Town.seat("seat", "board", "chair", ["post": "second"])
        #expect(Book([Town.council, Town.board, post("second", until: nil), seat]).findings("L20").isEmpty)
        let ended = Book([Town.council, Town.board, post("second", until: "2010-03-01"), seat])
        #expect(ended.findings("L20").map(\.severity) == [.warning])
    }

    @Test("A line to a body that has ended leads nowhere")
    func line() {
        let line = record(ReportingLine.kind, "line", ["from-body": "board", "to": "above", "type": "reports"])
        func trust(_ end: String?) -> Trust {
            let above = record(
                Body.kind, "above", from: .of("2005-01-01"), until: end.map { Day.of($0) },
                ["name": "Above", "type": "board"])
            return Trust(Book([Town.council, Town.board, above, line]), on: day)
        }
        #expect(trust(nil).reached(from: "board") == ["above"])
        #expect(trust("2010-03-01").reached(from: "board").isEmpty)
    }

    @Test("What is known of a later day only may have been there: L22")
    func unknown() {
        let terms = record(Terms.kind, "terms", ["body": "board", "escalates-to": "second"])
        func found(_ attested: String) -> [Severity] {
            let second = record(
                Post.kind, "second", attested: .of(attested),
                ["name": "Second", "organisation": "council", "grade": "head"])
            return Book([Town.council, Town.board, terms, second]).findings("L22").map(\.severity)
        }
        #expect(found("2010-04-01") == [])
        #expect(found("2010-04-02") == [.cannotTell])
    }

    @Test("A later word on an organisation's absence takes the place of an earlier one: F12")
    func absence() {
        func absence(_ id: String, _ months: Int, from start: String) -> Record {
            record(
                Absence.kind, id, from: .of(start),
                ["body": "board", "organisation": "police", "months": .integer(months)])
        }
        let book = Book([Town.council, Town.police, Town.board, absence("long", 24, from: "2009-05-01")])
        #expect(book.findings("F12").map(\.severity) == [.warning])
        #expect(book.with([absence("short", 1, from: "2010-03-01")]).findings("F12").isEmpty)
    }

    @Test("A sector that has a seat since is represented: F13")
    func filled() {
        let lacking = record(
            Seat.kind, "lacking", from: .of("2009-01-01"),
            ["body": "board", "role": "member", "sector": "voluntary", "standing": "lacking"])
        let book = Book([Town.council, Town.charity, Town.board, lacking])
        #expect(book.findings("F13").contains { $0.severity == .error })
        func seated(from start: String) -> Book {
            book.with([
                record(
                    Seat.kind, "charity-seat", from: .of(start),
                    ["body": "board", "role": "member", "organisation": "charity"])
            ])
        }
        #expect(!seated(from: "2010-03-01").findings("F13").contains { $0.severity == .error })
        #expect(seated(from: "2008-03-01").findings("F13").contains { $0.severity == .error })
    }
}
