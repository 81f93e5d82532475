import Foundation
import Kernel
import Synchronization

/// A program of the system's, run for one piece of work: without a shell, in a folder of its own, with an environment
/// that says nothing, and with limits on its time, its processor and its memory.
public struct Program: Sendable {
    /// What it may use.
    public struct Limits: Sendable {
        public var wait = Duration.seconds(120)
        public var processorSeconds = 120
        public var memoryMegabytes = 2_048
        public var fileMegabytes = 1_024

        public init() {}
    }

    /// What became of it.
    public struct Outcome: Sendable {
        /// What it exited with: nought where it went well.
        public let status: Int32
        /// The first mebibyte of each.
        public let output: String
        public let complaint: String
    }

    public let path: String
    public var limits: Limits

    /// Sets a process's limits before the program starts; part of every Debian (util-linux).
    public static let limiter = "/usr/bin/prlimit"
    private static let heardMax = 1_048_576

    public init(path: String, limits: Limits = Limits()) { (self.path, self.limits) = (path, limits) }

    /// - Throws: `ProgramFailure` when it cannot be started, or takes too long.
    public func run(_ arguments: [String], in folder: PrivateFolder) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.limiter)
        process.arguments =
            [
                "--cpu=\(limits.processorSeconds)", "--as=\(limits.memoryMegabytes * 1_048_576)",
                "--fsize=\(limits.fileMegabytes * 1_048_576)", "--core=0", "--", path,
            ] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path, isDirectory: true)
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": folder.path,
        ]
        process.standardInput = FileHandle.nullDevice
        // To files, since a pipe that nobody empties would hold the program up.
        process.standardOutput = try Self.open(folder.file("output"))
        process.standardError = try Self.open(folder.file("complaint"))
        try await finish(process)
        return Outcome(
            status: process.terminationStatus, output: Self.heard(folder.file("output")),
            complaint: Self.heard(folder.file("complaint")))
    }

    private func finish(_ process: Process) async throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let isLate = Atomic(false)
        let waiting = Task {
            try await Task.sleep(for: limits.wait)
            isLate.store(true, ordering: .relaxed)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        defer { waiting.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in continuation.resume() }
                do { try process.run() } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: ProgramFailure("\(name) cannot be started"))
                }
            }
        } onCancel: {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        try Task.checkCancellation()
        guard !isLate.load(ordering: .relaxed) else {
            throw ProgramFailure("\(name) took longer than \(limits.wait.components.seconds) seconds")
        }
    }

    private static func open(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Refusal.unavailable("There is nowhere to work: the folder for temporary files is full") }
        return handle
    }

    private static func heard(_ path: String) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else { return "" }
        defer { try? handle.close() }
        return String(decoding: (try? handle.read(upToCount: heardMax)) ?? Data(), as: UTF8.self)
    }
}

/// What a program could not do: a sentence for whoever runs the service, with nothing of what it was given in it.
public struct ProgramFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
