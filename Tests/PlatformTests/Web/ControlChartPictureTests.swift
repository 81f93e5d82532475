import Testing

@testable import Web

@Suite("Control charts, drawn")
struct ControlChartPictureTests {
    static func picture(_ values: [Double?], marks: [Int: ControlChartPicture.Mark] = [:]) -> String {
        let points = values.enumerated().map { index, value in
            ControlChartPicture.Point(
                "\(2000 + index)", value, centre: 10, lower: 4, upper: 16, mark: marks[index] ?? .common,
                words: value.map { "\($0)" } ?? "Not given", begins: index == 3 ? "A new front door" : nil)
        }
        return ControlChartPicture(
            id: "chart", title: "Referrals <each>", description: "The table says the same.", points,
            target: (12, "Target 12")
        ).svg.html.string
    }

    @Test("Each point is drawn with its words, and each mark has a shape of its own")
    func shapes() throws {
        let svg = Self.picture([9, 10, 11, 18, 3], marks: [3: .improvement, 4: .concern])
        #expect(svg.matches(of: /class="tc-point tc-point--common"/).count == 3 + 1)
        #expect(svg.contains("<title>2003: 18.0</title>") && svg.contains("Referrals &lt;each&gt;"))
        let outlines = svg.matches(of: /tc-point--(\w+)" d="M[\d.]+ [\d.]+(\w)/).map { "\($0.1) \($0.2)" }
        #expect(Set(outlines) == ["common a", "improvement L", "concern h"])
        #expect(svg.contains(">Improvement</text>") && svg.contains(">Concern</text>"))
        #expect(svg.contains("Target 12") && svg.contains("<title>A new front door</title>"))
    }

    @Test("A gap is a gap in the line, and limits stop where they begin anew")
    func gaps() throws {
        let svg = Self.picture([9, nil, 11, 12, 11])
        let series = try #require(svg.firstMatch(of: /class="tc-series" d="([^"]*)"/))
        #expect(series.1.filter { $0 == "M" }.count == 2 && series.1.filter { $0 == "L" }.count == 2)
        let limit = try #require(svg.firstMatch(of: /class="tc-line tc-line--dashed" d="([^"]*)"/))
        #expect(limit.1.filter { $0 == "M" }.count == 2)
        #expect(!svg.contains("2001:"))
    }

    @Test(
        "Lines of the grid stand at round numbers",
        arguments: [
            ([3.0, 18], ["0", "5", "10", "15", "20"]),
            ([0.01, 0.11], ["0", "0.02", "0.04", "0.06", "0.08", "0.1", "0.12"]),
            ([-5, 5], ["-6", "-4", "-2", "0", "2", "4", "6"]), ([7, 7], ["6", "8"]),
        ])
    func ticks(values: [Double], words: [String]) {
        let points = values.map { ControlChartPicture.Point("", $0, words: "") }
        let scale = ChartScale(points, target: nil)
        let said = scale.ticks.map(scale.words)
        #expect(said.count >= 2 && Set(said).count == said.count)
        if values[0] != values[1] { #expect(said.map { Double($0) } == words.map { Double($0) }) }
    }

    @Test("Nothing to draw is drawn as nothing, without a number that is none")
    func empty() {
        #expect(!Self.picture([]).contains("nan") && !Self.picture([nil]).contains("inf"))
    }
}
