import Records
import Web

extension FrozenScorecard {
    /// What is known of it besides what it showed.
    func write(into json: inout JSONWriter) {
        json.field("id", id.text)
        json.field("name", name)
        json.field("body", record.text("body"))
        json.field("meeting", record.text("meeting"))
        json.field("drawn", "\(drawn)")
        json.field("published", published.map { "\($0)" })
        json.field("sha256", digest)
    }

    /// The body of `GET /api/v1/scorecards/:scorecard/paper`: columns and rows as they stood.
    func json(of paper: ScorecardPaper) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            write(into: &json)
            json.field("title", paper.title)
            json.array("columns", paper.columns) { json, column in json.value(column) }
            json.array("rows", paper.rows) { json, row in
                json.array(row) { json, cell in json.value(cell) }
            }
        }
        return json.bytes
    }

    /// The body of `GET /api/v1/meetings/:meeting/scorecards`.
    static func json(of all: [FrozenScorecard]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("scorecards", all) { json, one in json.object { one.write(into: &$0) } }
        }
        return json.bytes
    }
}
