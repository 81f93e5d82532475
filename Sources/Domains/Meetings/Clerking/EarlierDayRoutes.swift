import Doors
import Kernel
import Partners
import Records
import Web

/// That something was published on a day that is past: kept as it is said, by somebody who says how it is known. Notice
/// and call-in are counted from the day it was said on, which the ledger shows.
enum EarlierDay {
    static let field = "because"

    static func unexplained(_ today: Day) -> Refusal {
        .wrong(
            field,
            """
            Published now it is open from today, \(today.long). If it was open before, say how that is known: it is \
            shown as said today, and counts from today
            """)
    }

    /// What a form asks: only of somebody who looks from an earlier day, or was told.
    static func questions(_ request: Request, _ problems: [Problem]) -> [QuestionPage.Question] {
        guard request.on < request.today || problems.contains(where: { $0.field == field }) else { return [] }
        return [
            QuestionPage.Question(
                field: Records.Field(field, "How is that known?", .text(max: 500), ""),
                hint: "Only for a day before today, \(request.today.long). It is kept with the record's history.")
        ]
    }

    /// The day that a form begins with: the day looked from, unless it is still to come.
    static func usual(_ request: Request) -> String { "\(min(request.on, request.today))" }
}
