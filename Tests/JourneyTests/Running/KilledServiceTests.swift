import Cast
import Foundation
import HTTPTypes
import Kernel
import Store
import Synchronization
import Testing

/// Two services over one database. Skipped where there is no PostgreSQL to test with.
@Suite("A service that is killed", .enabled(if: Engine.allForTests.contains(.postgres)), .timeLimit(.minutes(5)))
struct KilledServiceTests {
    private static let people = ["priya", "owen", "sian", "tom"]
    /// How many have been saved when it is killed, with others on their way.
    private static let savedBefore = 20

    @Test("Who had signed in there goes on at the other, and nothing acknowledged is lost")
    func killed() async throws {
        guard case .postgres(let url) = try await freshLocation(on: .postgres) else { return }
        let house = try await SignInHouse(in: .postgres(url), at: Date())
        for person in Self.people { _ = try await house.settle(person, .clerk) }
        let doomed = try await Serving(url), other = try await Serving(url)

        let browsers = Self.people.map { _ in Browser(port: doomed.port) }
        for (person, browser) in zip(Self.people, browsers) {
            _ = try await browser.get("/sign-in")
            let said = try await browser.post(
                "/sign-in", ["email": "\(person)@example.org", "password": SignInHouse.password])
            #expect(said.status == 303 && browser.session != nil)
            _ = try await browser.get("/records/organisations/new")
        }
        let acknowledged = try await save(browsers, from: house.today, killing: doomed)
        #expect(try await doomed.ended() == SIGKILL)

        // The page that was open is sent to the other, as it was: neither session nor form is of one process.
        for (number, browser) in browsers.enumerated() {
            browser.goes(toPort: other.port)
            #expect(try await add("Later \(number)", browser, from: house.today) == 303)
            #expect(try await browser.get("/account").status == 200)
        }
        let held = try await house.house.store.read { tx in
            Set(try tx.rows("SELECT name FROM records_subject WHERE kind = 'organisation'").map { $0.text(0) })
        }
        #expect(acknowledged.count >= Self.savedBefore)
        #expect(acknowledged.subtracting(held) == [])
        let ledger = try await house.run("verify")
        #expect(ledger.exitCode == 0, "\(ledger.text)")
        other.stop()
        #expect(try await other.ended() == 0)
        house.house.store.close()
    }

    /// Everybody saves one after another until the service is gone, which it is in the middle of that.
    private func save(_ browsers: [Browser], from day: Day, killing doomed: Serving) async throws -> Set<String> {
        let acknowledged = Acknowledged()
        await withTaskGroup(of: Void.self) { group in
            for (person, browser) in browsers.enumerated() {
                group.addTask {
                    for number in 0... {
                        let name = "Charity \(person) \(number)"
                        guard let status = try? await add(name, browser, from: day) else { return }
                        #expect(status == 303)
                        guard status == 303 else { continue }
                        if acknowledged.add(name) == Self.savedBefore { doomed.kill() }
                    }
                }
            }
        }
        return acknowledged.names
    }

    /// What people were told is saved.
    private final class Acknowledged: Sendable {
        private let held = Mutex<Set<String>>([])
        var names: Set<String> { held.withLock { $0 } }

        /// - Returns: how many there are now.
        func add(_ name: String) -> Int {
            held.withLock { names in
                names.insert(name)
                return names.count
            }
        }
    }

    /// - Throws: when the service does not answer.
    private func add(_ name: String, _ browser: Browser, from day: Day) async throws -> Int {
        try await browser.post(
            "/records/organisations/new",
            [
                "name": name, "sector": "voluntary", "type": "charity", "from-day": "\(day.day)",
                "from-month": "\(day.month)", "from-year": "\(day.year)",
            ]
        ).status
    }
}
