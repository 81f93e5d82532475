import Foundation
import Kernel
import Ledger
import Store
import Workflows

/// A backup that is taken of a SQLite database before its tables are changed by a newer version.
struct UpgradeBackup {
    let backup: TakeBackup
    /// How many are kept; none is taken when 0.
    let keep: Int

    /// Takes one when the database was made by an older version. Where nothing was ever recorded there is nothing to
    /// lose: another process may be making the tables just now.
    /// - Returns: Its path; nil when none was needed.
    func take(of store: Store, before schemas: [Schema], at now: Date) async throws -> String? {
        guard keep > 0, case .file(let path) = store.location, case .some = try await store.pending(schemas),
            try await Ledger(store: store).holdsFacts()
        else { return nil }
        let stamp = now.formatted(.iso8601).filter { $0.isLetter || $0.isNumber }
        let file = "\(path).upgrade-\(stamp).backup"
        do { _ = try await backup(of: store, to: file, keys: Self.keys(of: path), at: now) } catch {
            let why = (error as? Refusal)?.sentences.joined(separator: "; ") ?? "\(error)"
            throw Refusal.unavailable(
                "The database is of an older version, and the backup before its upgrade could not be taken: \(why). "
                    + "Nothing was changed. Make room, or set backups.keep to 0 once you have taken one yourself")
        }
        forget(besides: keep, of: path)
        return file
    }

    /// The keys of all of them: one file, replaced by each.
    static func keys(of database: String) -> KeyFile { KeyFile(database + ".upgrade.keys") }

    /// Only the youngest are kept.
    private func forget(besides keep: Int, of path: String) {
        let url = URL(fileURLWithPath: path), folder = url.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let ours = names.filter { $0.hasPrefix("\(url.lastPathComponent).upgrade-") && $0.hasSuffix(".backup") }
        for name in ours.sorted().dropLast(keep) {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}
