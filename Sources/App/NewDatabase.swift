import Foundation
public import Kernel
import Sealing
public import Settings
public import Store

/// A database on SQLite that a command makes: it has a name of its own until the command has gone well, so that one
/// that is refused, answered "no" or killed leaves no empty database behind, and no key.
public struct NewDatabase: Sendable {
    /// Where it is to be.
    let path: String
    /// Where it is while it is made: in the same folder, so that it is put in place in one step.
    let working: String
    /// The folder was made for it, and goes with it.
    private let folderIsNew: Bool

    /// Nil where there is a database already, where none is kept in a file, or where the path is a link to elsewhere.
    public init?(at location: Location) {
        guard case .file(let path) = location, (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
            return nil
        }
        self.path = path
        working = path + ".making-" + UUID().uuidString.prefix(8)
        folderIsNew = !FileManager.default.fileExists(atPath: Self.folder(of: path))
    }

    /// The place to open in the meantime.
    public var location: Location { .file(working) }

    /// The settings with the key that lies where this database's key will be, from a database that was there before.
    public func settings(_ settings: Settings) throws(Refusal) -> Settings {
        guard settings[Settings.masterKey] == nil, let held = try MasterKeyFile.beside(path).read() else {
            return settings
        }
        var settings = settings
        try settings.set(Settings.masterKey, to: held.text, by: MasterKeyFile.beside(path).path)
        return settings
    }

    /// Puts it, closed, in its place, the key before what is sealed with it.
    /// - Parameter saying: Told of a key that was made.
    /// - Throws: `.changedMeanwhile` when another command made the database in the meantime.
    public func keep(saying: (String) -> Void) throws(Refusal) {
        let key = MasterKeyFile.beside(working)
        for file in [key.path, working] where FileManager.default.fileExists(atPath: file) {
            let place = path + file.dropFirst(working.count)
            guard link(file, place) == 0 else {
                if errno == EEXIST {
                    throw .changedMeanwhile("Another command made \(place) in the meantime: try again")
                }
                throw .unavailable("\(place) cannot be put in place: \(String(cString: strerror(errno)))")
            }
        }
        try Durable.flush(Self.folder(of: path))
        if key.isThere { saying(MasterKeySource.warning(MasterKeyFile.beside(path).path)) }
    }

    /// Leaves nothing of it.
    public func discard() {
        for ending in ["", "-wal", "-shm", ".key"] { try? FileManager.default.removeItem(atPath: working + ending) }
        // Refused by the system while anything else is in it.
        if folderIsNew { rmdir(Self.folder(of: path)) }
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
}
