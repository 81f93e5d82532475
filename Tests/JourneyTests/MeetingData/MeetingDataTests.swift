import App
import Cast
import Doors
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Workflows

@Suite("Meeting data, as councils publish it")
struct MeetingDataTests {
    static let now = Date(timeIntervalSince1970: 1_772_712_000)
    static let today = Day(2026, 3, 5) ?? Day(number: 0)
    private let building = Building()

    private func read(_ files: (String, String)..., over held: Book = Book()) throws -> MeetingDataReading {
        try MeetingDataReading(files.map { (name: $0.0, bytes: Array($0.1.utf8)) }, over: held, on: Self.today)
    }

    /// The rows refused, each as its line and its reason.
    private func refused(_ files: (String, String)...) throws -> [String] {
        let reading = try MeetingDataReading(
            files.map { (name: $0.0, bytes: Array($0.1.utf8)) }, over: Book(), on: Self.today)
        return reading.outcomes.flatMap(\.refused).map { "\($0.line): \($0.reason)" }
    }

    @Test(
        "The samples are taken, all but the row that is there to be refused; again, nothing changes",
        arguments: Engine.allForTests)
    func samples(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(building.schemas)
        let house = building.house(over: store, settings: HouseSettings())
        let verb = try #require(building.verbs.first { $0.name == "import" })
        let paths = ["attendance", "committees", "meetings", "membership"].map {
            Golden.root.appending(path: "examples/meetings/\($0).csv").path
        }
        let done = try await verb.run(paths + ["--yes"], caller: .keyboard, now: Self.now, house: house)
        #expect(done.text.hasPrefix("Imported: ") && done.exitCode == 0)
        #expect(
            done.remarks.contains { $0.contains("attendance.csv (attendance): 6 rows, 5 taken, 1 refused") },
            "\(done.remarks)")
        #expect(
            done.remarks.contains {
                $0.hasSuffix("attendance.csv:7: No meeting of this committee is known on 31 December 2009")
            }, "\(done.remarks)")
        let registry = building.registry
        let book = try await store.read { tx in try tx.loadBook(registry) }
        #expect(book.all("meeting").count == 3 && book.all("register-entry").count == 5 && book.all("seat").count == 4)
        #expect(book.all("person").count == 3 && book.all("body").count == 2)
        #expect(book["meeting-example-scrutiny-board-2009-06-18"].first?.text("status") == "cancelled")
        let again = try await verb.run(
            paths + ["--yes"], caller: .keyboard, now: Self.now.addingTimeInterval(86_400 * 40), house: house)
        #expect(again.text.hasPrefix("Imported") == false, "\(again.text)")
        let later = try await store.read { tx in try tx.loadBook(registry) }
        #expect(ExportRecords(registry).text(of: later) == ExportRecords(registry).text(of: book))
    }

    @Test(
        "A date is read as the file shows that it writes them, and never guessed",
        arguments: [
            (["2009-12-31"], 0, "2009-12-31"), (["31/12/2009"], 0, "2009-12-31"), (["31.12.2009"], 0, "2009-12-31"),
            (["31 December 2009"], 0, "2009-12-31"), (["Thursday 31 December 2009"], 0, "2009-12-31"),
            (["Thursday, 31 Dec 2009"], 0, "2009-12-31"), (["2009-12-31T18:30:00"], 0, "2009-12-31 18:30"),
            (["31/12/2009 6.30 pm"], 0, "2009-12-31 18:30"), (["31/12/2009 00:00:00"], 0, "2009-12-31"),
            (["03/04/2009", "31/12/2009"], 0, "2009-04-03"), (["04/04/2009"], 0, "2009-04-04"),
            (["03/04/2009"], 0, "3 April 2009 or 4 March 2009"), (["03/04/2009", "12/31/2009"], 0, "month first"),
            (["13/04/2009", "12/31/2009"], 0, "some dates month first"), (["31/12/09"], 0, "which century"),
            (["31/02/2009"], 0, "not a real date"), (["soon"], 0, "is not a date"),
            (["2009-12-31T25:00"], 0, "not a date"),
            (["2009-02-30"], 0, "not a date"),
        ])
    func dates(cells: [String], which: Int, said: String) {
        do throws(MeetingDataFault) {
            let read = try CouncilDates(cells).read(cells[which])
            #expect("\(read.day)" + (read.time.map { " \($0)" } ?? "") == said)
        } catch {
            #expect(error.why.contains(said), "\(error.why)")
        }
    }

    @Test("A file is told by its heading; one that is none, or leaves it open what is what, is refused whole")
    func headings() throws {
        #expect(MeetingDataShape.of(["BODY NAME", "Date of Meeting", "Councillor", "Attended"]) == .attendance)
        #expect(MeetingDataShape.of(["Committee", "Member name", "Role"]) == .membership)
        #expect(MeetingDataShape.of(["Committee", "Meeting date", "Venue"]) == .meetings)
        #expect(MeetingDataShape.of(["Name"]) == .committees)
        #expect(MeetingDataShape.of(["Ward", "Votes"]) == nil)
        let unknown = #expect(throws: Refusal.self) { _ = try read(("a.csv", "Ward,Votes\nx,1\n")) }
        #expect(unknown?.sentences.first?.contains("docs/format/meetings.md") == true)
        let two = #expect(throws: Refusal.self) {
            _ = try read(("a.csv", "Committee,Body,Meeting Date\nx,y,2009-12-31\n"))
        }
        #expect(two?.sentences.first?.contains("Committee and Body could each be the committee") == true)
        #expect(throws: Refusal.self) { _ = try read(("a.csv", "Committee,Committee\nx,y\n")) }
        #expect(try read(("a.csv", "Committee,Colour\nA board,red\n")).outcomes[0].unread == ["Colour"])
    }

    @Test("Nobody is made up of a vacancy, and who was there from elsewhere is said to have been")
    func vacancies() throws {
        let reading = try read(
            ("c.csv", "Committee,Type\nA board,Committee\n"),
            (
                "m.csv",
                """
                Committee,Member,Role,From
                A board,Vacancy,Member,2009-01-01
                A board,Ash Example,Member,2009-01-01
                A board,VACANT,Chair,2009-01-01

                """
            ),
            ("t.csv", "Committee,Date\nA board,2009-12-30\n"),
            ("r.csv", "Committee,Date,Member,Attendance\nA board,2009-12-30,Ash Example,Attended remotely\n"))
        let book = RecordReader(building.registry).read(drafts: reading.drafts, named: "tables").book
        #expect(book.all("person").map { $0.text("name") } == ["Ash Example"])
        #expect(book.all("seat").compactMap { $0.text("standing") } == ["vacant", "vacant"])
        #expect(book.all("register-entry").map { $0.text("mode") } == ["remote"])
    }

    @Test("Each row that will not do is refused with its reason, and the others are taken")
    func rows() throws {
        let committees = ("c.csv", "Committee,Type\nA board,Committee\n!!,Committee\nB board,Circus\n")
        #expect(try refused(committees) == ["3: “!!” is no name", "4: “Circus” is no type of body that is known"])
        let members = (
            "m.csv",
            """
            Committee,Member,Role,From,Until
            A board,Cllr Ash Example,Chairman,2009-05-01,
            A board,Cllr Elm Example,King,2009-05-01,
            C board,Cllr Elm Example,Member,2009-05-01,
            A board,,Member,2009-05-01,
            A board,Cllr Oak Example,Member,2009-05-01,2009-04-01
            A board,Ash Example,Chair,2009-05-01,
            """
        )
        #expect(
            try refused(committees, members).dropFirst(2) == [
                "3: “King” is no role at a table that is known",
                "4: “C board” is no committee that is known: import the committees too", "5: The member is missing",
                "6: They leave before they join", "7: Another row says this of the same thing, or says otherwise",
            ])
        let meetings = (
            "t.csv",
            "Committee,Date,Time\nA board,2009-06-01,18:30\nA board,2009-06-01,10:00\nA board,2009-06-01,25:00\n"
        )
        let register = (
            "r.csv",
            """
            Committee,Date,Time,Member,Attendance
            A board,2009-06-01,18:30,Councillor Ash Example,Yes
            A board,2009-06-01,,Ash Example,Yes
            A board,2009-06-01,10:00,Ash Example,A
            A board,2009-06-02,,Ash Example,Yes
            A board,2009-06-01,10:00,Nobody,Yes
            """
        )
        #expect(
            try refused(
                ("c.csv", "Committee\nA board\n"), ("m.csv", "Committee,Member,From\nA board,Ash Example,2009-05-01\n"),
                meetings, register) == [
                    "4: “25:00” is not a time, such as 18:30", "3: There are 2 meetings that day: say at what time",
                    "4: “A” does not say whether they came", "5: No meeting of this committee is known on 2 June 2009",
                    "6: “Nobody” is nobody who is known",
                ])
    }

    @Test("A file that says nothing of a meeting's state leaves that of one that is held, and all else that is held")
    func heldState() throws {
        let day = try #require(Day(2026, 4, 2))
        let kinds = try ["meeting", "body"].map { name in try #require(building.registry.kind(named: name)) }
        let body = record(kinds[1], "a-board", ["name": .text("A board"), "type": .text("committee")])
        let file = ("m.csv", "Committee,Date,Time,Place\nA board,2026-04-02,18:30,Elsewhere\n")
        let cancelled = record(
            kinds[0], "m",
            [
                "body": .text("a-board"), "on": .day(day), "time": .text("18:30"), "status": .text("cancelled"),
                "reason": .text("Snow"), "way": .text("remote"),
            ])
        let reading = try read(file, over: Book([body, cancelled]))
        #expect(reading.outcomes.flatMap(\.refused).isEmpty)
        let draft = try #require(reading.drafts.first?.draft)
        for (name, value) in [("status", "cancelled"), ("reason", "Snow"), ("way", "remote"), ("place", "Elsewhere")] {
            #expect(draft[name] == .text(value), "\(name)")
        }
        // Of one that is not held, its day tells.
        #expect(try read(file, over: Book([body])).drafts.first?.draft["status"] == .text("planned"))
    }

    @Test("Whatever is in a file, it is read or refused", arguments: 0..<200 as Range<UInt64>)
    func anything(seed: UInt64) {
        var dice = Dice(seed: seed)
        let bytes = dice.mutated(
            Array("Committee,Date,Member,Attendance\nA board,31/12/2009,\"Ash, Example\",=cmd|x\n".utf8))
        do { _ = try MeetingDataReading([(name: "a.csv", bytes: bytes)], over: Book(), on: Self.today) } catch {
            #expect(error.sentences.first?.isEmpty == false)
        }
    }
}
