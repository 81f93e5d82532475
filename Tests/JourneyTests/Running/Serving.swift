import Cast
import Foundation
import Testing

/// `thinkchild serve` in a process of its own, over a database that another may serve too.
final class Serving: Sendable {
    /// Where it listens.
    let port: Int
    private let process: Process

    /// - Throws: when it does not listen within two minutes.
    init(_ database: String) async throws {
        let said = FileManager.default.temporaryDirectory.appending(path: "serving-\(UUID().uuidString)")
        try Data().write(to: said)
        defer { try? FileManager.default.removeItem(at: said) }
        process = Process()
        process.executableURL = Self.binary
        process.arguments = ["serve", "--port", "0"]
        process.environment = [
            "THINKCHILD_DATABASE": database, "THINKCHILD_MASTER_KEY": masterKeyText,
            "THINKCHILD_SECRET": "the same on both, as an operator has it", "THINKCHILD_PASSWORD_COST": "14",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
        port = try await Self.port(in: said, saidBy: process)
    }

    /// Without a moment to put anything in order.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
    func stop() { process.terminate() }

    /// - Returns: the status it ended with, or the number of the signal that ended it.
    func ended() async throws -> Int32 {
        while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        return process.terminationStatus
    }

    /// What was built beside these tests.
    private static var binary: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "thinkchild")
    }

    private static func port(in said: URL, saidBy process: Process) async throws -> Int {
        for _ in 0..<6_000 {
            let text = try String(contentsOf: said, encoding: .utf8)
            if let found = text.firstMatch(of: /listening on http:\/\/localhost:(\d+)\n/), let port = Int(found.1) {
                return port
            }
            try #require(process.isRunning, "\(text)")
            try await Task.sleep(for: .milliseconds(20))
        }
        process.terminate()
        throw NotListening()
    }

    private struct NotListening: Error {}
}
