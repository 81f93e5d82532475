import Arrangements
import Testing
import Kernel
import Foundation

@Test func scratch() throws {
    for (reading, day) in [(Leeds.y2006, "2006-12-07"), (Leeds.y2009, "2009-12-31"), (Leeds.y2010, "2010-04-01"), (Leeds.y2010, "2010-04-08"), (Leeds.proposed, "2011-04-01")] {
        let report = FindingsReport(checking: Trust(try reading.get().book, on: .of(day)), state: day)
        let text: String = report.text
        FileHandle.standardError.write(Data(text.utf8))
    }
}
