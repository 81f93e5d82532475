import Cast
import Foundation
import Testing

@testable import Feeds

/// What programs that are not ours make of our feeds: `tools/check-feeds`.
@Suite("Feeds, as others read them")
struct OtherReadersTests {
    @Test("Two strict readers of iCalendar and one of Atom find nothing wrong")
    func accepted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "feeds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plain = CalendarFeedTests.event(),
            moved = CalendarFeedTests.event {
                $0.uid = "meeting-m2@trust.example.org"
                $0.sequence = 3
                $0.status = .cancelled
                $0.title =
                    "A title, with; marks \\ and\na line end, and so long that it is folded 👩‍👧 more than once: "
                    + $0.title
                $0.words = "Cancelled.\r\n\u{7}No quorum."
                $0.link = "https://trust.example.org/meetings/m2"
            }
        let day = CalendarFeedTests.event {
            $0.uid = "meeting-m3@trust.example.org"
            $0.minutes = nil
            $0.status = .tentative
        }
        let summer = CalendarFeedTests.event {
            $0.uid = "meeting-m4@trust.example.org"
            $0.day = CalendarFeedTests.day(2026, 7, 1)
            $0.minutes = 1_110
        }
        let calendar = folder.appending(path: "a.ics"), news = folder.appending(path: "a.atom")
        try Data(CalendarFeed(name: "Meetings", events: [plain, moved, day, summer]).bytes).write(to: calendar)
        try Data(AtomFeedTests.feed().bytes).write(to: news)
        let said = try check([calendar.path, news.path])
        #expect(said.status == 0, "\(said.text)")
        #expect(said.text.contains("2026-03-29 18:30:00+01:00"), "\(said.text)")
        #expect(said.text.contains("2026-07-01 18:30:00+01:00") && said.text.contains("CANCELLED"), "\(said.text)")
    }

    private func check(_ paths: [String]) throws -> (status: Int32, text: String) {
        let process = Process(), output = Pipe()
        process.executableURL = Golden.root.appending(path: "tools/check-feeds")
        process.arguments = paths
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
