public import Kernel

/// What every page has around it: whose service it is, where one can go, and the day it is shown as of.
public struct Layout: Sendable {
    public var councilName: String
    public var serviceName: String
    public var navigation: [Link]
    public var footer: [Link]
    /// The service's own first page, carrying the day shown.
    public var home: String
    /// Nil on a page that is of no day, such as one that says what went wrong.
    public var asOn: AsOn?
    /// What was last searched for.
    public var searched: String
    /// Where the style sheets are.
    public var assets: Assets
    /// Where one signs in, or one's own account; nil in a service without accounts.
    public var account: Link?
    /// Why the reader may see this page, in a sentence.
    public var why: String?
    /// Goes into every form that changes something; nil when there is none to give.
    public var token: String?

    public init(
        councilName: String, serviceName: String = "ThinkChild", navigation: [Link] = [], footer: [Link] = [],
        home: String = "/", asOn: AsOn? = nil, searched: String = "", assets: Assets = Assets(), token: String? = nil
    ) {
        self.councilName = councilName
        self.serviceName = serviceName
        self.navigation = navigation
        self.footer = footer
        self.home = home
        self.asOn = asOn
        self.searched = searched
        self.assets = assets
        self.token = token
    }

    /// Paths of what a page is drawn with. Each holds a digest of its content, so that it may be kept for ever.
    public struct Assets: Sendable, Equatable {
        public var frontend: String
        public var own: String
        public var icon: String
        public var script: String

        public init(
            frontend: String = "/assets/govuk-frontend.min.css", own: String = "/assets/thinkchild.css",
            icon: String = "/assets/icon.svg", script: String = "/assets/thinkchild.js"
        ) {
            self.frontend = frontend
            self.own = own
            self.icon = icon
            self.script = script
        }
    }
}

/// The day a page is shown as of, and how to ask for another.
public struct AsOn: Sendable, Equatable {
    public let day: Day
    public let today: Day
    /// The page's own path, which is asked for again with another day.
    public let path: String
    /// What else the address carries and must go on carrying.
    public let keeping: [Kept]
    /// The name of the scenario laid over the state, when one is.
    public let scenario: String?
    public let notices: [String]

    /// One name and value of an address.
    public struct Kept: Sendable, Equatable {
        public let name: String
        public let value: String
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        day: Day, today: Day, path: String, keeping: [Kept] = [], scenario: String? = nil, notices: [String] = []
    ) {
        self.day = day
        self.today = today
        self.path = path
        self.keeping = keeping
        self.scenario = scenario
        self.notices = notices
    }
}
