import Foundation
import Testing

@testable import Sealing
@testable import Workflows

@Suite("The file that keys are kept in")
struct KeyFileTests {
    @Test("Those who change one key file at once each have their keys in it")
    func atOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "at-once-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = KeyFile(folder.appending(path: "thinkchild.keys").path)
        DispatchQueue.concurrentPerform(iterations: 40) { number in
            let key = KeyCopy.Key(
                subject: SealedFor("child", "\(number)"), version: 1, master: "m", wrapped: Data([1, 2, 3]))
            do {
                try file.replace(with: KeyCopy(database: "d", master: "m", keys: [key], erased: [], lost: []))
            } catch { Issue.record("\(number): \(error)") }
        }
        #expect(try file.read()?.keys.count == 40)
        try FileManager.default.removeItem(at: folder)
    }
}
