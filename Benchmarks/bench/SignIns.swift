import Foundation
import Synchronization

/// Many people who sign in at the same moment, while others read pages; then one who tries passwords.
struct SignIns {
    let port: UInt16
    /// Links with which people who were invited choose a password, and the address that each signs in with.
    let people: [(link: String, email: String)]
    /// What is read meanwhile, so many times a second.
    let page: String
    let pagesPerSecond: Int

    struct Outcome: Codable {
        let people: Int
        /// From the first to the last.
        let seconds: Double
        let perSecond: Double
        let signedIn: Int
        /// How many were told that too many wait.
        let toldToWait: Int
        let p50ms: Double
        let p95ms: Double
        let pagesAlonep95ms: Double
        let pagesMeanwhilep95ms: Double
        let pagesFailed: Int
        /// Of one person's wrong passwords at once: how many were tried, and how many refused without trying.
        let wrongTried: Int
        let wrongRefused: Int
        let refusedp95ms: Double
    }

    private static let password = "kettle window orbit"
    private static let wrongTries = 200

    func run() throws -> Outcome {
        inParallel(people) { person in
            let visitor = Visitor(port: port)
            _ = try visitor.get(person.link)
            _ = try visitor.post(person.link, [("password", Self.password), ("again", Self.password)])
        }
        let alone = pages(seconds: 5).run()
        let meanwhile = Mutex<Load.Outcome?>(nil)
        // As long as they will take, as far as it can be foretold; it matters little if it is longer.
        let reading = Thread { [self] in
            let outcome = pages(seconds: max(3, people.count / 8)).run()
            meanwhile.withLock { $0 = outcome }
        }
        reading.start()
        usleep(500_000)
        let rush = rush(people.map { ($0.email, Self.password) })
        while !reading.isFinished { usleep(20_000) }
        let wrong = rush.statuses.isEmpty ? rush : self.rush(wrongs)
        let read = meanwhile.withLock { $0 }
        return Outcome(
            people: people.count, seconds: rush.seconds, perSecond: Double(rush.count(303)) / rush.seconds,
            signedIn: rush.count(303), toldToWait: rush.count(503), p50ms: rush.percentile(0.5, of: 303),
            p95ms: rush.percentile(0.95, of: 303), pagesAlonep95ms: alone.p95ms,
            pagesMeanwhilep95ms: read?.p95ms ?? 0, pagesFailed: alone.failed + (read?.failed ?? 0),
            wrongTried: wrong.count(422), wrongRefused: wrong.count(429), refusedp95ms: wrong.percentile(0.95, of: 429))
    }

    private var wrongs: [(String, String)] {
        let victim = people.first?.email ?? ""
        return (0..<Self.wrongTries).map { (victim, "wrong \($0)") }
    }

    private func pages(seconds: Int) -> Load {
        let request = Array("GET \(page) HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".utf8)
        return Load(port: port, requests: [request], people: 10, perSecond: pagesPerSecond, seconds: seconds)
    }

    /// Everybody has the page open, then all send it.
    private func rush(_ tries: [(email: String, password: String)]) -> Rush {
        let visitors = tries.map { _ in Visitor(port: port) }
        for visitor in visitors { _ = try? visitor.get("/sign-in") }
        let answers = Mutex<[(status: Int, milliseconds: Double)]>([])
        let start = Clock.now()
        inParallel(Array(zip(visitors, tries))) { visitor, attempt in
            let status = try visitor.post("/sign-in", [("email", attempt.email), ("password", attempt.password)])
            answers.withLock { $0.append((status, (Clock.now() - start) * 1_000)) }
        }
        return Rush(statuses: answers.withLock { $0 }, seconds: Clock.now() - start)
    }

    /// A thread for each, and back when all have done; what fails is not counted.
    private func inParallel<Item>(_ items: [Item], _ work: @escaping (Item) throws -> Void) {
        let threads = items.map { item in
            nonisolated(unsafe) let item = item, work = work
            let thread = Thread { try? work(item) }
            thread.stackSize = 512 * 1_024
            thread.start()
            return thread
        }
        for thread in threads { while !thread.isFinished { usleep(5_000) } }
    }

    /// What those who came at once were answered, and how long after the first of them set out.
    struct Rush {
        let statuses: [(status: Int, milliseconds: Double)]
        let seconds: Double

        func count(_ status: Int) -> Int { statuses.count { $0.status == status } }

        func percentile(_ share: Double, of status: Int) -> Double {
            let times = statuses.filter { $0.status == status }.map(\.milliseconds).sorted()
            return times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
        }
    }
}

/// Somebody with a browser, as far as signing in needs one: it keeps cookies and the token of the last form.
final class Visitor {
    private let connection: Connection
    private var cookies: [String: String] = [:]
    private var token = ""

    init(port: UInt16) { connection = Connection(port: port) }

    func get(_ path: String) throws -> Int { try ask("GET", path, "") }

    func post(_ path: String, _ form: [(String, String)]) throws -> Int {
        let plain = CharacterSet.alphanumerics
        let body = (form + [("_token", token)]).map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
        return try ask("POST", path, body)
    }

    private func ask(_ method: String, _ path: String, _ body: String) throws -> Int {
        let held = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let request = """
            \(method) \(path) HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: \(held)\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
        let answer = try connection.ask(Array(request.utf8))
        for line in answer.headers.split(separator: "\r\n") where line.lowercased().hasPrefix("set-cookie:") {
            let pair = line.dropFirst("set-cookie:".count).prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[pair[0].trimmingCharacters(in: .whitespaces)] = String(pair[1]) }
        }
        let page = String(decoding: answer.body, as: UTF8.self)
        if let mark = page.range(of: "name=\"_token\" value=\"") {
            token = String(page[mark.upperBound...].prefix { $0 != "\"" })
        }
        return answer.status
    }
}
