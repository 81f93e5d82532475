import Kernel
import Partners
import Records

/// Which bodies a list is to show.
struct BodyAsk: Sendable, Hashable {
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
        // Of all the seats of a hundred bodies, the chairs' alone are asked for.
        let chairs = try reading.records(Seat.kind, where: "body", isAnyOf: ids, also: ("role", "chair")).map(Seat.init)
            .filter { $0.standing != "lacking" && $0.record.standing == .holds }
        let terms = try reading.records(Terms.kind, where: "body", isAnyOf: ids).map(Terms.init)
        let sizes = try reading.records(Size.kind, where: "body", isAnyOf: ids).map(Size.init)
        try reading.prefetch(
            chairs.compactMap { $0.post?.text ?? $0.organisation?.text } + bodies.compactMap(\.area?.text))
        let chairOf = Dictionary(chairs.map { ($0.body, $0) }) { first, _ in first }
        let termsOf = Dictionary(terms.map { ($0.body, $0) }) { _, last in last }
        let sizeOf = Dictionary(sizes.map { ($0.body, $0) }) { _, last in last }
        rows = try bodies.map { body in
            let chair = chairOf[body.id]
            return Row(
                body: body, area: try reading.named(body.area),
                chair: try (chair?.post?.text ?? chair?.organisation?.text).flatMap(reading.subject),
                memberLimit: termsOf[body.id]?.memberLimit, members: sizeOf[body.id]?.members)
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
