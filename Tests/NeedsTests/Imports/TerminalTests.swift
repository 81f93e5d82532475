import Cast
import Doors
import Foundation
import Kernel
import Synchronization
import Testing

@_spi(Workflows) @testable import Needs

/// `thinkchild import FILE --mapping NAME` does what the page does.
struct TerminalTests {
    /// A file of one row, gone when the test ends.
    private final class File {
        let path = FileManager.default.temporaryDirectory.path + "/needs-\(UUID().uuidString).csv"

        init(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private let text = ImportTests.heading + ImportTests.columns + ImportTests.leeds(2024, reReferrals: "25.0")

    private func run(
        _ name: String, _ arguments: [String], in world: NeedsHouse, answering answer: Bool? = nil,
        hearing heard: Heard? = nil
    ) async throws -> VerbOutput {
        let verb = try #require(world.building.verbs.first { $0.name == name })
        var house = world.house
        if let answer {
            house.terminal = Terminal(ask: { _ in answer }, say: { sentence in heard?.add(sentence) })
        }
        return try await verb.run(arguments, caller: .keyboard, now: NeedsHouse.now, house: house)
    }

    /// What was said to the person.
    private final class Heard: Sendable {
        private let sentences = Mutex<[String]>([])
        var all: [String] { sentences.withLock { $0 } }
        func add(_ sentence: String) { sentences.withLock { $0.append(sentence) } }
    }

    @Test("It ends with one line, and tells what to look at")
    func oneLine() async throws {
        let world = try await NeedsHouse(on: .sqlite), file = try File(text)
        let done = try await run("import", [file.path, "--mapping", "cin-referrals", "--yes"], in: world)
        #expect(done.text == "1 row read; figures: 12 added, 0 changed, 0 unchanged, 0 refused, 1 warned")
        #expect(done.exitCode == 0 && done.remarks.count == 1)
        #expect(done.remarks[0].contains(".csv:2: warned: Re_referrals_percent: "))
        let again = try await run("import", [file.path, "--mapping", "cin-referrals"], in: world)
        #expect(again.text == "1 row read; figures: 0 added, 0 changed, 12 unchanged, 0 refused, 1 warned")
        #expect(try await world.page("/measures/cin-re-referrals-percent?place=E08000035").contains("25.0"))
    }

    @Test("A person who says no changes nothing")
    func asked() async throws {
        let world = try await NeedsHouse(on: .sqlite), file = try File(text), heard = Heard()
        let arguments = [file.path, "--mapping", "cin-referrals"]
        let no = try await run("import", arguments, in: world, answering: false, hearing: heard)
        #expect(no.exitCode == 1 && no.text == "Nothing was changed.")
        #expect(heard.all.last == "1 row read; figures: 12 added, 0 changed, 0 unchanged, 0 refused, 1 warned")
        #expect(try await world.page("/measures").contains("none is held"))
        let yes = try await run("import", arguments + ["--json"], in: world, answering: true)
        #expect(yes.text.contains(#""done":true"#) && yes.text.contains(#""added":12"#))
    }

    @Test("Two files, or one that is not there, are refused")
    func refused() async throws {
        let world = try await NeedsHouse(on: .sqlite)
        for paths in [["a.csv", "b.csv"], ["/nowhere/a.csv"], ["/"]] {
            await #expect(throws: Refusal.self) {
                try await run("import", paths + ["--mapping", "lait"], in: world)
            }
        }
    }

    @Test("A profile and the mappings can be asked for")
    func shown() async throws {
        let world = try await NeedsHouse(on: .sqlite), file = try File(text)
        _ = try await run("import", [file.path, "--mapping", "cin-referrals", "--yes"], in: world)
        for place in ["E08000035", "383", "Leeds"] {
            let shown = try await run("needs", [place], in: world)
            #expect(shown.text.contains("Referrals per 10,000 children\t2024\t569.3"))
        }
        #expect(try await run("needs", ["Leeds", "--json"], in: world).text.contains(#""name":"Leeds""#))
        #expect(try await run("mappings", [], in: world).text.contains("lait\tLocal Authority Interactive Tool"))
        await #expect(throws: Refusal.notFound) { try await run("needs", ["Atlantis"], in: world) }
    }
}
