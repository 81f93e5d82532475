import Kernel
import Sealing
import Settings
import Store

/// Where the master key of a database comes from: the settings, or on SQLite a file beside it.
struct MasterKeySource {
    let location: Location
    let configuration: Settings

    init(_ location: Location, _ configuration: Settings) {
        (self.location, self.configuration) = (location, configuration)
    }

    /// The keys that a database needs. Makes one where there never was one and a file of ours may hold it.
    /// - Parameter saying: Told of a key that was made, and what its loss would mean.
    /// - Throws: `.unavailable` where the one that is needed is not here.
    func keys(for store: Store, saying: (String) -> Void) async throws -> MasterKeys {
        let needs = try await store.keyNeeds()
        let keys = MasterKeys(
            now: try key(neededFor: needs, saying: saying), before: configuration[Settings.masterKeyBefore])
        if let problem = needs.problem(with: keys) { throw Refusal.unavailable(problem) }
        return keys
    }

    /// The one that is there; nil where there is none.
    func held() throws(Refusal) -> MasterKey? {
        if let key = configuration[Settings.masterKey] { return key }
        guard case .file(let path) = location else { return nil }
        return try MasterKeyFile.beside(path).read()
    }

    private func key(neededFor needs: KeyNeeds, saying: (String) -> Void) throws(Refusal) -> MasterKey {
        if let key = try held() { return key }
        switch location {
        // Nothing of it outlives the process.
        case .memory: return .fresh()
        case .postgres:
            throw .unavailable(
                """
                A database on PostgreSQL needs a master key in the settings, the same on every machine. Make one with \
                `thinkchild keys new FILE`, name that file in THINKCHILD_MASTER_KEY_FILE, and keep a copy apart: \
                without it what is sealed is lost
                """)
        case .file(let path):
            let file = MasterKeyFile.beside(path)
            if let mark = needs.inUse {
                throw .unavailable(
                    """
                    The master key of this database, with the mark \(mark), is not at \(file.path). Nothing was \
                    changed. Put it back from the copy kept of it; docs/operating/keys.md says what can be done without
                    """)
            }
            let (key, isNew) = try file.make()
            if isNew { saying(Self.warning(file.path)) }
            return key
        }
    }

    /// What losing the key would mean, said before it happens.
    static func warning(_ path: String) -> String {
        """
        A MASTER KEY WAS MADE: \(path). Keep a copy of it now, apart from the database and its backups. If it is lost, \
        what is sealed can be read by nobody, ever: everyone's one-time codes must be set up anew, and restricted \
        records are gone. Whoever has it and the database can read what is sealed
        """
    }
}
