import Dispatch
public import Doors
import Kernel
import Partners
import Records
import Store
import Synchronization

/// Keeps what was worked out from the whole book of one database, by the day and the scenario, until something changes.
///
/// Whoever asks for what is now waits for it. A page that shows findings beside other things does not wait at a city's
/// size: it shows those from before the change and says so, while they are worked out once for all who ask.
final class TrustCache: Sendable {
    /// On which day, with which scenario laid over it.
    struct Asked: Hashable, Sendable {
        let day: Day
        let scenario: String?
    }

    /// What was worked out, and of which book.
    struct Done: Sendable {
        let edition: Int
        let worked: Worked
    }

    fileprivate struct Entry {
        var done: Done?
        var running: (edition: Int, task: Task<Done, any Error>)?
        var used = 0
    }

    fileprivate struct State {
        var entries: [Asked: Entry] = [:]
        var clock = 0
        var makings = 0
    }

    private enum Step {
        case done(Worked)
        /// Under way, of this book or of another.
        case running(Task<Done, any Error>, isEnough: Bool, before: Worked?)
        /// As many others are being worked out as may be; one of them.
        case full(Task<Done, any Error>)
    }

    /// Days and scenarios that people look at and compare at one time. At a city's size each takes some tens of
    /// megabytes.
    static let workingsMax = 12
    /// Below so many records everybody waits: it is worked out before anyone would notice.
    static let waitingMax = 20_000

    private static let working = DispatchQueue(label: "thinkchild.check", qos: .utility)

    private let waitingMax: Int
    private let state = Mutex(State())

    init(waitingMax: Int = TrustCache.waitingMax) { self.waitingMax = waitingMax }

    /// How many times something was worked out, for tests.
    var makings: Int { state.withLock { $0.makings } }

    /// What the check and the map make of a day, with a scenario laid over it when one is named.
    ///
    /// - Throws: `.notFound` when there is no such scenario; `.invalid` when it does not fit what is held.
    func worked(_ asked: Asked, in house: House) async throws -> Worked {
        var reading = try await BookCache.shared.reading(of: house)
        // Changes that come while one waits are not waited for: or one would never be answered.
        let needed = reading.edition
        while true {
            switch step(asked, reading, needed, house) {
            case .done(let worked): return worked
            case .running(let task, isEnough: true, _): return try await task.value.worked
            case .running(let task, isEnough: false, _), .full(let task): _ = await task.result
            }
            reading = try await BookCache.shared.reading(of: house)
        }
    }

    /// What is known of it without waiting for the check of a whole city.
    func lately(_ asked: Asked, in house: House) async throws -> Lately {
        let reading = try await BookCache.shared.reading(of: house)
        guard reading.book.count >= waitingMax else { return .now(try await worked(asked, in: house)) }
        switch step(asked, reading, reading.edition, house) {
        case .done(let worked): return .now(worked)
        case .running(_, _, let before): return before.map { .before($0) } ?? .notYet
        case .full: return .notYet
        }
    }

    /// Has it worked out unless it is, or is being: one working at a time for a day and a scenario, however often the
    /// records change meanwhile.
    /// - Parameter needed: The edition that is new enough.
    private func step(_ asked: Asked, _ reading: ReadBook, _ needed: Int, _ house: House) -> Step {
        state.withLock { state in
            state.clock += 1
            if state.entries[asked] == nil, let other = state.fullness() { return .full(other) }
            var entry = state.entries[asked] ?? Entry()
            entry.used = state.clock
            defer { state.entries[asked] = entry }
            if let done = entry.done, done.edition >= needed { return .done(done.worked) }
            if let running = entry.running {
                return .running(running.task, isEnough: running.edition >= needed, before: entry.done?.worked)
            }
            let task = Task { try await self.work(asked, reading, house) }
            entry.running = (reading.edition, task)
            state.makings += 1
            return .running(task, isEnough: true, before: entry.done?.worked)
        }
    }

    private func work(_ asked: Asked, _ reading: ReadBook, _ house: House) async throws -> Done {
        do {
            let done = Done(edition: reading.edition, worked: try await Self.work(asked, reading, house))
            state.withLock { state in
                state.entries[asked]?.running = nil
                state.entries[asked]?.done = done
            }
            return done
        } catch {
            // A failure is not kept.
            state.withLock { state in state.entries[asked] = nil }
            throw error
        }
    }

    private static func work(_ asked: Asked, _ reading: ReadBook, _ house: House) async throws -> Worked {
        let book = try await BookCache.shared.book(reading, scenario: asked.scenario, house.registry)
        let contributions = house.contributions, day = asked.day
        let record = asked.scenario.flatMap { named in
            book.all(Scenario.kind.name).last { $0.id == named || $0.text("name") == named }
        }
        // Anybody may read it, and where the database is is nobody's affair.
        let state = house.store.location.name + (asked.scenario.map { " with \($0)" } ?? "")
        // On a thread of its own, one after the other: those that answer requests go on answering.
        return await withCheckedContinuation { caller in
            working.async {
                let laid = contributions.evidence(over: book, on: day)
                caller.resume(
                    returning: Worked(
                        laid, on: day, scenario: record.map(Scenario.init), state: state,
                        also: contributions.findings(in: laid, on: day)))
            }
        }
    }
}

extension TrustCache.State {
    /// Makes room for one more: what was used least lately goes, unless it is being worked out.
    /// - Returns: One of those being worked out when all are; nil when there is room.
    fileprivate mutating func fullness() -> Task<TrustCache.Done, any Error>? {
        guard entries.count >= TrustCache.workingsMax else { return nil }
        let idle = entries.filter { $0.value.running == nil }
        guard let oldest = idle.min(by: { $0.value.used < $1.value.used })?.key else {
            return entries.values.lazy.compactMap { $0.running?.task }.first
        }
        entries[oldest] = nil
        return nil
    }
}

extension House {
    private var trusts: TrustCache { store.kept(orKeep: { TrustCache() }) }

    /// What the check and the map make of the day and the scenario that a request asks about, as it is now.
    func worked(for request: Request) async throws -> Worked {
        try await trusts.worked(TrustCache.Asked(day: request.on, scenario: request.scenario), in: self)
    }

    /// The same, or from before the last change, which the page must say.
    func lately(for request: Request) async throws -> Lately {
        try await trusts.lately(TrustCache.Asked(day: request.on, scenario: request.scenario), in: self)
    }

    /// What the check finds about any of some things, by the day and the scenario that a request asks about.
    public func findings(aboutAny ids: [String], for request: Request) async throws -> [Finding] {
        let worked = try await worked(for: request)
        return ids.flatMap { worked.findings(about: $0) }
    }
}
