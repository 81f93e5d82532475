import Cast
import Doors
import Files
import Kernel
import Records
import Store
import Testing

@testable import Meetings

@Suite("Papers of an agenda item")
struct PapersTests {
    static let report = MeetingsHouse.pdf("report"), second = MeetingsHouse.pdf("second")

    @Test(
        "The public reads a paper once it is approved and the agenda is out, and not before",
        arguments: Engine.allForTests)
    func publication(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        let paper = try await house.paper("The report", Self.report, number: 1, approved: false)
        #expect(try await house.file(paper, as: .stranger) == nil)
        #expect(try await house.file(paper, as: MeetingsHouse.clerk) == Self.report)
        #expect(try await house.file(paper, as: MeetingsHouse.chair) == Self.report)
        try await house.publish()
        #expect(try await house.file(paper, as: .stranger) == nil, "nobody has approved it")
        try await house.does(MeetingsHouse.otherClerk) { tx, hand in
            try ApprovePaper(paper: paper, seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await house.file(paper, as: .stranger) == Self.report)
        #expect(try await house.page("/meetings/m/papers", as: .stranger).contains("The report"))
    }

    @Test("Nobody approves a paper that they sent, nor writes the approval down by hand")
    func ownPaper() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        let paper = try await house.paper("The report", Self.report, number: 1, approved: false)
        await #expect(throws: Refusal.self) {
            try await house.does { tx, hand in try ApprovePaper(paper: paper, seen: nil).perform(by: hand, in: tx) }
        }
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does(MeetingsHouse.otherClerk) { tx, hand in
                let held = try hand.last(Paper.kind, paper, in: tx)
                try hand.amend(held, ["approved-by": .text("somebody")], because: "x", in: tx)
            }
        }
        let page = try await house.page("/meetings/m/papers/\(paper)/approve", as: MeetingsHouse.otherClerk)
        #expect(page.contains("Sent by Ade (ade)"))
    }

    @Test("A new version stands in the old one's place and is approved anew; the old bytes stay with the record")
    func versions() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The report", Self.report, number: 1)
        #expect(try await house.file(paper, as: .stranger) == Self.report)
        let next = MeetingsHouse.day("2026-11-05")
        let reply = try await house.upload(
            "/meetings/m/papers/\(paper)/version", "b.pdf", Self.second, [("title", "The report"), ("place", "1")],
            on: next)
        guard case .see = reply else { Issue.record("\(reply)"); return }
        #expect(try await house.file(paper, as: .stranger, on: next) == nil, "it is not approved again yet")
        #expect(try await house.file(paper, as: MeetingsHouse.chair, on: next) == Self.second)
        #expect(
            try await house.page("/meetings/m/papers", as: MeetingsHouse.clerk, on: next).contains(
                "<td class=\"govuk-table__cell\">2</td>"))
        #expect(try await VerifyFiles().perform(in: house.house.store).files == 2)
    }

    @Test("What comes after the agenda is a supplement: those of one day are one, and it stands where it is put")
    func supplements() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.paper("First", Self.report, number: 1)
        try await house.publish()
        let (one, two) = (MeetingsHouse.day("2026-11-04"), MeetingsHouse.day("2026-11-06"))
        try await house.paper("Second", MeetingsHouse.pdf("2"), on: one, number: 2)
        try await house.paper("Third", MeetingsHouse.pdf("3"), on: one, number: 3)
        try await house.paper("Fourth", MeetingsHouse.pdf("4"), on: two, number: 4)
        let papers = try await house.records(Paper.kind).map(Paper.init).sorted { $0.place < $1.place }
        #expect(papers.map(\.title) == ["First", "Second", "Third", "Fourth"])
        #expect(papers.map(\.supplement) == [nil, 1, 1, 2])
    }

    @Test("A form that is sent twice sends one paper")
    func twice() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        for _ in 1...2 { try await house.paper("The report", Self.report, number: 1, approved: false) }
        #expect(try await house.records(Paper.kind).count == 1)
    }

    @Test(
        "An exempt paper is not there for whoever may not read it; its public version is another file",
        arguments: Engine.allForTests)
    func redaction(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting(access: ExemptTests.closed)
        try await house.publish()
        let original = try await house.paper("SECRETNAME's dismissal", Self.report, number: 1)
        let open = try await house.paper("A staffing matter", Self.second, access: "open", number: 2)
        try await house.does { tx, hand in
            try RedactPaper(paper: original, publicVersion: open, seen: nil).perform(by: hand, in: tx)
        }
        for outsider in ExemptTests.outsiders {
            #expect(try await house.file(original, as: outsider) == nil)
            #expect(try await house.file(open, as: outsider) == Self.second)
            let page = try await house.page("/meetings/m/papers", as: outsider)
            #expect(page.contains("A staffing matter") && !page.contains("SECRETNAME") && !page.contains(original))
            #expect(try await !house.page("/meetings/m/pack", as: outsider).contains("SECRETNAME"))
        }
        #expect(try await house.file(original, as: MeetingsHouse.chair) == Self.report)
    }

    @Test("The very file of an exempt paper is not taken as an open one, nor the other way round")
    func sameFile() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting(access: ExemptTests.closed)
        try await house.paper("Closed", Self.report, number: 1)
        let reply = try await house.upload(
            "/meetings/m/items/item/papers/new", "a.pdf", Self.report, [("title", "Open"), ("access", "open")])
        guard case .page(let page, _) = reply else { Issue.record("it was taken"); return }
        #expect(
            page.problems == [
                Problem("file", "This is the very file of a paper that is not open: send the one with that taken out")
            ])
        #expect(try await house.records(Paper.kind).count == 1)
    }

    @Test("What is no paper is refused on the form, with what was typed")
    func refused() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        for (name, bytes, words) in [
            ("a.pdf", Array("MZ".utf8), "is a program for Windows"),
            ("a.exe", Self.report, "is a PDF document, and its name"),
            ("a.pdf", [], "is empty"),
        ] {
            let reply = try await house.upload(
                "/meetings/m/items/item/papers/new", name, bytes, [("title", "Typed before")])
            guard case .page(let page, _) = reply else { Issue.record("it was taken"); continue }
            #expect(page.problems.first?.message.contains(words) == true && page.body.string.contains("Typed before"))
        }
        #expect(try await VerifyFiles().perform(in: house.house.store).files == 0)
    }
}
