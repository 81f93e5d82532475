import Foundation

/// A PostgreSQL server of a test's own, in a folder of its own, run by an unprivileged user and thrown away.
public final class Cluster: Sendable {
    /// How a server is stopped: as an operator does, or as a power cut does.
    public enum Stop: String, Sendable { case fast, immediate }

    public let port: Int
    private let folder: URL
    private let password: String
    private static let user = "thinkchild"
    private static let host = "127.0.0.1"

    /// Makes a server and starts it.
    public convenience init() async throws {
        try await self.init(password: UUID().uuidString)
        let file = folder.appendingPathComponent("password")
        try Data(password.utf8).write(to: file)
        try await Cluster.run("chown", [Cluster.owner ?? NSUserName(), file.path])
        try await own(
            "initdb",
            [
                "--pgdata=\(data)", "--username=\(Cluster.user)", "--auth=scram-sha-256", "--pwfile=\(file.path)",
                "--encoding=UTF8", "--locale=C", "--no-sync",
            ])
        try configure("")
        try await start()
    }

    /// Makes a standby that has everything another server acknowledges from now on.
    public convenience init(following primary: Cluster) async throws {
        try await self.init(password: primary.password)
        try await own(
            "pg_basebackup",
            [
                "--host=\(Cluster.host)", "--port=\(primary.port)", "--username=\(Cluster.user)", "--pgdata=\(data)",
                "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
            ])
        try configure("")
        try await start()
        try primary.configure("synchronous_standby_names = '*'")
        try await primary.own("pg_ctl", ["reload", "--silent", "--pgdata=\(primary.data)"])
    }

    private init(password: String) async throws {
        self.password = password
        // Below those that the system lends to whoever connects, so that a stopped server finds its own again.
        port = Int.random(in: 20_000..<32_000)
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("thinkchild-cluster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let owner = Cluster.owner { try await Cluster.run("chown", [owner, folder.path]) }
    }

    public var url: String { "postgres://\(Cluster.user):\(password)@\(Cluster.host):\(port)/postgres" }

    /// Whichever of the two can be written to.
    public func url(or other: Cluster) -> String {
        let hosts = "\(Cluster.host):\(port),\(Cluster.host):\(other.port)"
        return "postgres://\(Cluster.user):\(password)@\(hosts)/postgres?target_session_attrs=read-write"
    }

    public func start() async throws {
        try await own("pg_ctl", ["start", "--silent", "--wait", "--pgdata=\(data)", "--log=\(folder.path)/server.log"])
    }

    public func stop(_ how: Stop) async throws {
        try await own("pg_ctl", ["stop", "--silent", "--wait", "--mode=\(how.rawValue)", "--pgdata=\(data)"])
    }

    /// Makes a standby the one that is written to.
    public func promote() async throws {
        try await own("pg_ctl", ["promote", "--silent", "--wait", "--pgdata=\(data)"])
    }

    private var data: String { folder.appendingPathComponent("data").path }

    /// The last line about a setting wins. Nothing here outlives the test, so nothing is flushed.
    private func configure(_ more: String) throws {
        let settings = """

            port = \(port)
            listen_addresses = '\(Cluster.host)'
            unix_socket_directories = ''
            fsync = off
            shared_buffers = 16MB
            max_connections = 40
            synchronous_standby_names = ''
            \(more)

            """
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: data + "/postgresql.conf"))
        try file.seekToEnd()
        try file.write(contentsOf: Data(settings.utf8))
        try file.close()
    }
}

// MARK: - Commands

/// A command that did not succeed, with what it said.
private struct CommandFailed: Error, CustomStringConvertible { let description: String }

extension Cluster {
    /// PostgreSQL refuses to run as root, so root hands it to the user `postgres`, or to `nobody` where there is none.
    private static let owner: String? = geteuid() != 0 ? nil : getpwnam("postgres") == nil ? "nobody" : "postgres"

    /// Where the server's programs are: on the path, or where Debian keeps them.
    private static let programs: String = {
        let kept = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: kept)) ?? []
        let latest = versions.max { (Int($0) ?? 0) < (Int($1) ?? 0) }
        return latest.map { "\(kept)/\($0)/bin/" } ?? ""
    }()

    /// Runs one of PostgreSQL's programs as the owner of the server.
    private func own(_ program: String, _ arguments: [String]) async throws {
        let command = command(program, arguments)
        try await Cluster.run(command.program, command.arguments, in: folder, password)
    }

    private func command(_ program: String, _ arguments: [String]) -> (program: String, arguments: [String]) {
        let program = Cluster.programs + program
        guard let owner = Cluster.owner else { return (program, arguments) }
        return ("runuser", ["-u", owner, "--", program] + arguments)
    }

    /// Takes it away, however it is. Blocks for a moment.
    public func remove() {
        let stop = command("pg_ctl", ["stop", "--silent", "--wait", "--mode=immediate", "--pgdata=\(data)"])
        try? Cluster.runBlocking(stop.program, stop.arguments, in: folder, password)
        try? FileManager.default.removeItem(at: folder)
    }

    /// On a thread of its own: it blocks, and the few threads of the tests are the others' too.
    private static func run(
        _ program: String, _ arguments: [String], in folder: URL? = nil, _ password: String? = nil
    ) async throws {
        try await withCheckedThrowingContinuation { caller in
            Thread.detachNewThread {
                caller.resume(with: Result { try runBlocking(program, arguments, in: folder, password) })
            }
        }
    }

    /// Waits for the command alone: Foundation's `Process` waits for every daemon that the command leaves behind.
    private static func runBlocking(
        _ program: String, _ arguments: [String], in folder: URL? = nil, _ password: String? = nil
    ) throws {
        let log = FileManager.default.temporaryDirectory
            .appendingPathComponent("thinkchild-command-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        let script =
            "log=$1 PGPASSWORD=$2; export PGPASSWORD; cd \"$3\"; shift 3; exec \"$@\" >\"$log\" 2>&1 </dev/null"
        let words = ["sh", "-c", script, "sh", log, password ?? "", folder?.path ?? "/", program] + arguments
        var texts = words.map { strdup($0) } + [nil]
        defer { texts.forEach { free($0) } }
        var process: pid_t = 0, status: Int32 = 0
        guard posix_spawn(&process, "/bin/sh", nil, nil, &texts, environ) == 0 else {
            throw CommandFailed(description: "\(program) could not be started")
        }
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw CommandFailed(description: "\(program) \(arguments.first ?? ""): \(said)")
        }
    }
}
