public import Identity
public import Kernel
public import Records
public import Settings
public import SingleSignOn
public import Store
public import Web

/// What is particular to one installation.
public struct HouseSettings: Sendable {
    public var councilName: String
    public var serviceName: String
    /// The day the service shows when nobody asks for another; today when nil.
    public var opensOn: Day?
    /// Where one can go from every page. The one whose path begins the page's own is marked.
    public var navigation: [Link]
    public var footer: [Link]
    /// The build that is running, so that a page kept by a browser is asked for anew after an upgrade.
    public var build: String
    /// Where people reach the service, without a slash at its end: for letters, and for what is read elsewhere, such
    /// as a calendar.
    public var address = "http://localhost:8080"

    public init(
        councilName: String = "The council", serviceName: String = "ThinkChild", opensOn: Day? = nil,
        navigation: [Link] = [], footer: [Link] = [], build: String = "0"
    ) {
        self.councilName = councilName
        self.serviceName = serviceName
        self.opensOn = opensOn
        self.navigation = navigation
        self.footer = footer
        self.build = build
    }
}

/// The building that a handler stands in: its store, its settings and its policies.
public struct House: Sendable {
    /// One number about the store that `/metrics` shows.
    public struct Counter: Sendable {
        public let name: String
        public let help: String
        public let value: Double
        public init(_ name: String, help: String, value: Double) {
            self.name = name
            self.help = help
            self.value = value
        }
    }

    public var store: Store
    public var settings: HouseSettings
    /// What the operator decided: `house.configuration[Settings.port]`.
    public var configuration: Settings
    /// Who may do what, by the name of the module that says so.
    public var policies: [String: Policy]
    /// Every module's policy as one; an action is named in one module only.
    public var policy: Policy
    /// Every kind of record there is, and what must be true of them together.
    public var registry = Registry([])
    /// Every way in over HTTP, for what describes them.
    public let routes: [Route]
    /// Changes whenever anything that a page shows may have changed: the ledger's head. One indexed read.
    /// Nil where there is nothing to tell by, and then no reply is kept.
    public var version: (@Sendable () async throws -> String)?
    /// Who has signed in. Nil in a house without accounts, as in a test of one room.
    public var identity: Identity?
    /// The council's own directory, by which people may sign in; nil where none is set.
    public var directory: SingleSignOn?
    /// What the reader should know of the day asked about; empty when nothing.
    public var notices: @Sendable (Request) async throws -> [String]
    public var counters: @Sendable () -> [Counter]
    /// What rooms add to the arrangements check.
    public var contributions: [Contribution] = []
    /// What rooms put on the golden thread.
    public var threads: [ThreadContribution] = []
    /// What rooms show on pages of other rooms' things.
    public var asides: [AsideContribution] = []
    /// What goes on beside answering, in every process that serves.
    public var background: [Background] = []
    /// How a verb talks with the person while it works; nil over HTTP.
    public var terminal: Terminal?

    public init(
        store: Store, settings: HouseSettings = HouseSettings(), configuration: Settings = Settings(),
        modules: [Module] = [],
        version: (@Sendable () async throws -> String)? = nil,
        notices: @escaping @Sendable (Request) async throws -> [String] = { _ in [] },
        counters: @escaping @Sendable () -> [Counter] = { [] }
    ) {
        self.store = store
        self.settings = settings
        self.configuration = configuration
        policies = Dictionary(modules.map { ($0.name, $0.policy) }, uniquingKeysWith: { $0.joined(with: $1) })
        policy = modules.reduce(Policy([:])) { $0.joined(with: $1.policy) }
        routes = modules.flatMap(\.routes)
        self.version = version
        self.notices = notices
        self.counters = counters
    }
}

/// A person at a keyboard, while a verb works.
public struct Terminal: Sendable {
    /// Asks a question that is answered yes or no. False where nobody can answer.
    public let ask: @Sendable (_ question: String) -> Bool
    /// Says how far the work has come; goes to standard error.
    public let say: @Sendable (_ sentence: String) -> Void

    public init(ask: @escaping @Sendable (String) -> Bool, say: @escaping @Sendable (String) -> Void) {
        self.ask = ask
        self.say = say
    }
}

extension Policy {
    /// Both policies' grants.
    func joined(with other: Policy) -> Policy { Policy(grants.merging(other.grants) { $0.union($1) }) }
}
