public import Doors
public import Kernel
import Partners
import Records

/// Keeps what was worked out from whole books, by the ledger's head, the day and the scenario, until something changes.
public final class TrustCache: Sendable {
    /// Which facts, on which day, with which scenario laid over them.
    struct Key: Hashable, Sendable {
        let version: String
        let day: Day
        let scenario: String?
    }

    /// Days and scenarios that people look at and compare at one time. At a city's size each takes some tens of
    /// megabytes.
    static let workingsMax = 12
    public static let shared = TrustCache()
    private let kept = Kept<Key, Worked>(most: workingsMax)

    /// What the check and the map make of a day, with a scenario laid over it when one is named.
    ///
    /// - Throws: `.notFound` when there is no such scenario; `.invalid` when it does not fit what is held.
    func worked(on day: Day, scenario: String? = nil, in house: House) async throws -> Worked {
        let contributions = house.contributions
        let make: @Sendable () async throws -> Worked = {
            let book = try await BookCache.shared.book(of: house, scenario: scenario)
            let record = scenario.flatMap { named in
                book.all(Scenario.kind.name).last { $0.id == named || $0.text("name") == named }
            }
            let state = house.store.location.description + (scenario.map { " with \($0)" } ?? "")
            let laid = contributions.evidence(over: book, on: day)
            return Worked(
                laid, on: day, scenario: record.map(Scenario.init), state: state,
                also: contributions.findings(in: laid, on: day))
        }
        guard let version = try await house.version?() else { return try await make() }
        return try await kept.value(Key(version: version, day: day, scenario: scenario), make: make)
    }
}

extension House {
    /// What the check and the map make of the day and the scenario that a request asks about.
    func worked(for request: Request) async throws -> Worked {
        try await TrustCache.shared.worked(on: request.on, scenario: request.scenario, in: self)
    }
}

extension House {
    /// What the check finds about any of some things, by the day and the scenario that a request asks about.
    public func findings(aboutAny ids: [String], for request: Request) async throws -> [Finding] {
        let worked = try await worked(for: request)
        return ids.flatMap { worked.findings(about: $0) }
    }
}
