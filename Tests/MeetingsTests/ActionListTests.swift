import Cast
import Doors
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// The list of a body's actions is paged and counted by the database, and shows nobody what they may not read.
@Suite("Lists of actions")
struct ActionListTests {
    /// 250 actions: every fifth done, some overdue, some without a day; and one of a closed item.
    static func house(on engine: Engine = .sqlite) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.does { tx, hand in
            for number in 0..<250 {
                var fields: [String: Given] = ["name": .text("Thing \(number)"), "body": .text("board")]
                if number % 7 != 0 { fields["due"] = .text("\(MeetingsHouse.today.adding(days: number % 40 - 20))") }
                if number % 5 == 0 {
                    fields.merge(
                        ["state": .text("done"), "done": .text("2026-11-01"), "evidence": .text("Seen")]
                    ) { $1 }
                }
                try hand.add(MeetingAction.kind, id: "act-\(1_000 + number)", fields, in: tx)
            }
            try hand.add(
                AgendaItem.kind, id: "closed",
                [
                    "meeting": .text("m"), "number": .text("2"), "title": .text("A SECRET"), "route": .text("note"),
                    "access": .text("exempt"), "public-title": .text("A matter"), "exempt-under": .text("3"),
                    "exempt-because": .text("A price"),
                ], in: tx)
            try hand.add(
                MeetingAction.kind, id: "act-closed",
                ["name": .text("SECRETACTION"), "body": .text("board"), "item": .text("closed")], in: tx)
        }
        return house
    }

    private static func list(
        _ house: MeetingsHouse, isWhole: Bool, skipped: Int, size: Int
    ) async throws -> ActionList {
        let registry = house.building.registry, today = MeetingsHouse.today
        return try await house.house.store.read { tx in
            try ActionList(
                ActionList.Ask(which: .of("board"), skipped: skipped, size: size), isWhole: isWhole, today: today,
                in: DayBook(RecordShelf(tx, registry), on: today), tx)
        }
    }

    @Test("page by page every one comes once, what is overdue first, then by its day", arguments: Engine.allForTests)
    func pages(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        for isWhole in [true, false] {
            var seen: [MeetingAction] = [], skipped: Int? = 0
            while let next = skipped {
                let list = try await Self.list(house, isWhole: isWhole, skipped: next, size: 30)
                seen += list.actions.map(\.action)
                skipped = list.next
            }
            let all = try await house.records(MeetingAction.kind).map(MeetingAction.init)
                .filter { isWhole || $0.id.text != "act-closed" }
            func order(_ action: MeetingAction) -> (Int, Int, String) {
                let rank = action.isOverdue(on: MeetingsHouse.today) == true ? 0 : action.isOpen ? 1 : 2
                return (rank, action.due?.number ?? .max, action.id.text)
            }
            let expected = all.sorted { order($0) < order($1) }
            #expect(seen.map(\.id) == expected.map(\.id))
            let list = try await Self.list(house, isWhole: isWhole, skipped: 0, size: 1)
            #expect(list.total == all.count && list.open == all.count(where: \.isOpen))
            #expect(list.overdue == all.count { $0.isOverdue(on: MeetingsHouse.today) == true })
        }
    }

    @Test("the public reads nothing of what came of a closed item, nor of a decision that is not published")
    func closed() async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide().isEmpty)
        let decision = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does { tx, hand in
            try hand.add(
                MeetingAction.kind, id: "act-early",
                [
                    "name": .text("EARLYACTION"), "body": .text("board"), "resolution": .text(decision),
                    "due": .text("2026-10-01"),
                ], in: tx)
        }
        for path in ["/bodies/board/actions", "/api/v1/bodies/board/actions"] {
            let open = try await house.page(path, as: .stranger)
            #expect(!open.contains("EARLYACTION") && !open.contains("SECRETACTION"), "\(path)")
            #expect(try await house.page(path, as: MeetingsHouse.clerk).contains("EARLYACTION"), "\(path)")
        }
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try FollowDecision(decision: decision, step: .publish(hand.on), seen: nil).perform(by: hand, in: tx)
        }
        let after = try await house.page("/bodies/board/actions", as: .stranger, on: MeetingsHouse.meetingDay)
        #expect(after.contains("EARLYACTION"))
    }

    @Test("the terminal lists them too, and goes on where it is told")
    func terminal() async throws {
        let house = try await Self.house()
        let verb = try #require(house.building.verbs.first { $0.name == "actions" })
        let now = MeetingsHouse.now(on: MeetingsHouse.today)
        func run(_ words: String...) async throws -> VerbOutput {
            try await verb.run(words, caller: .keyboard, now: now, house: house.house)
        }
        let first = try await run("--body", "board")
        #expect(first.text.split(separator: "\n").count == 100 && first.remarks == ["151 more: --skip 100"])
        #expect(try await run("--body", "board", "--skip", "200").text.split(separator: "\n").count == 51)
        let overdue = try await run("--overdue").text.split(separator: "\n")
        #expect(!overdue.isEmpty && overdue.allSatisfy { $0.contains("  overdue  ") })
        #expect(try await run("--body", "cabinet").remarks == ["There are no such actions"])
        #expect(try await run("--body", "board", "--json").text.contains("\"total\":251"))
        await #expect(throws: Refusal.self) { _ = try await run("--skip", "-1") }
    }
}
