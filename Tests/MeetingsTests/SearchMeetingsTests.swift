import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing

@testable import Meetings

@Suite("Search over meetings")
struct SearchMeetingsTests {
    private func find(
        _ words: String, _ house: MeetingsHouse, as caller: Caller, on day: Day = MeetingsHouse.today
    ) async throws -> String {
        try await Ledger(store: house.house.store).seal()
        let page = try await house.page(
            "/meetings/search?q=\(words.replacing(" ", with: "+"))", as: caller, on: day)
        return page.contains("<table") ? page : ""
    }

    @Test(
        "Items, papers and decisions are found by every word of their titles, once they are open",
        arguments: Engine.allForTests)
    func open(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.paper("Feasibility study of the centre", MeetingsHouse.pdf("a"), number: 1)
        #expect(try await find("childrens centre", house, as: .stranger).isEmpty, "the agenda is not out")
        #expect(try await find("childrens centre", house, as: MeetingsHouse.clerk).contains("A children&#39;s centre"))
        try await house.publish()
        #expect(try await find("centre childrens", house, as: .stranger).contains("/meetings/m/items/item"))
        #expect(try await find("children centres", house, as: .stranger).contains("/meetings/m/items/item"))
        #expect(try await find("feasibility", house, as: .stranger).contains("Feasibility study"))
        #expect(try await find("feasibility childrens", house, as: .stranger).isEmpty)
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide().isEmpty)
        #expect(try await find("open the centre", house, as: .stranger, on: MeetingsHouse.meetingDay).isEmpty)
        #expect(
            try await find("open the centre", house, as: MeetingsHouse.chair, on: MeetingsHouse.meetingDay).contains(
                "/decisions/"))
        for nothing in ["", "%25", "'; DROP TABLE meetings_word; --", "zzz"] {
            #expect(try await find(nothing, house, as: .stranger).isEmpty)
        }
    }

    @Test("What is exempt is found by nobody but those who may read it, not even by a word of it")
    func exempt() async throws {
        let house = try await ExemptTests.house { house in
            try await house.paper("SECRETPAPER", MeetingsHouse.pdf("a"), number: 9)
        }
        for outsider in ExemptTests.outsiders {
            for word in ["SECRETNAME", "dismissal", "SECRETPAPER", "dismiss"] {
                #expect(try await find(word, house, as: outsider, on: MeetingsHouse.meetingDay).isEmpty, "\(word)")
            }
            let found = try await find("staffing", house, as: outsider, on: MeetingsHouse.meetingDay)
            #expect(found.contains("A staffing matter") && !found.contains("SECRET"))
        }
        #expect(try await find("SECRETNAME", house, as: MeetingsHouse.chair).contains("Dismissal of SECRETNAME"))
    }

    /// Set `THINKCHILD_TEST_SEARCH=100000` to measure: never part of a usual run, which has no time to keep.
    static let measured = ProcessInfo.processInfo.environment["THINKCHILD_TEST_SEARCH"].flatMap { Int($0) }

    @Test("Measured over many items", .enabled(if: measured != nil), arguments: Engine.allForTests)
    func measure(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine), count = Self.measured ?? 0, store = house.house.store
        let vocabulary = (0..<3_000).map { "word\($0)" } + ["report", "children", "review", "budget"]
        for start in stride(from: 0, to: count, by: 5_000) {
            try await store.write { tx in
                var random = Dice(seed: UInt64(start))
                for number in start..<min(count, start + 5_000) {
                    let day = Day(number: 13_000 + number / 14)
                    let words = Set((0..<7).compactMap { _ in vocabulary.randomElement(using: &random) } + ["report"])
                    let title = words.sorted().joined(separator: " ")
                    try tx.send(
                        """
                        INSERT INTO meetings_found (subject, kind, body, on_day, title, public_title)
                        VALUES (\("i\(number)"), 'agenda-item', 'board', \(day), \(title), \(title))
                        """)
                    for word in words {
                        try tx.send(
                            """
                            INSERT INTO meetings_word (word, on_day, subject, body, open_from)
                            VALUES (\(word), \(day), \("i\(number)"), 'board', \(number % 5 == 0 ? nil : day))
                            """)
                    }
                }
            }
        }
        var random = Dice(seed: 7), times: [Double] = []
        for round in 0..<300 {
            let one = vocabulary.randomElement(using: &random) ?? "",
                two = vocabulary.randomElement(using: &random) ?? ""
            let text = ["report", "\(one)", "\(one) report", "\(one) \(two)", "report children", "budget review"][
                round % 6]
            let started = ContinuousClock.now
            _ = try await store.read { tx in
                try SearchMeetings(text, reach: .open(andAllOf: []), on: MeetingsHouse.today).perform(in: tx)
            }
            times.append(Double((ContinuousClock.now - started).components.attoseconds) / 1e15)
        }
        times.sort()
        print("search \(engine) \(count): p50 \(times[150]) ms, p95 \(times[285]) ms, max \(times[299]) ms")
    }
}
