import Cast
import Doors
import Files
import Foundation
import Jobs
import Kernel
import Partners
import Press
import Programs
import Records
import Settings
import Store
import Testing

@testable import Meetings

@Suite("The pack")
struct PackTests {
    static let isThere =
        (try? Press(Settings())) != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    static let notThere: Comment = "weasyprint, qpdf and poppler-utils are not installed: bin/setup installs them"
    /// A real PDF of so many pages, made by the programs themselves.
    static func pdf(_ word: String, pages: Int) async throws -> [UInt8] {
        let press = try Press(Settings()), folder = try PrivateFolder()
        let text = (1...pages).map { "<p style='page-break-after: always'>\(word) \($0)</p>" }.joined()
        try await folder.write("a.html") { take in try take(Array(text.utf8)) }
        _ = try await press.typeset("a.html", to: "a.pdf", in: folder)
        return try MadeFile("a.pdf", in: folder).whole()
    }

    private func runner(_ house: MeetingsHouse, _ settings: Settings = Settings()) -> JobRunner {
        let make = MakePack(
            house.house.store, registry: house.building.registry, policy: house.house.policy, settings: settings,
            council: "The council")
        return JobRunner(house.house.store, kinds: [make.kind], clock: { MeetingsHouse.now(on: MeetingsHouse.today) })
    }

    private func ask(_ house: MeetingsHouse) async throws {
        try await house.does { tx, hand in try AskForPack(meeting: "m").perform(by: hand, in: tx) }
    }

    private func pack(_ house: MeetingsHouse, _ audience: Pack.Audience) async throws -> Pack? {
        try await house.house.store.read { tx in try Pack.one("m", audience, in: tx) }
    }

    private func download(_ house: MeetingsHouse, as caller: Caller) async throws -> [UInt8] {
        let path = "/meetings/m/pack.pdf", day = MeetingsHouse.today
        guard case .route(let route, let parameters) = Router(house.building.routes).find(.get, path) else { return [] }
        let request = Request(
            caller: caller, now: MeetingsHouse.now(on: day), today: day, path: path, parameters: parameters)
        guard case .download(let file) = try await route.answer(request, house.house) else { return [] }
        var bytes: [UInt8] = []
        try await file.eachPiece { bytes += $0 }
        return bytes
    }

    @Test("One page holds the agenda, the report under its headings, and the papers in their places")
    func page() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does { tx, hand in
            try hand.add(
                Report.kind, id: "report",
                [
                    "item": .text("item"), "purpose": .text("To open a centre."),
                    "equality": .text("Nobody is worse off."),
                    "gap": .text("narrows"), "recommendations": .text("That it be opened."),
                    "background-papers": .text("The needs analysis."), "function": .text("call-in"),
                ], in: tx)
        }
        try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        await #expect(throws: Refusal.notFound) { try await house.page("/meetings/m/pack", as: .stranger) }
        try await house.publish()
        let page = try await house.page("/meetings/m/pack", as: .stranger)
        for words in [
            "A children&#39;s centre", "To open a centre.", "Narrows a gap", "That it be opened.", "Background papers",
            "open to call-in", "The plan", "href=\"#item-1\"",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test(
        "One PDF: contents, papers laid in after their item, pages numbered through", .enabled(if: isThere, notThere),
        arguments: Engine.allForTests)
    func made(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        try await house.paper("The plan", try await Self.pdf("plan", pages: 3), number: 1)
        try await house.paper("Damaged", MeetingsHouse.pdf("not much"), number: 2)
        try await house.paper("The map", try await Self.pdf("map", pages: 2), number: 3)
        try await ask(house)
        try await ask(house)
        #expect(try await house.house.store.read { try $0.jobs() }.count == 2, "asked twice, made once for each")
        while try await runner(house).round() > 0 {}
        let pack = try #require(try await pack(house, .everybody))
        // Front, item, 3 of the plan, the damaged one's line, 2 of the map.
        #expect(pack.state == .made, "\(pack.words)")
        let bytes = try await download(house, as: .stranger)
        #expect(bytes.starts(with: "%PDF-".utf8))
        let text = try words(of: bytes)
        #expect(text.count == pack.pages && text.count >= 7)
        for (number, page) in text.enumerated() { #expect(page.contains("Page \(number + 1) of \(text.count)")) }
        let plan = try #require(text.firstIndex { $0.contains("plan 1") })
        let map = try #require(text.firstIndex { $0.contains("map 1") })
        #expect(text[plan + 2].contains("plan 3") && text[map + 1].contains("map 2") && map > plan + 2)
        let lines = text[0].split(separator: "\n")
        #expect(lines.contains { $0.contains("The plan") && $0.hasSuffix(" \(plan + 1)") }, "\(text[0])")
        #expect(lines.contains { $0.contains("The map") && $0.hasSuffix(" \(map + 1)") })
        #expect(text.joined().contains("locked or damaged"))
        // Made again it takes the place of the old one.
        try await house.paper("Another", MeetingsHouse.pdf("another"), number: 4)
        await #expect(throws: Refusal.self) { try await download(house, as: .stranger) }
        try await ask(house)
        while try await runner(house).round() > 0 {}
        #expect(try await download(house, as: .stranger) != bytes)
        #expect(try await VerifyFiles().perform(in: house.house.store).areWhole)
    }

    @Test("The public's pack holds nothing exempt, and each gets their own", .enabled(if: isThere, notThere))
    func exempt() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting(access: ExemptTests.closed)
        try await house.publish()
        try await house.paper("SECRETPAPER", try await Self.pdf("SECRETPAGE", pages: 1), number: 1)
        try await house.paper("The open one", try await Self.pdf("open page", pages: 1), access: "open", number: 2)
        try await ask(house)
        while try await runner(house).round() > 0 {}
        let open = try words(of: try await download(house, as: .stranger)).joined()
        let whole = try words(of: try await download(house, as: MeetingsHouse.chair)).joined()
        #expect(open.contains("open page 1") && open.contains("A staffing matter"))
        for secret in ["SECRETPAPER", "SECRETPAGE", "SECRETNAME", "SECRETSUMMARY"] {
            #expect(!open.contains(secret) && whole.contains(secret), "\(secret)")
        }
    }

    @Test("Where the machine cannot make a PDF the clerk is told what to install, and the page is there all the same")
    func missing() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        try await ask(house)
        let settings = Settings.reading(
            Settings.ofThePress, environment: ["THINKCHILD_PRESS_QPDF": "/nowhere/qpdf"]
        ).settings
        while try await runner(house, settings).round() > 0 {}
        #expect(try await pack(house, .everybody)?.state == .failed)
        let page = try await house.page("/meetings/m/pack", as: MeetingsHouse.clerk)
        #expect(page.contains("can install qpdf"))
        #expect(try await house.house.store.read { try $0.jobs() }.isEmpty)
    }

    @Test(
        "A pack that was given up says so, and is begun again when it is asked for again", arguments: Engine.allForTests
    )
    func givenUp(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        try await ask(house)
        _ = try await house.house.store.write { tx in try tx.run("UPDATE jobs_job SET attempts = 3") }
        while try await runner(house).round() > 0 {}
        #expect(try await house.house.store.read { try $0.jobs() }.map(\.state) == [.givenUp, .givenUp])
        let failed = try #require(try await pack(house, .everybody))
        #expect(failed.state == .failed && failed.words.contains("nobody came back"))
        #expect(try await house.page("/meetings/m/pack", as: MeetingsHouse.clerk).contains("It was given up"))
        try await ask(house)
        let jobs = try await house.house.store.read { try $0.jobs() }
        #expect(jobs.map(\.state) == [.waiting, .waiting] && jobs.map(\.attempts) == [0, 0])
        #expect(try await pack(house, .everybody)?.state == .asked)
    }

    @Test("Asked for while it is being made, it is made once more after", arguments: Engine.allForTests)
    func askedWhileMade(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        try await ask(house)
        let begun = MeetingsHouse.now(on: MeetingsHouse.today)
        try await house.house.store.write { tx in
            #expect(try Pack.askedAgain("m", .everybody, since: begun, in: tx) == nil)
            try Pack.ask("m", .everybody, at: begun.addingTimeInterval(5), in: tx)
        }
        // Without the programs it fails, with them it is made: either way it waits to be made again.
        let settings = Settings.reading(
            Settings.ofThePress, environment: ["THINKCHILD_PRESS_QPDF": "/nowhere/qpdf"]
        ).settings
        #expect(try await runner(house, settings).round() == 2)
        #expect(try await house.house.store.read { try $0.jobs() }.count == 1)
        #expect(try await pack(house, .everybody)?.state == .asked)
        #expect(try await pack(house, .table)?.state == .failed)
    }

    @Test("A pack is made anew where the name of a post, a ward or the council in it changed")
    func marked() async throws {
        let house = try await MeetingsHouse(), policy = house.house.policy, registry = house.building.registry
        try await house.meeting()
        try await house.publish()
        try await house.does { tx, hand in
            try hand.add(
                Report.kind, id: "report",
                [
                    "item": .text("item"), "purpose": .text("Why."), "recommendations": .text("Do."),
                    "author": .text("head"),
                ], in: tx)
        }
        func mark(_ council: String) async throws -> String? {
            try await house.house.store.read { tx in
                let reading = DayBook(RecordShelf(tx, registry), on: MeetingsHouse.today)
                return try PackContents(
                    "m", for: .stranger, under: policy, today: MeetingsHouse.today, in: reading, tx)?
                    .mark(of: council)
            }
        }
        let before = try #require(try await mark("The council"))
        #expect(try await mark("The council") == before)
        #expect(try await mark("Another council") != before)
        try await house.does(.keyboard) { tx, hand in
            let held = try hand.last(Post.kind, "head", in: tx)
            try hand.amend(held, ["name": .text("Headteacher")], because: "x", in: tx)
        }
        #expect(try await mark("The council") != before)
    }

    /// Set `THINKCHILD_TEST_PACK=400` to measure: never part of a usual run, which has no time to keep.
    static let measured = ProcessInfo.processInfo.environment["THINKCHILD_TEST_PACK"].flatMap { Int($0) }

    @Test("Measured over many pages, in nine papers", .enabled(if: measured != nil && isThere))
    func measure() async throws {
        let house = try await MeetingsHouse(), each = ((Self.measured ?? 0) + 8) / 9
        try await house.meeting()
        try await house.publish()
        for number in 1...9 {
            try await house.paper("Paper \(number)", try await Self.pdf("word\(number)", pages: each), number: number)
        }
        try await ask(house)
        let start = ContinuousClock.now
        while try await runner(house).round() > 0 {}
        let pack = try #require(try await pack(house, .everybody))
        print("Two packs of \(pack.pages ?? 0) pages, made at once: \(ContinuousClock.now - start)")
        #expect(pack.state == .made && pack.pages ?? 0 > each * 9, "\(pack.words)")
    }

    /// What stands on each page, by Debian's pdftotext.
    private func words(of pdf: [UInt8]) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", file.path, "-"]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\u{C}").map(String.init).filter { !$0.isEmpty }
    }
}
