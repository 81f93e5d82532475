public import Settings

// How the front door is hung, as an operator decides it. `Server` reads these.

extension Settings {
    static let ofTheDoor = [
        host.declaration, port.declaration, allowedHosts.declaration, certificate.declaration,
        certificateKey.declaration,
        hsts.declaration, trustedProxies.declaration, proxyHeaders.declaration, watchers.declaration,
        secret.declaration,
    ]

    public static let host = Setting.text(
        "listen.host", "THINKCHILD_HOST", usual: "127.0.0.1",
        "The address to listen on; one that other machines reach needs TLS, or trusted proxies.")
    public static let port = Setting.number(
        "listen.port", "THINKCHILD_PORT", in: 0...65_535, usual: 8_080,
        "The port to listen on; 0 for any that is free.")
    public static let allowedHosts = Setting.list(
        "allowed-hosts", "THINKCHILD_ALLOWED_HOSTS",
        "The names, without ports, that a browser may call this service by, beside those of this machine."
    ) { name throws(Unfit) in
        guard !name.contains("/"), !name.contains("*"), name.hasPrefix("[") || !name.contains(":") else {
            throw Unfit("holds names such as trust.example.org, without a port or *, and “\(name)” is not one")
        }
    }
    public static let certificate = Setting<String?>.text(
        "tls.certificate", "THINKCHILD_TLS_CERTIFICATE", kind: "a file's path",
        "The certificate and its chain, in PEM: with it the service answers https, and needs a restart to renew it.")
    public static let certificateKey = Setting<String?>.text(
        "tls.key", "THINKCHILD_TLS_KEY", kind: "a file's path", "The certificate's private key, in PEM, unlocked.")
    public static let hsts = Setting.duration(
        "tls.only-for", "THINKCHILD_TLS_ONLY_FOR", in: .zero...(.seconds(730 * 86_400)), usual: .seconds(365 * 86_400),
        "How long a browser that came by https may come by nothing else (HSTS); 0s leaves it free.")
    public static let trustedProxies = Setting.list(
        "trusted-proxies", "THINKCHILD_TRUSTED_PROXIES",
        "Addresses, or ranges such as 10.0.0.0/8, of proxies believed in what they say of who asks.",
        each: mustBeRange)
    public static let proxyHeaders = Setting.word(
        "trusted-proxies.headers", "THINKCHILD_TRUSTED_PROXIES_HEADERS", among: ["x-forwarded", "forwarded"],
        usual: "x-forwarded", "Which headers those proxies write; the others are not read.")
    public static let watchers = Setting.list(
        "metrics.from", "THINKCHILD_METRICS_FROM",
        "Addresses, or ranges, from which /metrics may be read, beside this machine's own.", each: mustBeRange)
    public static let secret = Setting.secret(
        "secret", "THINKCHILD_SECRET", bytesMin: 32,
        "Signs forms and cookies; the same on every machine; made anew at each start when it is not set.")

    @Sendable private static func mustBeRange(_ text: String) throws(Unfit) {
        guard AddressRange(text) != nil else {
            throw Unfit("holds addresses such as 10.0.0.1 or ranges such as 10.0.0.0/8, and “\(text)” is neither")
        }
    }

    static let ofTheLimits = [
        connectionsMax.declaration, formKilobytes.declaration, uploadMegabytes.declaration, idle.declaration,
        body.declaration, answer.declaration, drain.declaration,
    ]

    public static let connectionsMax = Setting.number(
        "limits.connections", "THINKCHILD_LIMITS_CONNECTIONS", in: 1...65_536, usual: 1_024,
        "How many connections may be open at once; the next waits.")
    public static let formKilobytes = Setting.number(
        "limits.form", "THINKCHILD_LIMITS_FORM", in: 16...65_536, usual: 1_024, "Kilobytes that a form may hold.")
    public static let uploadMegabytes = Setting.number(
        "limits.upload", "THINKCHILD_LIMITS_UPLOAD", in: 1...4_096, usual: 64,
        "Megabytes that may be uploaded at once.")
    public static let idle = Setting.duration(
        "limits.idle", "THINKCHILD_LIMITS_IDLE", in: .seconds(1)...(.seconds(3_600)), usual: .seconds(30),
        "A connection on which nothing whole arrives for this long is closed.")
    public static let body = Setting.duration(
        "limits.body", "THINKCHILD_LIMITS_BODY", in: .seconds(1)...(.seconds(3_600)), usual: .seconds(60),
        "A request's body must arrive within this.")
    public static let answer = Setting.duration(
        "limits.answer", "THINKCHILD_LIMITS_ANSWER", in: .seconds(1)...(.seconds(3_600)), usual: .seconds(30),
        "A request must be answered within this.")
    public static let drain = Setting.duration(
        "limits.drain", "THINKCHILD_LIMITS_DRAIN", in: .seconds(0)...(.seconds(600)), usual: .seconds(20),
        "What is under way when the service is told to stop may take this long to finish.")
}
