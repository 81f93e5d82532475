internal import App
public import Doors
internal import Files
public import Foundation
public import Kernel
public import Settings

/// How the front door is hung: where it listens, what it lets in, and how long it waits.
public struct ServerSettings: Sendable {
    /// `localhost`, `127.0.0.1` or `::1`; any other only with TLS or trusted proxies.
    public var host: String
    public var port: Int
    /// With them the service answers https, and nothing else.
    public var tls: TLSFiles?
    /// Who is believed in what they say of where a request came from.
    public var proxies = TrustedProxies()
    /// From where `/metrics` may be read, beside this machine.
    public var watchers: [AddressRange] = []
    /// How long a browser that came by https may come by nothing else (HSTS, RFC 6797); none when zero.
    public var hsts = Duration.zero
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
        host: String = "127.0.0.1", port: Int = 8080, tls: TLSFiles? = nil, allowedHosts: Set<String> = [],
        limits: Limits = Limits(), assetsFolder: String? = nil, secret: [UInt8]? = nil,
        caller: @escaping @Sendable () -> Caller = { .keyboard },
        clock: @escaping @Sendable () -> Date = { Date() }, accessLog: AccessLog = .standardError
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.allowedHosts = allowedHosts
        self.limits = limits
        self.assetsFolder = assetsFolder
        self.secret = secret
        self.caller = caller
        self.clock = clock
        self.accessLog = accessLog
    }

    /// As the operator decided.
    /// - Throws: `.invalid` when two settings do not go together.
    public init(_ settings: Settings) throws(Refusal) {
        self.init(
            host: settings[Settings.host], port: settings[Settings.port], tls: try Self.tls(settings),
            allowedHosts: Set(settings[Settings.allowedHosts]), limits: Limits(settings),
            assetsFolder: settings[Settings.assets], secret: settings[Settings.secret]?.bytes)
        proxies = TrustedProxies(
            settings[Settings.trustedProxies].compactMap { AddressRange($0) },
            dialect: TrustedProxies.Dialect(rawValue: settings[Settings.proxyHeaders]) ?? .xForwarded)
        watchers = settings[Settings.watchers].compactMap { AddressRange($0) }
        hsts = settings[Settings.hsts]
    }

    private static func tls(_ settings: Settings) throws(Refusal) -> TLSFiles? {
        switch (settings[Settings.certificate], settings[Settings.certificateKey]) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return TLSFiles(certificate: certificate, key: key)
        case (_?, nil): throw .invalid([Problem("tls.key", "tls.certificate is set, and tls.key is not")])
        case (nil, _?): throw .invalid([Problem("tls.certificate", "tls.key is set, and tls.certificate is not")])
        }
    }

    /// What the door lets in, and how long it waits for it.
    public struct Limits: Sendable {
        public var addressBytesMax = 8_192
        public var headersMax = 100
        public var headerBytesMax = 32_768
        public var formBytesMax = 1_048_576
        public var uploadBytesMax = 67_108_864
        public var fields = Fields.Limits()
        public var files = Upload.Limits()
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
            files = Upload.Limits(
                countMax: settings[Settings.filesAtOnce], bytesMax: settings[Settings.fileMegabytes] * 1_048_576)
            idle = settings[Settings.idle]
            body = settings[Settings.body]
            answer = settings[Settings.answer]
            drain = settings[Settings.drain]
        }
    }
}

extension ServerSettings {
    /// The address to bind.
    /// - Throws: `.invalid` for an address that other machines can reach, unless what they say is kept from others.
    func address() throws(Refusal) -> String {
        if let own = Self.loopback[host.lowercased()] { return own }
        guard tls != nil || !proxies.ranges.isEmpty else {
            throw .invalid([
                Problem(
                    "listen.host",
                    "\(host) can be reached from other machines, and what goes to and fro would be in the clear: "
                        + "set tls.certificate and tls.key, or trusted-proxies when a proxy in front of it speaks https"
                )
            ])
        }
        return host.trimmingCharacters(in: ["[", "]"])
    }

    /// Whether who asks may read the figures of the service. A connection without addresses is of this machine.
    func mayWatch(_ approach: Approach) -> Bool {
        guard let address = NetworkAddress(approach.address) else { return approach.address.isEmpty }
        return address.isLoopback || watchers.contains { $0.contains(address) }
    }

    /// `localhost` is bound as the address it should mean, whatever the machine's files say it means.
    private static let loopback = ["localhost": "127.0.0.1", "127.0.0.1": "127.0.0.1", "::1": "::1", "[::1]": "::1"]

    /// How the service is reached on this machine: for the line that says it has started.
    public var scheme: String { tls == nil ? "http" : "https" }

    /// The names that a request may call this service by. A page of another site that has pointed its own name at
    /// this machine (DNS rebinding) calls it by another.
    var hostNames: Set<String> {
        Set(["localhost", "127.0.0.1", "[::1]", host.lowercased()] + allowedHosts.map { $0.lowercased() })
    }
}
