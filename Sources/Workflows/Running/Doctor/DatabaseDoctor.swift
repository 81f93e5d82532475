public import Foundation
import Kernel
import Ledger
public import Store

/// Looks at the database, without changing anything in it.
public struct DatabaseDoctor: Sendable {
    let location: Location
    let schemas: [Schema]
    let now: Date
    /// What else is asked of a database whose tables are all there.
    let more: @Sendable (Store) async -> [DoctorLine]

    public init(
        _ location: Location, schemas: [Schema], at now: Date,
        more: @escaping @Sendable (Store) async -> [DoctorLine] = { _ in [] }
    ) {
        self.more = more
        self.location = location
        self.schemas = schemas
        self.now = now
    }

    public func lines() async -> [DoctorLine] {
        if case .file(let path) = location {
            let file = FileDoctor(path)
            guard file.isThere else { return file.folderLines + [file.newLine] }
            return file.lines + (await opened())
        }
        return await opened()
    }

    private func opened() async -> [DoctorLine] {
        let store: Store
        do { store = try Store.open(location) } catch {
            return [
                .wrong(
                    "database", Self.words(error), mend: "See that \(location) is there, and that this user may use it."
                )
            ]
        }
        defer { store.close() }
        do {
            let condition = try await store.condition()
            let pending = await migrations(of: store)
            let engine = location.engine == .sqlite ? SQLiteDoctor.lines(condition) : PostgresDoctor.lines(condition)
            return [.fine("database", "\(location) answers")] + engine + [pending]
                + (await ledger(of: store, condition)) + (pending.state == .fine ? await more(store) : [])
        } catch {
            return [.wrong("database", Self.words(error), mend: "Restore it from a backup if it is damaged.")]
        }
    }

    private func migrations(of store: Store) async -> DoctorLine {
        do {
            switch try await store.pending(schemas) {
            case .none: return .fine("migrations", "all have been run")
            case .new:
                return .warning(
                    "migrations", "the database is empty", mend: "The service makes its tables at its start.")
            case .some(let names):
                return .warning(
                    "migrations", "\(names.count) are still to be run: \(names.joined(separator: ", "))",
                    mend: "The service runs them at its next start, on SQLite after taking a backup.")
            }
        } catch {
            return .wrong(
                "migrations", Self.words(error), mend: "Run the ThinkChild that made it, or a newer one.")
        }
    }

    /// The last of its links, and whether the clock has gone back since.
    private func ledger(of store: Store, _ condition: StoreCondition) async -> [DoctorLine] {
        do {
            guard try await store.pending(schemas) != .new else { return [clock(condition, lastFact: nil)] }
            let (head, firstBreak) = try await Ledger(store: store).verifyEnd()
            let clock = clock(condition, lastFact: head.at)
            if let firstBreak {
                return [
                    .wrong(
                        "ledger", "it does not fit at position \(firstBreak)",
                        mend:
                            "`thinkchild verify` says what was done. Keep the file as it is, and restore a backup."
                    ),
                    clock,
                ]
            }
            return [.fine("ledger", "its end fits, at position \(head.position); `verify` proves the whole"), clock]
        } catch {
            return [.wrong("ledger", Self.words(error), mend: "`thinkchild verify` may say more.")]
        }
    }

    private func clock(_ condition: StoreCondition, lastFact: Date?) -> DoctorLine {
        let mend = "Have the machine set its clock from the network: `timedatectl set-ntp true`."
        let year = 365.25 * 86_400
        guard (2025 - 1970) * year < now.timeIntervalSince1970, now.timeIntervalSince1970 < (2100 - 1970) * year else {
            return .wrong("clock", "this machine's clock says \(now.formatted(.iso8601))", mend: mend)
        }
        if let lastFact, lastFact > now.addingTimeInterval(60) {
            return .wrong(
                "clock", "it says \(now.formatted(.iso8601)), and the last fact was written later than that", mend: mend
            )
        }
        if let server = condition.clock, abs(server.timeIntervalSince(now)) > 30 {
            return .warning("clock", "the database server's is \(Int(server.timeIntervalSince(now))) s off", mend: mend)
        }
        return .fine("clock", "\(now.formatted(.iso8601)); English time is worked out from it without time zone files")
    }

    static func words(_ error: any Error) -> String {
        (error as? Refusal)?.sentences.joined(separator: "; ") ?? "\(error)"
    }
}
