public import Doors
import Files
import Kernel
import Press
public import Settings
import Sheets
import Store
import Web
import Workflows

extension Building {
    /// Every setting that an operator may decide, in the order in which a person should read them.
    public static let declaredSettings: [Declaration] = [
        Settings.ofTheHouse, Settings.ofTheDoor, Settings.ofTheLimits, Settings.ofTheStore, Settings.ofTheFiles,
        Settings.ofThePress, Settings.ofTheSheets, Settings.ofTheRooms, Settings.ofTheKeys, Settings.ofTheMail,
        Settings.ofTheAccounts, Settings.ofTheDirectory, Settings.ofTheOversight,
    ].flatMap(\.self)
}

extension HouseSettings {
    /// What is particular to this installation, and where one can go from every page.
    public init(_ settings: Settings) {
        self.init(
            councilName: settings[Settings.council], opensOn: settings[Settings.opensOn],
            navigation: [
                Link("Accountability", "/accountability"), Link("Bodies", "/bodies"), Link("Posts", "/posts"),
                Link("Organisations", "/organisations"), Link("Places", "/places"), Link("Needs", "/needs"),
                Link("Plans", "/plans"), Link("Performance", "/performance"), Link("Meetings", "/meetings"),
                Link("Findings", "/findings"), Link("Compare", "/compare"), Link("Records", "/records"),
            ],
            build: Building.version)
    }
}

// MARK: - Whose service it is

extension Settings {
    static let ofTheHouse = [
        database.declaration, council.declaration, opensOn.declaration, assets.declaration,
    ]

    /// A password in it is not printed.
    public static let database = Setting<String>(
        "database", "THINKCHILD_DATABASE", kind: "a file's path, or a postgres:// address",
        usual: Building.usualDatabase, usually: Building.usualDatabase, "Where the records are kept.",
        isSecret: true, shown: { text in (try? Location(text)).map { "\($0)" } ?? "set" }
    ) { text throws(Unfit) in
        do throws(Refusal) { _ = try Location(text) } catch {
            throw Unfit("will not do. " + error.sentences.joined(separator: ". "))
        }
        return text
    }

    public static let council = Setting.text(
        "council", "THINKCHILD_COUNCIL", usual: "The council",
        "Whose service it is, as every page says: the council's own name.")

    public static let opensOn = Setting.day(
        "opens-on", "THINKCHILD_ON", "The day shown when nobody asks for another; today when it is not set.")

    public static let assets = Setting<String?>.text(
        "assets", "THINKCHILD_ASSETS", kind: "a folder's path",
        "Where GOV.UK Frontend was put; looked for beside the program when it is not set.")
}

// MARK: - The store

extension Settings {
    static let ofTheStore = [
        connections.declaration, readers.declaration, databaseWait.declaration, statement.declaration,
        backupsKept.declaration,
    ]

    static let connections = Setting.number(
        "store.connections", "THINKCHILD_STORE_CONNECTIONS", in: 1...256, usual: 8,
        "PostgreSQL: connections held by this process.")
    static let readers = Setting.number(
        "store.readers", "THINKCHILD_STORE_READERS", in: 1...64, usual: 4, "SQLite: connections that read in parallel.")
    static let databaseWait = Setting.duration(
        "store.wait", "THINKCHILD_STORE_WAIT", in: .milliseconds(100)...(.seconds(600)), usual: .seconds(10),
        "How long a read or a write may wait for its turn before it is refused.")
    static let statement = Setting.duration(
        "store.statement", "THINKCHILD_STORE_STATEMENT", in: .seconds(1)...(.seconds(86_400)), usual: .seconds(300),
        "PostgreSQL: how long one statement may run.")
    static let backupsKept = Setting.number(
        "backups.keep", "THINKCHILD_BACKUPS_KEEP", in: 0...1_000, usual: 3,
        "SQLite: how many backups taken before upgrades are kept beside the database; 0 takes none.")
}

extension StoreSettings {
    public init(_ settings: Settings) {
        self.init()
        connections = settings[Settings.connections]
        readers = settings[Settings.readers]
        waitMax = settings[Settings.databaseWait]
        statementMax = settings[Settings.statement]
    }
}
