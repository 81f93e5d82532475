import App
import Doors
import Foundation
import Kernel
import Synchronization
import Testing

@testable import thinkchild

/// What is typed after `thinkchild`, and how it goes: the exit code, and what is said.
@Suite("The terminal's front door")
struct TerminalTests {
    /// A desk that keeps what it says, in a folder of its own.
    private final class Desk: Sendable {
        let folder = FileManager.default.temporaryDirectory.path + "/terminal-\(UUID().uuidString)"
        let given = Mutex(""), remarks = Mutex<[String]>([])

        var database: String { folder + "/x.sqlite" }
        var text: String { given.withLock { $0 } }
        var said: [String] { remarks.withLock { $0 } }

        func run(_ arguments: String...) async -> Int32 { await run(arguments) }

        func run(_ arguments: [String]) async -> Int32 {
            given.withLock { $0 = "" }
            remarks.withLock { $0 = [] }
            var desk = CommandLineDesk(building: Building(), environment: ["THINKCHILD_DATABASE": database])
            desk.give = { [self] text in given.withLock { $0 += text } }
            desk.remark = { [self] all in remarks.withLock { $0 += all } }
            return await desk.run(arguments)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }
    }

    @Test(
        "a verb that looks or changes makes no database",
        arguments: [
            ["verify"], ["anchor"], ["export"], ["check"], ["kinds"], ["record", "list", "post"],
            ["record", "show", "post", "director"], ["record", "end", "post", "director", "--until", "2010-01-01"],
            ["search", "x"], ["places"], ["settings"], ["history", "post", "director"],
            ["compare", "--with", "2006-01-01"],
        ])
    func nothingThere(arguments: [String]) async {
        let desk = Desk()
        let code = await desk.run(arguments)
        #expect(code == 3 && desk.text.isEmpty)
        #expect(desk.said.first?.hasPrefix("There is no database at \(desk.database); ") == true, "\(desk.said)")
        #expect(!FileManager.default.fileExists(atPath: desk.database))
    }

    @Test("adding makes one; --database may stand before the verb; a CSV ends as it does in a file")
    func adding() async {
        let desk = Desk(), other = desk.folder + "/y.sqlite"
        let place = "--database=\(other)"
        let added = await desk.run(
            place, "record", "add", "organisation", "--set", "name=A", "--set", "sector=health", "--set", "type=other",
            "--from", "2009-01-01")
        #expect(added == 0 && FileManager.default.fileExists(atPath: other), "\(desk.said)")
        #expect(await desk.run("--database", other, "record", "list", "organisation", "--csv") == 0)
        #expect(Array(desk.text.utf8.suffix(3)).suffix(2) == [0x0D, 0x0A], "\(desk.text)")
        #expect(await desk.run("record", "list", "organisation", "--json", place) == 0)
        #expect(desk.text.hasSuffix("]\n"))
    }

    @Test("a command that is refused, or makes nothing of what it reads, leaves no database, no key and no folder")
    func refused() async throws {
        let desk = Desk()
        let bad = FileManager.default.temporaryDirectory.path + "/bad-\(UUID().uuidString)"
        defer { for ending in [".yaml", ".csv"] { try? FileManager.default.removeItem(atPath: bad + ending) } }
        try "bodies: [{id: board, colour: red}]".write(toFile: bad + ".yaml", atomically: true, encoding: .utf8)
        try "nothing,of,this\n1,2,3\n".write(toFile: bad + ".csv", atomically: true, encoding: .utf8)
        #expect(await desk.run("import", bad + ".yaml", "--yes") == 2)
        #expect(await desk.run("import", bad + ".csv", "--mapping", "lait", "--yes") == 2)
        #expect(await desk.run("record", "add", "organisation", "--set", "colour=red") == 2)
        #expect(!FileManager.default.fileExists(atPath: desk.folder), "\(desk.said)")
    }

    @Test("a command that goes well puts the database in its place, with the key that lay there already")
    func kept() async throws {
        let desk = Desk()
        let add = [
            "record", "add", "organisation", "--set", "name=A", "--set", "sector=health", "--set", "type=other",
            "--from", "2009-01-01",
        ]
        #expect(await desk.run(add) == 0)
        #expect(desk.said.contains { $0.contains("A MASTER KEY WAS MADE: \(desk.database).key. ") }, "\(desk.said)")
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted()
        #expect(files == ["x.sqlite", "x.sqlite.key"])
        let key = try String(contentsOfFile: desk.database + ".key", encoding: .utf8)
        try FileManager.default.removeItem(atPath: desk.database)
        #expect(await desk.run(add) == 0)
        #expect(!desk.said.contains { $0.contains("MASTER KEY") }, "\(desk.said)")
        #expect(try String(contentsOfFile: desk.database + ".key", encoding: .utf8) == key)
        #expect(await desk.run("keys", "status") == 0)
    }

    @Test("an option that has one value is given once")
    func twice() async {
        let desk = Desk()
        #expect(await desk.run("check", "x", "--on", "2009-01-01", "--on", "2010-01-01") == 2)
        #expect(desk.said == ["--on is given twice, and has one value: give it once"])
        #expect(await desk.run("--database", "a", "verify", "--database=b") == 2)
        #expect(desk.said == ["--database is given twice, and has one value: give it once"])
    }

    @Test("a busy port is said in a sentence")
    func busyPort() async throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in(), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(listener, name, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, name, &size) == 0
            }
        }
        try #require(bound)
        let port = UInt16(bigEndian: address.sin_port), desk = Desk()
        #expect(await desk.run("serve", "--port", "\(port)") == 3)
        #expect(desk.said.last?.hasPrefix("Port \(port) is taken: another program answers there.") == true)
    }

    @Test(
        "what is not UTF-8 is found before it is read as text", arguments: [([0x61, 0xFF], 1), ([0xC3, 0xA9], nil)])
    func spoilt(bytes: [UInt8], position: Int?) {
        var word = bytes.map { CChar(bitPattern: $0) } + [0]
        var name: [CChar] = [0x74, 0]
        let found = word.withUnsafeMutableBufferPointer { word in
            name.withUnsafeMutableBufferPointer { name in
                var pointers = [name.baseAddress, word.baseAddress]
                return pointers.withUnsafeMutableBufferPointer { all in
                    all.baseAddress.flatMap { ThinkChild.firstSpoilt($0, count: 2) }
                }
            }
        }
        #expect(found == position)
    }
}
