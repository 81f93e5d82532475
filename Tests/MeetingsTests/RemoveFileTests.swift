import Cast
import Files
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// A file that should never have been sent is taken away, and the ledger says that it was.
@Suite("Removing the file of a paper")
struct RemoveFileTests {
    private func digest(_ house: MeetingsHouse) async throws -> String {
        try #require(try await house.records(Paper.kind).first?.text("digest"))
    }

    @Test("an administrator removes it: nobody is given its bytes any more, and its record stays")
    func removed() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        let digest = try await digest(house)
        try await house.house.store.write { tx in
            try Pack.put("m", .everybody, .made, "3 pages", at: MeetingsHouse.now(on: MeetingsHouse.today), in: tx)
            try tx.run("UPDATE meetings_pack SET digest = 'pack', mark = 'mark'")
        }
        let verb = try #require(house.building.verbs.first { $0.name == "remove-file" })
        let now = MeetingsHouse.now(on: MeetingsHouse.today)
        await #expect(throws: Refusal.self) {
            _ = try await verb.run([digest], caller: .keyboard, now: now, house: house.house)
        }
        let said = try await verb.run(
            [digest, "--because", "It named somebody"], caller: .keyboard, now: now, house: house.house)
        #expect(said.text.contains("1 paper has lost it"))
        for caller in [MeetingsHouse.clerk, .stranger] {
            await #expect(throws: Refusal.outOfOrder("The file of this paper was removed on 3 November 2026")) {
                _ = try await house.file(paper, as: caller)
            }
        }
        #expect(try await house.page("/meetings/m/papers", as: .stranger).contains("The plan"))
        let pack = try await house.house.store.read { tx in try Pack.one("m", .everybody, in: tx) }
        #expect(pack?.digest == nil && pack?.mark == nil)
        let outcome = try await VerifyFiles().perform(in: house.house.store)
        #expect(outcome.areWhole && outcome.removed == 1 && outcome.files == 0)
        let reasons = try await house.house.store.read { tx in
            try tx.rows("SELECT purpose FROM ledger_fact WHERE name = 'meetings.file-removed'").map { $0.text(0) }
        }
        #expect(reasons == ["It named somebody"])
    }

    @Test("nobody else does, and nothing else than a paper's file")
    func refused() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        let digest = try await digest(house)
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does { tx, hand in
                try RemovePaperFile(digest: digest, because: "x").perform(by: hand, in: tx)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await house.does(.keyboard) { tx, hand in
                try RemovePaperFile(digest: String(repeating: "0", count: 64), because: "x").perform(by: hand, in: tx)
            }
        }
    }
}
