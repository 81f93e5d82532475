public import Doors
public import Kernel
import Web

extension Building {
    /// Settings from the environment: `THINKCHILD_COUNCIL` is whose service it is, `THINKCHILD_ON` the day it opens on.
    ///
    /// - Throws: `.invalid` when a setting makes no sense.
    public func settings(from environment: [String: String]) throws(Refusal) -> HouseSettings {
        HouseSettings(
            councilName: environment["THINKCHILD_COUNCIL"] ?? "Leeds City Council",
            opensOn: try environment["THINKCHILD_ON"].map { text throws(Refusal) in
                try Self.day(text, named: "THINKCHILD_ON")
            },
            navigation: [
                Link("Accountability", "/accountability"), Link("Bodies", "/bodies"), Link("Posts", "/posts"),
                Link("Organisations", "/organisations"), Link("Places", "/places"), Link("Findings", "/findings"),
                Link("Compare", "/compare"), Link("Records", "/records"),
            ],
            build: Self.version)
    }

    /// - Throws: `.invalid` when the text is no day such as 2009-12-31.
    public static func day(_ text: String, named name: String) throws(Refusal) -> Day {
        guard let day = Day(text) else {
            throw .invalid([Problem(name, "\(name) is a day such as 2009-12-31, and \(text) is not")])
        }
        return day
    }
}
