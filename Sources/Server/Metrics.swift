internal import Doors
internal import Synchronization

/// What the door counts, and says at `/metrics` in Prometheus's text format (version 0.0.4).
final class Metrics: Sendable {
    private struct Route: Hashable {
        let method: String
        let pattern: String
    }

    /// How often, and how long, one route was asked.
    private struct Tally {
        var byStatus: [Int: Int] = [:]
        /// How many took no longer than each bound, and not than the one before; the last are those beyond them all.
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var seconds = 0.0
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let tallies = Mutex<[Route: Tally]>([:])
    private let inFlight = Atomic<Int>(0)

    func begin() { inFlight.wrappingAdd(1, ordering: .relaxed) }

    func end(method: String, pattern: String, status: Int, took duration: Duration) {
        inFlight.wrappingSubtract(1, ordering: .relaxed)
        let seconds = duration / .seconds(1)
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        tallies.withLock { tallies in
            let route = Route(method: method, pattern: pattern)
            tallies[route, default: Tally()].byStatus[status, default: 0] += 1
            tallies[route, default: Tally()].buckets[bucket] += 1
            tallies[route, default: Tally()].seconds += seconds
        }
    }

    func text(_ counters: [House.Counter]) -> String {
        let tallies = tallies.withLock { $0 }.sorted {
            ($0.key.pattern, $0.key.method) < ($1.key.pattern, $1.key.method)
        }
        var lines = [
            "# HELP thinkchild_requests_total Requests answered, by route and status.",
            "# TYPE thinkchild_requests_total counter",
        ]
        for (route, tally) in tallies {
            for (status, count) in tally.byStatus.sorted(by: { $0.key < $1.key }) {
                lines.append("thinkchild_requests_total{\(Self.labels(route)),status=\"\(status)\"} \(count)")
            }
        }
        lines += [
            "# HELP thinkchild_request_seconds How long answers took, by route.",
            "# TYPE thinkchild_request_seconds histogram",
        ]
        for (route, tally) in tallies { lines += Self.histogram(route, tally) }
        let gauges = [
            House.Counter(
                "thinkchild_requests_in_flight", help: "Requests being answered now.",
                value: Double(inFlight.load(ordering: .relaxed)))
        ]
        for counter in gauges + ProcessFigures.now() + counters { lines += Self.lines(counter) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ route: Route) -> String { "method=\"\(route.method)\",route=\"\(route.pattern)\"" }

    private static func histogram(_ route: Route, _ tally: Tally) -> [String] {
        let labels = labels(route), name = "thinkchild_request_seconds"
        var lines: [String] = [], soFar = 0
        for (bound, count) in zip(bounds, tally.buckets) {
            soFar += count
            lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(soFar)")
        }
        let all = soFar + tally.buckets[bounds.count]
        return lines + [
            "\(name)_bucket{\(labels),le=\"+Inf\"} \(all)", "\(name)_sum{\(labels)} \(tally.seconds)",
            "\(name)_count{\(labels)} \(all)",
        ]
    }

    private static func lines(_ counter: House.Counter) -> [String] {
        let type = counter.name.hasSuffix("_total") ? "counter" : "gauge"
        return [
            "# HELP \(counter.name) \(counter.help)", "# TYPE \(counter.name) \(type)",
            "\(counter.name) \(counter.value)",
        ]
    }
}
