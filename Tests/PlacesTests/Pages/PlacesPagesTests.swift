import Cast
import Doors
import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Places

@Suite("Places, to look at", .serialized)
struct PlacesPagesTests {
    let leeds: LeedsHouse
    init() async throws { leeds = try await LeedsHouse(on: .sqlite) }

    @Test func theCity() async throws {
        let page = try await leeds.page("/places")
        #expect(page.contains("5 wedges, 10 area committees' areas and 33 wards"))
        #expect(page.contains("22 Kirkstall, Inner North West, North West wedge"))
        #expect(page.contains("9 settings stand in no ward that is held"))
        #expect(page.contains("No clusters are held yet.") && page.contains("No children&#39;s centres are held yet"))
        #expect(page.contains("<strong>All settings</strong>"))
        #expect(page.contains("/places/ward-armley\""))
    }

    @Test("the day asked for is carried by every link", arguments: ["/places", "/places/ward-kirkstall", "/settings"])
    func day(path: String) async throws {
        let page = try await leeds.page(path + "?on=2010-04-01")
        let links = page.ranges(of: "href=\"/").count, dated = page.ranges(of: "on=2010-04-01").count
        #expect(links > 5 && dated >= links)
    }

    @Test("rule PL-04: Kirkstall's move, by date")
    func kirkstall() async throws {
        let then = try await leeds.page("/places/ward-kirkstall")
        #expect(then.contains("Inner North West</a>, ") && then.contains("What it was within, over time"))
        #expect(
            then.contains("12 April 2013 to 29 November 2017")
                && then.contains("On which day between them it moved is not known."))
        #expect(try await leeds.page("/places/ward-kirkstall?on=2018-01-01").contains("Inner West</a>, "))
        #expect(try await leeds.page("/places/area-west-inner?on=2018-01-01").contains("/places/ward-kirkstall"))
        #expect(!(try await leeds.page("/places/area-west-inner").contains(">Kirkstall</a>")))
    }

    @Test("rule PL-10: another year's population is not offered as this one's")
    func population() async throws {
        let page = try await leeds.page("/places/ward-armley")
        #expect(
            page.contains("No population is held for 2009.") && page.contains("30 June 2019")
                && page.contains(">25,200<"))
        let later = try await leeds.page("/places/leeds?on=2019-12-31")
        #expect(later.contains("The estimate for 2019 is of 30 June 2019.") && later.contains(">793,139<"))
    }

    @Test func anAreaNotThereOnTheDaySaysSo() async throws {
        #expect(
            try await leeds.page("/places/ward-armley?on=2020-01-01").contains(
                "This area was not there on 1 January 2020"))
        #expect(
            try await leeds.page("/places/wedge-west?on=2005-01-01").contains(
                "No source held says that this area was there"))
        #expect(
            try await leeds.page("/places?on=2003-01-01").contains("No boundaries are held for the wards of this day."))
        await #expect(throws: Refusal.notFound) { try await leeds.ask("/places/nowhere") }
        await #expect(throws: Refusal.notFound) { try await leeds.ask("/places/No%20Where") }
        await #expect(throws: Refusal.notFound) { try await leeds.ask("/places/urn-107806") }
    }

    @Test func settingsAreNarrowedAndPaged() async throws {
        let all = try await leeds.page("/settings")
        #expect(all.contains("771 settings, page 1 of 8") && all.ranges(of: "href=\"/settings/urn-").count == 100)
        #expect(try await leeds.page("/settings?page=8").ranges(of: "href=\"/settings/urn-").count == 71)
        #expect(try await leeds.page("/settings?page=99").contains("page 8 of 8"))
        let some = try await leeds.page("/settings?type=nursery&state=may-have-been-open")
        #expect(some.contains("<option value=\"nursery\" selected>"))
        #expect(try await leeds.page("/settings?ward=ward-armley&state=closed").contains("18 settings."))
        #expect(try await leeds.page("/settings?type=childrens-centre").contains("none is held that fits."))
        await #expect(throws: Refusal.self) { try await leeds.ask("/settings?type=zoo") }
        await #expect(throws: Refusal.self) { try await leeds.ask("/settings?state=sad&ward=A%20B") }
    }

    @Test func oneSetting() async throws {
        let open = try await leeds.page("/settings/urn-107830")
        #expect(
            open.contains("May have been open</strong> on 31 December 2009") && open.contains("Opening day not known"))
        #expect(open.contains("Rothwell</a>") || open.contains("Ardsley and Robin Hood</a>"))
        let old = try await leeds.page("/settings/urn-127808?on=1990-01-01")
        #expect(
            old.contains("That ward&#39;s own days are 10 June 2004 to 2 May 2018")
                || old.contains("That ward's own days are 10 June 2004 to 2 May 2018"))
        #expect(try await leeds.page("/settings/urn-127887").contains("It cannot be placed: see the note"))
        await #expect(throws: Refusal.notFound) { try await leeds.ask("/settings/ward-armley") }
    }

    @Test func everyTableIsAFileToo() async throws {
        #expect(try await leeds.csv("/places.csv").count == 50)
        #expect(try await leeds.csv("/settings.csv").count == 772)
        #expect(try await leeds.csv("/places/settings-by-type.csv").last == "All settings,40,250,360,121,771")
        #expect(try await leeds.csv("/places/leeds/areas.csv").count == 6)
        #expect(try await leeds.csv("/places/ward-armley/population.csv").count == 183)
        #expect(try await leeds.csv("/places/ward-armley/settings-by-type.csv").last == "All settings,0,7,18,7,32")
        #expect(try await leeds.csv("/places/ward-armley/settings.csv").count == 33)
        guard case .svg(let map) = try await leeds.ask("/places/map.svg") else { throw Refusal.notFound }
        #expect(String(decoding: map, as: UTF8.self).contains("Map of the wards on 31 December 2009"))
        await #expect(throws: Refusal.notFound) { try await leeds.ask("/places/map.svg?on=2019-01-01") }
    }

    @Test func programsAreAnswered() async throws {
        let areas = try await leeds.json("/api/v1/places/areas")
        #expect(areas["on"] as? String == "2009-12-31" && (areas["areas"] as? [Any])?.count == 49)
        let ward = try await leeds.json("/api/v1/areas/ward-kirkstall/around")
        #expect(
            (ward["versions"] as? [Any])?.count == 3 && ward["held"] as? String == "yes"
                && ward["code"] as? String == "E05001432")
        let settings = try await leeds.json("/api/v1/places/settings?page=2")
        #expect(settings["total"] as? Int == 771 && (settings["settings"] as? [Any])?.count == 100)
        let setting = try await leeds.json("/api/v1/settings/urn-107806/around")
        #expect(setting["until"] as? String == "1998-09-01" && setting["state"] as? String == "closed")
        #expect(setting["sources"] as? [String] == ["GIAS URN 107806"])
    }

    @Test func theTerminalSaysTheSame() async throws {
        func run(_ verb: String, _ arguments: String...) async throws -> VerbOutput {
            let verb = try #require(SettingVerbs.all.first { $0.name == verb })
            return try await verb.run(arguments, caller: .keyboard, now: LeedsHouse.now, house: leeds.house)
        }
        let places = try await run("places")
        #expect(
            places.text.contains("ward-armley\tArmley\tWard\tInner West")
                && places.remarks == ["49 areas on 31 December 2009"])
        #expect(
            try await run("places", "ward-kirkstall").text.contains("30 November 2017 to 2 May 2018: within Inner West")
        )
        #expect(
            try await run("settings", "--ward", "ward-armley", "--state", "closed").remarks == [
                "18 settings on 31 December 2009"
            ])
        #expect(try await run("settings", "--json", "--type", "nursery").text.hasPrefix("{\"on\":\"2009-12-31\""))
        await #expect(throws: Refusal.self) { try await run("places", "--on", "tomorrow") }
        await #expect(throws: Refusal.self) { try await run("settings", "--type", "zoo") }
    }
}
