import Cast
import Kernel
import Records
import Testing

@testable import Places

extension LeedsFiles {
    /// Every area of Leeds, as `areas.yaml` and `areas-2018.yaml` have them.
    static func areas() throws -> Book {
        let reading = try RecordReader(kinds: PlacesKinds.all, invariants: PlacesInvariants.all)
            .read(path: folder.appending(path: "areas-2018.yaml").path)
        try reading.mustBeWhole()
        return reading.book
    }
}

@Suite("The areas of Leeds, on a day")
struct AreaTreeTests {
    let book: Book
    init() throws { book = try LeedsFiles.areas() }

    private func tree(_ year: Int, _ month: Int, _ day: Int) throws -> AreaTree {
        try AreaTree(book, on: Day(year, month, day)!)
    }

    @Test(
        "rule PL-03: 33 wards, 10 committees' areas and 5 wedges on every day that matters",
        arguments: [
            (Day(2006, 12, 7), 33, 10, 5), (Day(2009, 12, 31), 33, 10, 5), (Day(2010, 4, 1), 33, 10, 5),
            (Day(2018, 5, 2), 33, 10, 5),
            (Day(2018, 5, 3), 33, 10, 5), (Day(2004, 6, 10), 33, 10, 5), (Day(2004, 6, 9), 0, 10, 5),
        ])
    func counts(day: Day?, wards: Int, committees: Int, wedges: Int) throws {
        let tree = try AreaTree(book, on: try #require(day))
        #expect(tree.all("ward").count == wards)
        #expect(tree.all("committee-area").count == committees)
        #expect(tree.all("wedge").count == wedges)
        #expect(tree.all("cluster").isEmpty)
        #expect(tree.all("city").map(\.name) == ["Leeds"])
    }

    @Test("a ward's committee, wedge and city")
    func chain() throws {
        let tree = try tree(2009, 12, 31)
        #expect(tree.ancestors(of: ID("ward-armley")).map(\.id.text) == ["area-west-inner", "wedge-west", "leeds"])
        #expect(tree.wards(within: ID("area-west-inner")).map(\.name) == ["Armley", "Bramley and Stanningley"])
        #expect(tree.wards(within: ID("wedge-west")).count == 5)
        #expect(tree.wards(within: ID("leeds")).count == 33)
        #expect(tree.area(ID("nowhere")) == nil)
    }

    @Test(
        "rule PL-04: Kirkstall's committee, by date",
        arguments: [
            (Day(2009, 12, 31), "area-north-west-inner", 4, 2), (Day(2013, 4, 11), "area-north-west-inner", 4, 2),
            (Day(2013, 4, 12), "leeds", 3, 2), (Day(2017, 11, 29), "leeds", 3, 2),
            (Day(2017, 11, 30), "area-west-inner", 3, 3),
            (Day(2018, 5, 2), "area-west-inner", 3, 3),
        ])
    func kirkstall(day: Day?, within: String, northWest: Int, west: Int) throws {
        let tree = try AreaTree(book, on: try #require(day))
        #expect(tree.ancestors(of: ID("ward-kirkstall")).first?.id.text == within)
        #expect(tree.wards(within: ID("area-north-west-inner")).count == northWest)
        #expect(tree.wards(within: ID("area-west-inner")).count == west)
    }

    @Test func theWardsOf2018AreOthers() throws {
        let tree = try tree(2018, 5, 3)
        #expect(tree.area(ID("ward-armley")) == nil)
        #expect(tree.area(ID("ward-2018-armley"))?.code == "E05011385")
        #expect(tree.wards(within: ID("area-west-inner")).isEmpty)
    }

    @Test("what no source dates is not certain before the first that knows it")
    func certainty() throws {
        #expect(try tree(2005, 1, 1).area(ID("area-west-inner"))?.isCertain == false)
        #expect(try tree(2006, 12, 7).area(ID("area-west-inner"))?.isCertain == true)
        #expect(try tree(1974, 3, 31).area(ID("leeds")) == nil)
    }

    @Test func theFilesAgreeWithTheTableOfCommittees() throws {
        let rows = String(decoding: try LeedsFiles.bytes("leeds_area_committees_wards.csv"), as: UTF8.self).split(
            whereSeparator: \.isNewline
        ).dropFirst()
        let tree = try tree(2009, 12, 31)
        #expect(rows.count == 33)
        for row in rows {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let ward = try #require(tree.all("ward").first { $0.code == String(cells[3]) }, "\(row)")
            #expect(ward.name == cells[2])
            #expect(tree.nodes[ward.id]?.record.text("old-code") == String(cells[4]))
            #expect(tree.ancestor("wedge", of: ward.id)?.name == "\(cells[0]) wedge")
            let committee = tree.ancestor("committee-area", of: ward.id)?.name.split(separator: " ", maxSplits: 1)
            #expect(committee?[0] == cells[1].split(separator: "(").last?.dropLast() && committee?[1] == cells[0])
        }
    }

    @Test func anAreaWithinItselfIsNotFollowedForEver() throws {
        let one = record(Area.kind, "a", ["name": "A", "type": "ward", "within": "b"])
        let two = record(Area.kind, "b", ["name": "B", "type": "ward", "within": "a"])
        let tree = AreaTree([one, two], on: Day(2009, 12, 31)!)
        #expect(tree.ancestors(of: ID("a")).count == AreaTree.depthMax)
        #expect(tree.wards(within: ID("a")).map(\.id.text) == ["a"])
    }
}
