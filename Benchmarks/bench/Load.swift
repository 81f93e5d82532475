import Foundation
import Synchronization

/// Requests offered at a constant rate by so many people, each asking on a timetable whether or not the service keeps
/// up.
///
/// A reply's time counts from when it was due, so that a slow reply is not hidden by the requests it delayed.
struct Load {
    let port: UInt16
    let requests: [[UInt8]]
    let people: Int
    let perSecond: Int
    let seconds: Int

    struct Outcome: Codable {
        let offered: Int
        let answered: Int
        let failed: Int
        let perSecond: Double
        let p50ms: Double
        let p95ms: Double
        let p99ms: Double
        let maxms: Double
        let bytesPerReply: Int
    }

    func run() -> Outcome {
        let tallies = (0..<people).map { _ in Tally() }
        let start = Clock.now() + 0.2
        let threads = (0..<people).map { person in
            let thread = Thread { attend(person, from: start, tally: tallies[person]) }
            thread.stackSize = 512 * 1_024
            thread.start()
            return thread
        }
        for thread in threads { while !thread.isFinished { usleep(20_000) } }
        return summary(tallies, elapsed: Clock.now() - start)
    }

    private func attend(_ person: Int, from start: Double, tally: Tally) {
        let connection = Connection(port: port)
        let gap = Double(people) / Double(perSecond)
        let offset = gap * Double(person) / Double(people)
        let count = Int(Double(seconds) / gap)
        for number in 0..<count {
            let due = start + offset + gap * Double(number)
            let wait = due - Clock.now()
            if wait > 0 { usleep(UInt32(wait * 1_000_000)) }
            do {
                let answer = try connection.ask(requests[(number + person) % requests.count])
                tally.add(
                    milliseconds: (Clock.now() - due) * 1_000, bytes: answer.bytes, succeeded: answer.status < 400)
            } catch {
                tally.add(milliseconds: (Clock.now() - due) * 1_000, bytes: 0, succeeded: false)
            }
        }
    }

    private func summary(_ tallies: [Tally], elapsed: Double) -> Outcome {
        let times = tallies.flatMap { $0.times.withLock { $0 } }.sorted()
        let failed = tallies.reduce(0) { $0 + $1.failed.load(ordering: .relaxed) }
        let bytes = tallies.reduce(0) { $0 + $1.bytes.load(ordering: .relaxed) }
        func percentile(_ share: Double) -> Double {
            times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
        }
        return Outcome(
            offered: perSecond * seconds, answered: times.count - failed, failed: failed,
            perSecond: Double(times.count) / max(elapsed, 0.001), p50ms: percentile(0.5), p95ms: percentile(0.95),
            p99ms: percentile(0.99), maxms: times.last ?? 0, bytesPerReply: times.isEmpty ? 0 : bytes / times.count)
    }
}

/// What one person saw.
final class Tally: Sendable {
    let times = Mutex<[Double]>([])
    let failed = Atomic<Int>(0)
    let bytes = Atomic<Int>(0)

    func add(milliseconds: Double, bytes count: Int, succeeded: Bool) {
        times.withLock { $0.append(milliseconds) }
        bytes.add(count, ordering: .relaxed)
        if !succeeded { failed.add(1, ordering: .relaxed) }
    }
}

enum Clock {
    /// Seconds of a clock that never goes back.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
