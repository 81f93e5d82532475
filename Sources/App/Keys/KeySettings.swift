import Sealing
public import Settings

// The master key, as an operator gives it.

extension Settings {
    static let ofTheKeys = [masterKey.declaration, masterKeyBefore.declaration, keyCopy.declaration]

    static let masterKey = key(
        "keys.master", "THINKCHILD_MASTER_KEY",
        """
        The master key of what is sealed; on SQLite, where none is set, one is made beside the database. Keep a copy \
        apart from database and backups: without it what is sealed is lost.
        """)

    static let masterKeyBefore = key(
        "keys.master-old", "THINKCHILD_MASTER_KEY_OLD",
        "The master key before, while `thinkchild keys rotate-master` has not finished.")

    /// Where a database's keys are kept apart from its backups.
    public static let keyCopy = Setting<String?>.text(
        "backups.keys", "THINKCHILD_BACKUPS_KEYS", kind: "a file's path",
        "Where the keys of backups are kept, apart from them; `thinkchild.keys` beside each backup when it is not set.")

    private static func key(_ name: String, _ variable: String, _ meaning: String) -> Setting<MasterKey?> {
        Setting(
            name, variable, kind: "32 bytes in base 64", usual: nil, usually: "", meaning, isSecret: true,
            shown: { _ in "set" }
        ) { text throws(Unfit) in
            guard let key = MasterKey(text: text) else {
                throw Unfit("is 32 bytes in base 64, as `thinkchild keys new FILE` writes them, and this is not")
            }
            return key
        }
    }
}
