import Cast
import Kernel
import Records
import Testing

@testable import Places

private let city = record(Area.kind, "city", ["name": "Leeds", "type": "city"])
private let wedge = record(Area.kind, "wedge", ["name": "West", "type": "wedge", "within": "city"])
private let committee = record(
    Area.kind, "committee", ["name": "Inner West", "type": "committee-area", "within": "wedge"])
private let ward = record(Area.kind, "ward", ["name": "Armley", "type": "ward", "code": "E1", "within": "committee"])

@Suite("What must be true of areas and settings")
struct PlacesInvariantsTests {
    @Test(
        "rule PL-02: an area lies only within a larger one, so no chain of them goes round",
        arguments: [
            ("city", nil, nil), ("city", "city", "A city is within nothing here"), ("wedge", "city", nil),
            (
                "wedge", "committee",
                "This is a wedge, which cannot be within Inner West: that is an area committee's area. "
                    + "Choose a larger area"
            ),
            ("wedge", "wedge", "This is a wedge, which cannot be within West: that is a wedge. Choose a larger area"),
            ("committee-area", "wedge", nil), ("ward", "committee", nil), ("ward", "city", nil),
            ("ward", "ward", "This is a ward, which cannot be within Armley: that is a ward. Choose a larger area"),
            ("ward", nil, "Say which area this ward is within"),
            ("cluster", "ward", nil), ("cluster", nil, "Say which area this cluster is within"),
        ] as [(String, String?, String?)])
    func larger(type: String, within: String?, words: String?) throws {
        let area = record(
            Area.kind, "x", ["name": "X", "type": .text(type), "within": within.map { .text($0) } ?? .none])
        let found = try Area.withinLarger.problems(with: city, wedge, committee, ward, area)
        #expect(found.map(\.message) == (words.map { [$0] } ?? []))
    }

    @Test func whatAnAreaIsWithinIsThereWhileItIs() throws {
        let old = record(
            Area.kind, "old", from: Day(1974, 4, 1), until: Day(2004, 6, 10),
            ["name": "Old", "type": "wedge", "within": "city"])
        let later = record(Area.kind, "x", from: Day(2004, 6, 10), ["name": "X", "type": "ward", "within": "old"])
        #expect(try Area.withinSomethingThatIsThere.problems(with: old, later).map(\.field) == ["within"])
        let earlier = record(Area.kind, "x", from: Day(2004, 6, 9), ["name": "X", "type": "ward", "within": "old"])
        #expect(try Area.withinSomethingThatIsThere.problems(with: old, earlier).isEmpty)
    }

    @Test func twoWardsDoNotShareACode() throws {
        let other = record(Area.kind, "x", ["name": "X", "type": "ward", "code": "E1", "within": "city"])
        #expect(
            try Area.oneWardToACode.problems(with: ward, other).map(\.message) == [
                "E1 is the code of Armley already: give each ward its own"
            ])
        #expect(try Area.oneWardToACode.problems(with: ward).isEmpty)
    }

    @Test(arguments: [("ward", "ward", 0), ("ward", "committee", 1), ("cluster", "ward", 1), ("ward", "nowhere", 0)])
    func aSettingPointsAtWhatTheFieldSays(field: String, id: String, count: Int) throws {
        let setting = record(Setting.kind, "s", ["name": "S", "type": "primary", field: .text(id)])
        let rule = field == "ward" ? Setting.inWard : Setting.inCluster
        #expect(try rule.problems(with: committee, ward, setting).count == count)
    }

    @Test func everyRuleIsAboutAKindOfThisRoom() {
        let kinds = Set(PlacesKinds.all.map(\.name))
        for rule in PlacesInvariants.all { #expect(kinds.contains(rule.kind), "\(rule.rule)") }
        #expect(PlacesInvariants.all.count == 5)
    }
}
