internal import App
public import Doors
public import Foundation
public import Kernel
public import Settings

/// How the front door is hung: where it listens, what it lets in, and how long it waits.
public struct ServerSettings: Sendable {
    /// `localhost`, `127.0.0.1` or `::1`; any other only with `allowRemote`.
    public var host: String
    public var port: Int
    /// Whether other machines may reach the service. Until sign-in exists, whoever reaches it administers it.
    public var allowRemote: Bool
    /// The names, without ports, that a request may call this service by, beside those of this machine and `host`.
    public var allowedHosts: Set<String>
    public var limits: Limits
    /// Where GOV.UK Frontend was put; looked for in the usual places when nil.
    public var assetsFolder: String?
    /// What signs the tokens in forms; made anew at each start when nil, and then a form left open over a restart
    /// must be sent twice.
    public var secret: [UInt8]?
    /// Who asks, in a house without accounts.
    public var caller: @Sendable () -> Caller
    /// The time, handed in so that a test can hold it still.
    public var clock: @Sendable () -> Date
    /// Where access log lines go.
    public var accessLog: AccessLog

    public init(
        host: String = "127.0.0.1", port: Int = 8080, allowRemote: Bool = false, allowedHosts: Set<String> = [],
        limits: Limits = Limits(), assetsFolder: String? = nil, secret: [UInt8]? = nil,
        caller: @escaping @Sendable () -> Caller = { .keyboard },
        clock: @escaping @Sendable () -> Date = { Date() }, accessLog: AccessLog = .standardError
    ) {
        self.host = host
        self.port = port
        self.allowRemote = allowRemote
        self.allowedHosts = allowedHosts
        self.limits = limits
        self.assetsFolder = assetsFolder
        self.secret = secret
        self.caller = caller
        self.clock = clock
        self.accessLog = accessLog
    }

    /// As the operator decided.
    public init(_ settings: Settings) {
        self.init(
            host: settings[Settings.host], port: settings[Settings.port],
            allowedHosts: Set(settings[Settings.allowedHosts]), limits: Limits(settings),
            assetsFolder: settings[Settings.assets], secret: settings[Settings.secret]?.bytes)
    }

    /// What the door lets in, and how long it waits for it.
    public struct Limits: Sendable {
        public var addressBytesMax = 8_192
        public var headersMax = 100
        public var headerBytesMax = 32_768
        public var formBytesMax = 1_048_576
        public var uploadBytesMax = 67_108_864
        public var fields = Fields.Limits()
        public var connectionsMax = 1_024
        /// A connection on which nothing whole arrives for this long is closed; a request's head must arrive within it.
        public var idle = Duration.seconds(30)
        /// A request's body must arrive within this.
        public var body = Duration.seconds(60)
        /// A request must be answered within this of having arrived.
        public var answer = Duration.seconds(30)
        /// What is under way when the service is told to stop may take this long to finish.
        public var drain = Duration.seconds(20)
        /// The store must say that it is well within this.
        public var health = Duration.seconds(2)

        public init() {}

        /// As the operator decided.
        init(_ settings: Settings) {
            connectionsMax = settings[Settings.connectionsMax]
            formBytesMax = settings[Settings.formKilobytes] * 1_024
            uploadBytesMax = settings[Settings.uploadMegabytes] * 1_048_576
            idle = settings[Settings.idle]
            body = settings[Settings.body]
            answer = settings[Settings.answer]
            drain = settings[Settings.drain]
        }
    }
}

extension ServerSettings {
    /// The address to bind.
    /// - Throws: `.invalid` for an address that other machines can reach, unless that was asked for.
    func address() throws(Refusal) -> String {
        if let own = Self.loopback[host.lowercased()] { return own }
        guard allowRemote else {
            throw .invalid([
                Problem(
                    "host",
                    "\(host) can be reached from other machines, and whoever reaches this service administers it. "
                        + "Leave --host out, or add --allow-remote if something in front of it decides who may come in")
            ])
        }
        return host
    }

    /// `localhost` is bound as the address it should mean, whatever the machine's files say it means.
    private static let loopback = ["localhost": "127.0.0.1", "127.0.0.1": "127.0.0.1", "::1": "::1", "[::1]": "::1"]

    /// The names that a request may call this service by. A page of another site that has pointed its own name at
    /// this machine (DNS rebinding) calls it by another.
    var hostNames: Set<String> {
        Set(["localhost", "127.0.0.1", "[::1]", host.lowercased()] + allowedHosts.map { $0.lowercased() })
    }
}
