import Cast
import Foundation
import Kernel
import Settings
import Testing

/// Settings of no service in particular, one of each kind.
private enum Sample {
    static let name = Setting.text("name", "THINKCHILD_NAME", usual: "nobody", "A name.")
    static let port = Setting.number("listen.port", "THINKCHILD_PORT", in: 1...65_535, usual: 8_080, "A port.")
    static let wait = Setting.duration(
        "wait", "THINKCHILD_WAIT", in: .seconds(1)...(.seconds(3_600)), usual: .seconds(30), "A time.")
    static let loud = Setting.answer("loud", "THINKCHILD_LOUD", usual: false, "An answer.")
    static let hosts = Setting.list("allowed-hosts", "THINKCHILD_ALLOWED_HOSTS", "Names.")
    static let day = Setting.day("opens-on", "THINKCHILD_ON", "A day.")
    static let secret = Setting.secret("secret", "THINKCHILD_SECRET", bytesMin: 8, "A secret.")
    static let all = [
        name.declaration, port.declaration, wait.declaration, loud.declaration, hosts.declaration, day.declaration,
        secret.declaration,
    ]
}

@Suite("What an operator decides")
struct SettingsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func file(_ text: String, named name: String = "house.conf", mode: Int = 0o600) throws -> String {
        let path = folder.appending(path: name).path
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    private func read(_ environment: [String: String]) -> SettingsReading {
        Settings.reading(Sample.all, environment: environment)
    }

    private func read(file text: String, mode: Int = 0o600, _ environment: [String: String] = [:]) throws
        -> SettingsReading
    {
        read(environment.merging(["THINKCHILD_SETTINGS": try file(text, mode: mode)]) { $1 })
    }

    @Test("What nobody decides is as usual")
    func usual() throws {
        let settings = try read([:]).sound()
        #expect(settings[Sample.name] == "nobody" && settings[Sample.port] == 8_080)
        #expect(settings[Sample.wait] == .seconds(30) && !settings[Sample.loud] && settings[Sample.hosts] == [])
        #expect(settings[Sample.day] == nil && settings[Sample.secret] == nil)
        #expect(settings.origin(of: Sample.port.declaration) == .usual)
    }

    @Test("Every kind is read from a file, remarks and quotes and all")
    func everyKind() throws {
        let settings = try read(
            file: """
                # Whose it is
                name = "  A council # not a remark "
                listen.port=9000

                wait = 15m
                loud = yes
                allowed-hosts = a.example, b.example
                opens-on = 2009-12-31
                secret = p4ss=word#word
                """
        ).sound()
        #expect(settings[Sample.name] == "  A council # not a remark ")
        #expect(settings[Sample.port] == 9_000 && settings[Sample.wait] == .seconds(900) && settings[Sample.loud])
        #expect(settings[Sample.hosts] == ["a.example", "b.example"] && settings[Sample.day] == Day(2009, 12, 31))
        #expect(settings[Sample.secret]?.text == "p4ss=word#word")
        #expect("\(settings.origin(of: Sample.port.declaration))".hasSuffix("house.conf:3"))
    }

    @Test("The environment wins over the file, and the command line over both")
    func precedence() throws {
        var settings = try read(file: "listen.port = 1\nwait = 1s", ["THINKCHILD_PORT": "2"]).sound()
        #expect(settings[Sample.port] == 2 && settings[Sample.wait] == .seconds(1))
        #expect(settings.origin(of: Sample.port.declaration) == .environment("THINKCHILD_PORT"))
        try settings.set(Sample.port, to: "3", by: "--port")
        #expect(settings[Sample.port] == 3)
        #expect(settings.origin(of: Sample.port.declaration) == .commandLine("--port"))
        #expect(throws: Refusal.self) { try settings.set(Sample.port, to: "many", by: "--port") }
        #expect(settings[Sample.port] == 3)
    }

    @Test("A variable that is there and empty decides nothing")
    func empty() throws {
        let settings = try read(file: "wait =", ["THINKCHILD_PORT": ""]).sound()
        #expect(settings[Sample.port] == 8_080 && settings[Sample.wait] == .seconds(30))
    }

    @Test(
        "What will not do is refused with its place, all of it at once",
        arguments: [
            ("listen.prot = 1", "house.conf:1: there is no setting listen.prot: write listen.port"),
            ("zzzz = 1", "house.conf:1: there is no setting zzzz"),
            ("\n\nlisten.port = http", ":3: listen.port is a whole number from 1 to 65535, and “http” is not"),
            ("listen.port = 0", "is a whole number from 1 to 65535"), ("wait = soon", "a time such as 500ms, 30s"),
            ("wait = 2h", "is a time from 1s to 1h"), ("loud = perhaps", "is yes or no"),
            ("opens-on = 2009-02-30", "is a day such as 2009-12-31"), ("just words", ":1: write a setting as name ="),
            ("wait = 1s\nwait = 2s", ":2: wait was given on line 1 already"),
        ])
    func refusals(text: String, sentence: String) throws {
        let reading = try read(file: text + "\nname", [:])
        #expect(reading.problems.count == 2, "\(reading.problems)")
        #expect(reading.problems.contains { $0.message.contains(sentence) }, "\(reading.problems)")
        #expect(throws: Refusal.self) { try reading.sound() }
    }

    @Test("A value in the environment that will not do is refused by the variable's name")
    func badEnvironment() {
        let problems = read(["THINKCHILD_PORT": "tcp://10.0.0.1:80"]).problems
        #expect(problems.map(\.field) == ["listen.port"] && problems[0].message.hasPrefix("THINKCHILD_PORT is a whole"))
    }

    @Test("A variable that is probably mistyped is remarked on, and those of the tests are not")
    func remarks() {
        let remarks = read(["THINKCHILD_PROT": "1", "THINKCHILD_TEST_POSTGRES": "x", "PATH": "y"]).settings.remarks
        #expect(
            remarks == ["THINKCHILD_PROT is not a setting, and is not used: perhaps THINKCHILD_PORT was meant"])
    }

    @Test("A settings file that is not there, or is no text, is refused")
    func noFile() throws {
        #expect(read(["THINKCHILD_SETTINGS": "/nowhere/house.conf"]).problems.count == 1)
        let path = folder.appending(path: "bytes").path
        try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: path))
        #expect(read(["THINKCHILD_SETTINGS": path]).problems.count == 1)
    }
}

// MARK: - Secrets

extension SettingsTests {
    @Test("A secret is never printed, nor quoted when it will not do")
    func neverPrinted() throws {
        let settings = try read(["THINKCHILD_SECRET": "correct horse"]).sound()
        #expect(settings[Sample.secret]?.text == "correct horse")
        #expect(settings.shown(Sample.secret.declaration) == "set")
        #expect(try read([:]).sound().shown(Sample.secret.declaration) == "not set")
        #expect("\(String(describing: settings[Sample.secret]))".contains("horse") == false)
        let problems = read(["THINKCHILD_SECRET": "short"]).problems
        #expect(problems.count == 1 && problems.allSatisfy { !$0.message.contains("“short”") })
    }

    @Test("A secret may be held in a file of its own, named by the environment or by the settings file")
    func ownFile() throws {
        let path = try file("correct horse\n", named: "secret", mode: 0o640)
        let settings = try read(["THINKCHILD_SECRET_FILE": path]).sound()
        #expect(settings[Sample.secret]?.text == "correct horse")
        #expect("\(settings.origin(of: Sample.secret.declaration))" == "\(path), named by THINKCHILD_SECRET_FILE")
        #expect(try read(file: "secret-file = \(path)").sound()[Sample.secret]?.text == "correct horse")
    }

    @Test("A secret that everybody on the machine may read is refused, in a file of its own or in the settings file")
    func worldReadable() throws {
        let path = try file("correct horse", named: "secret", mode: 0o644)
        #expect(read(["THINKCHILD_SECRET_FILE": path]).problems.map(\.message).joined().contains("chmod o= \(path)"))
        #expect(try read(file: "secret = correct horse", mode: 0o644).problems.count == 1)
        #expect(try read(file: "name = anybody may know", mode: 0o644).problems.isEmpty)
    }

    @Test("A file in place of a value is for secrets alone")
    func filesForSecretsOnly() throws {
        #expect(try read(file: "listen.port-file = /etc/port").problems.count == 1)
        #expect(read(["THINKCHILD_PORT_FILE": "/etc/port"]).settings.remarks.count == 1)
    }

    @Test("A secret's file that is not there, or empty, is refused")
    func emptyFile() throws {
        let path = try file("  \n", named: "empty")
        for path in [path, "/nowhere"] { #expect(read(["THINKCHILD_SECRET_FILE": path]).problems.count == 1) }
    }
}

@Suite("A length of time, as an operator writes it")
struct TimeTextTests {
    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("30s", .seconds(30)), ("90m", .seconds(5_400)), ("0s", .zero),
        ("8h", .seconds(28_800)), ("7d", .seconds(604_800)),
    ])
    func reading(text: String, duration: Duration) {
        #expect(TimeText.duration(text) == duration)
        #expect(TimeText.text(duration) == text)
    }

    @Test(arguments: ["", "30", "s", "-1s", "1.5h", "1w", "99999999999999999999s", "9223372036854775807d"])
    func refused(text: String) { #expect(TimeText.duration(text) == nil) }
}
