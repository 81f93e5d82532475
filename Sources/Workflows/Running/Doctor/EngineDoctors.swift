import Store

/// Looks at how SQLite is set up.
enum SQLiteDoctor {
    static func lines(_ condition: StoreCondition) -> [DoctorLine] {
        let mode = condition.settings["journal_mode"] ?? ""
        if mode == "wal" { return [.fine("journal", "write-ahead")] }
        return [
            .warning(
                "journal", "it is \(mode), so that readers and the writer wait for one another",
                mend: "Keep the database on a local disk: network file systems cannot share a write-ahead log.")
        ]
    }
}

/// Looks at how the PostgreSQL server is set up.
enum PostgresDoctor {
    /// The oldest that its makers still mend, and the oldest this has been tried with.
    private static let oldestMended = 140_000, oldest = 120_000

    static func lines(_ condition: StoreCondition) -> [DoctorLine] {
        [version(condition), durability(condition), standby(condition), encoding(condition)]
    }

    private static func version(_ condition: StoreCondition) -> DoctorLine {
        let words = "PostgreSQL \(condition.settings["server_version"] ?? "of no known version")"
        let number = condition.settings["server_version_num"].flatMap { Int($0) } ?? 0
        if number < oldest { return .wrong("server", words, mend: "Upgrade it: ThinkChild needs 12 or later.") }
        if number < oldestMended {
            return .warning("server", words, mend: "Upgrade it: faults in it are no longer mended.")
        }
        return .fine("server", words)
    }

    /// An acknowledged write must outlive a power cut.
    private static func durability(_ condition: StoreCondition) -> DoctorLine {
        let off = ["fsync", "synchronous_commit", "full_page_writes"].filter { condition.settings[$0] == "off" }
        if off.isEmpty { return .fine("durability", "what is acknowledged is on the server's disk") }
        return .wrong(
            "durability", "\(off.joined(separator: " and ")) off: a power cut loses writes that were acknowledged",
            mend: "Turn \(off.count == 1 ? "it" : "them") on in postgresql.conf, and reload.")
    }

    private static func standby(_ condition: StoreCondition) -> DoctorLine {
        guard condition.isStandby else { return .fine("role", "the server takes writes") }
        return .wrong(
            "role", "the server is a standby, and takes no writes",
            mend: "Name the primary, or several hosts with target_session_attrs=read-write.")
    }

    private static func encoding(_ condition: StoreCondition) -> DoctorLine {
        let encoding = condition.settings["server_encoding"] ?? ""
        if encoding == "UTF8" { return .fine("encoding", "UTF8") }
        return .wrong("encoding", encoding, mend: "Make the database anew with ENCODING 'UTF8'.")
    }
}
