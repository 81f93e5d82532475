import App
import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Server

/// A process of its own that serves a database until it is killed, or told to stop.
struct Serving: Sendable {
    private let database: String
    /// Holds the process's number and its port, once it listens.
    private let file = FileManager.default.temporaryDirectory.appending(path: "serving-\(UUID().uuidString)").path

    init(_ url: String) { database = url }

    /// - Returns: its number and its port, once it listens.
    func listening() async throws -> (process: pid_t, port: Int) {
        while true {
            let words = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: " ") ?? []
            if words.count == 3, let process = pid_t(words[0]), let port = Int(words[1]) { return (process, port) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func untilKilled() async {
        let database = database, file = file
        await #expect(processExitsWith: .signal(SIGKILL)) { [database = database as String, file = file as String] in
            try await Serving.run(database, tellingIn: file)
        }
        try? FileManager.default.removeItem(atPath: file)
    }

    func untilStopped() async {
        let database = database, file = file
        await #expect(processExitsWith: .success) { [database = database as String, file = file as String] in
            try await Serving.run(database, tellingIn: file)
        }
        try? FileManager.default.removeItem(atPath: file)
    }

    private static func run(_ database: String, tellingIn file: String) async throws {
        let house = try await SignInHouse(in: .postgres(database), at: Date())
        var settings = house.settings
        settings.clock = { Date() }
        try await makeServices(
            house: house.house, modules: house.building.modules, settings: settings, signals: [.sigterm],
            whenListening: { port in
                try? Data("\(getpid()) \(port) .".utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            }
        ).run()
        house.house.store.close()
    }
}
