import Foundation
import Kernel
import Store

#if canImport(Glibc)
import Glibc
#endif

/// A process that writes until it is killed, telling in a file what it was told was saved.
struct Killed: Sendable {
    let database: String
    /// A line for each acknowledged write: its identifier, and the largest group that shared a flush so far.
    let log: String

    init(_ location: Location) {
        database =
            switch location {
            case .memory: ":memory:"
            case .file(let path): path
            case .postgres(let url): url
            }
        let name = "thinkchild-killed-\(UUID().uuidString)"
        log = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    }

    /// What the process was told was saved, and the largest group.
    func acknowledged() -> (ids: Set<Int>, groupMax: Int) {
        // None, where it ended before its first: why it did is then what shows.
        let said = FileManager.default.contents(atPath: log) ?? Data()
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: " ").compactMap { Int($0) } }
            .filter { $0.count == 2 }
        return (Set(lines.map { $0[0] }), lines.map { $0[1] }.max() ?? 0)
    }

    func forget() { try? FileManager.default.removeItem(atPath: log) }

    /// Runs in the process that is to die. So many microseconds after the first acknowledgement, wherever it then is,
    /// it ends without a word to anybody.
    static func write(to database: String, from first: Int, log: String, killedAfter microseconds: Int) async throws {
        var settings = StoreSettings()
        settings.waitMax = .seconds(60)
        let store = try Store.open(Location(database), settings: settings)
        let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let begun = Gate()
        Thread.detachNewThread {
            begun.wait()
            usleep(UInt32(microseconds))
            kill(getpid(), SIGKILL)
        }
        await Traffic(store, from: first).run(writers: 16) { id in
            let line = Array("\(id) \(store.counters.groupSizeMax)\n".utf8)
            _ = Glibc.write(file, line, line.count)
            begun.open()
        }
    }
}
