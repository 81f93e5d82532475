import App
import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Workflows

@Suite("What a backup that was killed leaves behind")
struct LeftBehindTests {
    @Test(
        "Only what is not finished is told by its name",
        arguments: [
            ("a.backup.copy-5F0C21AA", true), ("a.backup.copy-5F0C21AA-wal", true),
            ("thinkchild.keys.part-00000000", true),
            ("a.backup", false), ("thinkchild.keys", false), ("a.copy-5f0c21aa", false), ("a.copy-5F0C21AAB", false),
            ("copy-5F0C21AA", false), ("thinkchild.sqlite.before-20260331", false), ("notes.copy-of-mine", false),
            ("thinkchild.sqlite", false),
        ])
    func names(name: String, isUnfinished: Bool) { #expect(LeftBehind.isUnfinished(name) == isUnfinished) }

    @Test("The next backup in the folder takes away what is older than a day, and nothing else")
    func swept() async throws {
        let house = try await KeyHouse(.sqlite), now = KeyHouse.noon
        try await house.open().close()
        func leave(_ name: String, hoursAgo: Double) throws {
            _ = FileManager.default.createFile(
                atPath: house.file(name), contents: Data("x".utf8),
                attributes: [.modificationDate: now.addingTimeInterval(-hoursAgo * 3_600)])
        }
        try leave("a.backup.copy-5F0C21AA", hoursAgo: 25)
        try leave("a.backup.copy-5F0C21AA-wal", hoursAgo: 25)
        try leave("a.backup.copy-5F0C21AB", hoursAgo: 23)
        try leave("a.backup", hoursAgo: 900)
        try await house.run("backup", house.file("b.backup"))
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: house.folder.path))
        #expect(names.isSuperset(of: ["a.backup.copy-5F0C21AB", "a.backup", "b.backup"]))
        #expect(names.isDisjoint(with: ["a.backup.copy-5F0C21AA", "a.backup.copy-5F0C21AA-wal"]))
    }
}
