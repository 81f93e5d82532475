import Foundation
import Kernel
import Settings
import Testing

@testable import Files

@Suite("A look for viruses")
struct VirusScannerTests {
    /// Half of the mark that every scanner knows, so that none takes this file for it.
    static let mark = Array("a mark that stands for a virus".utf8)

    private func scan(
        _ manner: ScannerStandIn.Manner, _ bytes: [UInt8], wait: Duration = .seconds(20)
    ) async throws -> VirusScanner.Verdict {
        let standIn = ScannerStandIn(manner)
        defer { withExtendedLifetime(standIn) {} }
        return try await VirusScanner(.path(standIn.path), wait: wait).scan(HeldBytes(bytes))
    }

    @Test("A file is handed over whole, in pieces, and what is found in it is told")
    func finding() async throws {
        let large = [UInt8](repeating: 7, count: 700_000)
        #expect(try await scan(.finds(Self.mark), large) == .clean)
        #expect(try await scan(.finds(Self.mark), large + Self.mark) == .virus("Win.Test.EICAR_HDB-1"))
    }

    @Test(
        "Only the one answer that says so means clean: every other is a refusal",
        arguments: [
            "stream: ERROR\0", "OK\0", "stream: OK", "\0", "UNKNOWN COMMAND\0", "stream: OK \0",
            "stream: not FOUNDER\0",
        ])
    func answers(said: String) async {
        await #expect(throws: VirusScanner.unanswered) { _ = try await scan(.says(said), [1, 2, 3]) }
    }

    @Test("Nobody there, one that hangs up, and one that says nothing: refused, and in time")
    func absence() async {
        await #expect(throws: VirusScanner.unanswered) {
            _ = try await VirusScanner(.path("/nowhere/clamd.ctl"), wait: .seconds(1)).scan(HeldBytes([1]))
        }
        await #expect(throws: VirusScanner.unanswered) {
            _ = try await VirusScanner(.host("127.0.0.1", port: 1), wait: .seconds(1)).scan(HeldBytes([1]))
        }
        await #expect(throws: VirusScanner.unanswered) {
            _ = try await scan(.hangsUp, [UInt8](repeating: 1, count: 99))
        }
        await #expect(throws: VirusScanner.unanswered) { _ = try await scan(.silent, [1], wait: .milliseconds(200)) }
    }

    @Test("A file larger than clamd takes is refused with words for whoever can mend it")
    func limit() async throws {
        let error = await #expect(throws: Refusal.self) {
            _ = try await scan(.takes(100_000), [UInt8](repeating: 1, count: 3_000_000))
        }
        #expect(error?.sentences.joined().contains("StreamMaxLength") == true)
    }

    @Test("A file with a virus is not taken in, and one that nobody looked at is not taken for clean")
    func intake() async throws {
        let standIn = ScannerStandIn(.finds(Self.mark))
        let intake = Intake(bytesMax: 1_000, scanner: VirusScanner(.path(standIn.path), wait: .seconds(20)))
        let clean = try await intake.inspect(HeldBytes(Array("hello".utf8)), named: "a.txt", field: "file")
        #expect(clean.wasScanned)
        let error = await #expect(throws: Refusal.self) {
            _ = try await intake.inspect(HeldBytes(Self.mark), named: "a.txt", field: "file")
        }
        #expect(error?.sentences == ["“a.txt” holds a virus (Win.Test.EICAR_HDB-1), and was not kept"])
        withExtendedLifetime(standIn) {}
        let away = Intake(bytesMax: 1_000, scanner: VirusScanner(.path("/nowhere"), wait: .seconds(1)))
        await #expect(throws: VirusScanner.unanswered) {
            _ = try await away.inspect(HeldBytes([65]), named: "a.txt", field: "file")
        }
    }

    /// Where a real clamd listens, with the signature of the EICAR test file in its database.
    static let clamd = ProcessInfo.processInfo.environment["THINKCHILD_TEST_CLAMD"]

    @Test("clamd itself", .enabled(if: clamd != nil, "THINKCHILD_TEST_CLAMD says where a clamd listens"))
    func real() async throws {
        let address = try #require(VirusScanner.Address(Self.clamd ?? ""))
        let scanner = VirusScanner(address, wait: .seconds(20))
        // In two halves, so that no scanner takes this file for the thing itself.
        let eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
        #expect(try await scanner.scan(HeldBytes(Array(eicar.utf8))) == .virus("Eicar-Test-Signature.UNOFFICIAL"))
        #expect(try await scanner.scan(HeldBytes([UInt8](repeating: 7, count: 600_000))) == .clean)
    }

    @Test(
        "Where clamd listens is a path or a host and a port",
        arguments: [
            ("/run/clamav/clamd.ctl", VirusScanner.Address.path("/run/clamav/clamd.ctl")),
            ("127.0.0.1:3310", .host("127.0.0.1", port: 3310)), ("[::1]:3310", .host("::1", port: 3310)),
            ("clam.example.org:3310", .host("clam.example.org", port: 3310)),
            ("clamd", nil), ("host:", nil), ("host:0", nil), ("host:70000", nil), (":3310", nil), ("ho st:1", nil),
        ])
    func addresses(text: String, address: VirusScanner.Address?) { #expect(VirusScanner.Address(text) == address) }
}
