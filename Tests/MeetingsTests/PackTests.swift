import Cast
import Doors
import Files
import Foundation
import Jobs
import Kernel
import Press
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
