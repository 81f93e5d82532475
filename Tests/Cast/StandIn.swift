import Foundation
import Synchronization

/// Somebody else's server on loopback (`tools/stand-in`), and what it has said so far. Ends with the tests.
public final class StandIn: Sendable {
    private typealias Waiter = (text: String, caller: CheckedContinuation<String, any Error>)

    private struct Heard {
        var lines: [String] = []
        var waiting: [Waiter] = []
        var isOver = false
    }

    private let heard = Mutex(Heard())
    private let input = Pipe()
    private let complaints: URL

    /// What went wrong in starting it, in its own words.
    public struct Failed: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter kind: `smtp`, `web` or `sign-on`.
    /// - Throws: `Failed` when it cannot be started: its packages could not be installed, say.
    public static func start(_ kind: String) async throws -> StandIn {
        let standIn = try StandIn(kind)
        _ = try await standIn.line(containing: "{")
        return standIn
    }

    private init(_ kind: String) throws {
        complaints = FileManager.default.temporaryDirectory.appending(path: "stand-in-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: complaints.path, contents: nil)
        let process = Process(), output = Pipe()
        process.executableURL = Golden.root.appending(path: "tools/stand-in")
        process.arguments = [kind]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: complaints)
        try process.run()
        let thread = Thread { [weak self] in
            var rest = Data()
            while true {
                let data = output.fileHandleForReading.availableData
                if data.isEmpty { break }
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    self?.hear(String(decoding: rest[..<end], as: UTF8.self))
                    rest = rest[(end + 1)...]
                }
            }
            self?.end()
        }
        thread.start()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        try? FileManager.default.removeItem(at: complaints)
    }

    /// The first line with the text in it, once it has come.
    public func line(containing text: String) async throws -> String {
        try await withCheckedThrowingContinuation { caller in
            let known: Result<String, any Error>? = heard.withLock { heard in
                if let line = heard.lines.first(where: { $0.contains(text) }) { return .success(line) }
                if heard.isOver { return .failure(failure) }
                heard.waiting.append((text, caller))
                return nil
            }
            if let known { caller.resume(with: known) }
        }
    }

    /// A line's JSON.
    public func told<Value: Decodable>(_ type: Value.Type, containing text: String) async throws -> Value {
        try JSONDecoder().decode(type, from: Data(try await line(containing: text).utf8))
    }

    /// Every line so far with the text in it.
    public func lines(containing text: String) -> [String] {
        heard.withLock { $0.lines.filter { $0.contains(text) } }
    }

    /// Writes a line for it to read.
    public func tell(_ line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    private func hear(_ line: String) {
        let told: [CheckedContinuation<String, any Error>] = heard.withLock { heard in
            heard.lines.append(line)
            let told = heard.waiting.filter { line.contains($0.text) }.map(\.caller)
            heard.waiting.removeAll { line.contains($0.text) }
            return told
        }
        for caller in told { caller.resume(returning: line) }
    }

    private func end() {
        let waiting = heard.withLock { heard in
            heard.isOver = true
            defer { heard.waiting = [] }
            return heard.waiting
        }
        for waiter in waiting { waiter.caller.resume(throwing: failure) }
    }

    private var failure: Failed {
        let words = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
        return Failed(description: "tools/stand-in has stopped. It said: \(words.suffix(2_000))")
    }
}
