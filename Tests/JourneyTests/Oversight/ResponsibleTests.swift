import App
import Cast
import Doors
import Kernel
import Records
import Settings
import Store
import Testing

@testable import Workflows

/// AC-13 and AC-22: who answers, and who does where nobody holds the post.
@Suite("Who answers")
struct ResponsibleTests {
    @Test(
        "the posts that answer are read as room=post",
        arguments: [
            ("practice=head, safeguarding=chair", ["practice": "head", "safeguarding": "chair"]), ("", [:]),
            ("practice=head practice=other", ["practice": "other"]), ("practice", nil), ("=head", nil), ("a=b=c", nil),
        ] as [(String, [String: String]?)])
    func setting(text: String, posts: [String: String]?) throws {
        var settings = Settings()
        guard let posts else {
            #expect(throws: Refusal.self) { try settings.set(Settings.responsiblePosts, to: text, by: "a test") }
            return
        }
        try settings.set(Settings.responsiblePosts, to: text, by: "a test")
        #expect(settings[Settings.responsiblePosts] == posts)
    }

    @Test("the holder of the post, or else the administrators, less whoever asks", arguments: Engine.allForTests)
    func stoodIn(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        _ = try await house.settle("gus", .clerk)
        _ = try await house.settle("ada", .administrator)
        func people(_ room: String, than person: String?, _ posts: [String: String]) async throws -> [String] {
            let (registry, day) = (house.building.registry, house.today)
            return try await house.house.store.read { tx in
                let offices = Offices(tx, registry, on: day)
                return try offices.responsible(forRoom: room, posts: posts).others(than: person, offices).map(\.id)
            }
        }
        let posts = ["vault": "gus-post", "cellar": "no-such-post"]
        #expect(try await people("vault", than: "ann", posts) == ["gus"])
        #expect(try await people("vault", than: "gus", posts) == ["ada"])
        #expect(try await people("cellar", than: nil, posts) == ["ada"])
        #expect(try await people("attic", than: "ada", posts) == [])
        _ = try await house.run(
            "record", "end", "appointment", "gus-in-post", "--until", "\(house.today.adding(days: 1))")
        house.wait(minutes: 1_440)
        #expect(try await people("vault", than: "ann", posts) == ["ada"], "the post is vacant")
    }
}
