import App
import Arrangements
import Cast
import Foundation
import Kernel
import Records

/// The files of Leeds, read once and checked on any day.
enum Leeds {
    static let folder = Golden.root.appending(path: "examples/leeds").path

    static let y2006 = read("2006"), y2009 = read("2009"), y2010 = read("2010"), proposed = read("2011-proposed")

    private static func read(_ name: String) -> Result<Records.Reading, Refusal> {
        do throws(Refusal) {
            let reading = try RecordReader(Building().registry).read(path: folder + "/" + name)
            try reading.mustBeWhole()
            return .success(reading)
        } catch {
            return .failure(error)
        }
    }

    static func findings(_ reading: Result<Records.Reading, Refusal>, on day: Day) throws -> [Finding] {
        FindingsReport(checking: Trust(try reading.get().book, on: day), state: "").findings
    }
}

extension Day {
    /// For days written in a test: one that does not exist is a mistake in the test.
    static func of(_ text: String) -> Day { Day(text) ?? Day(number: .min) }
}
