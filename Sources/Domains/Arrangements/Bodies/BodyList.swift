import Kernel
import Partners
import Records

/// Which bodies a list is to show.
struct BodyAsk: Sendable, Equatable {
    var type: String?
    var level: String?
    var area: String?
    var words = ""
    var after: String?
}

/// Some of the bodies of a day, by name, each with its chair and its number of members.
struct BodyList: Sendable {
    /// One body.
    struct Row: Sendable {
        let body: Body
        let area: Named?
        let chair: Subject?
        /// Of its terms; nil when they give none.
        let memberLimit: Int?
        /// As counted; nil when nobody has.
        let members: Int?
    }

    let rows: [Row]
    let next: String?

    static let pageSize = 100

    init(_ ask: BodyAsk, in reading: DayBook, limit: Int = pageSize) throws {
        let page = try reading.page(of: Body.kind, where: ask.fields, words: ask.words, after: ask.after, limit: limit)
        let bodies = page.records.map(Body.init), ids = bodies.map(\.id.text)
        let chairs = try reading.records(Seat.kind, where: "body", isAnyOf: ids).map(Seat.init)
            .filter { $0.role == "chair" && $0.standing != "lacking" && $0.record.standing == .holds }
        let terms = try reading.records(Terms.kind, where: "body", isAnyOf: ids).map(Terms.init)
        let sizes = try reading.records(Size.kind, where: "body", isAnyOf: ids).map(Size.init)
        try reading.prefetch(
            chairs.compactMap { $0.post?.text ?? $0.organisation?.text } + bodies.compactMap(\.area?.text))
        rows = try bodies.map { body in
            let chair = chairs.first { $0.body == body.id }
            return Row(
                body: body, area: try reading.named(body.area),
                chair: try (chair?.post?.text ?? chair?.organisation?.text).flatMap(reading.subject),
                memberLimit: terms.last { $0.body == body.id }?.memberLimit,
                members: sizes.last { $0.body == body.id }?.members)
        }
        next = page.next
    }
}

extension BodyAsk {
    var pairs: [(String, String)] {
        [("type", type), ("level", level), ("area", area)].compactMap { name, value in value.map { (name, $0) } }
    }

    fileprivate var fields: [String: String] { Dictionary(uniqueKeysWithValues: pairs) }
}
