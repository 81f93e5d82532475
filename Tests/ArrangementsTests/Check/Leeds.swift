import Arrangements
import Cast
import Foundation
import Kernel
import Meetings
import Partners
import Places
import Plan
import Records

/// The files of Leeds, read once and checked on any day.
enum Leeds {
    static let folder = Golden.root.appending(path: "examples/leeds").path
    static let registry = Registry(
        PlacesKinds.all + PartnersKinds.all + ArrangementsKinds.all + MeetingsKinds.all + PlanKinds.all,
        invariants: PlacesInvariants.all + PartnersInvariants.all + ArrangementsInvariants.all)

    static let y2006 = read("2006"), y2009 = read("2009"), y2010 = read("2010"), proposed = read("2011-proposed")

    private static func read(_ name: String) -> Result<Reading, Refusal> {
        do throws(Refusal) {
            let reading = try RecordReader(registry).read(path: folder + "/" + name)
            try reading.mustBeWhole()
            return .success(reading)
        } catch {
            return .failure(error)
        }
    }

    static func findings(_ reading: Result<Reading, Refusal>, on day: Day) throws -> [Finding] {
        FindingsReport(checking: Trust(try reading.get().book, on: day), state: "").findings
    }
}

extension Day {
    /// For days written in a test: one that does not exist is a mistake in the test.
    static func of(_ text: String) -> Day { Day(text) ?? Day(number: .min) }
}
