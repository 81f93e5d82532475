import Doors
import Kernel
import Partners
import Records
import Web

extension ComparePage {
    /// Columns that a page can show and a person can read.
    static let columnsMax = 6

    static let routes: [Route] = [
        Route(.get, "/compare", needs: .seeArrangements, summary: "Two or more days or scenarios side by side.") {
            request, house in
            let book = try await BookCache.shared.book(of: house, scenario: nil)
            let asked = try asked(request.query)
            let columns = try await columns(asked, request, house)
            if columns.count == 1 {
                throw Refusal.invalid([Problem("with", "Choose another day or scenario to compare it with")])
            }
            let page = ComparePage(
                comparison: columns.isEmpty ? nil : Comparison(columns), choices: CompareChoices(book, asked: asked),
                request: request)
            return .page(page.page)
        },
        Route(.get, "/compare.csv", needs: .seeArrangements, summary: "The same as CSV: a row a difference.") {
            request, house in
            let columns = try await columns(try asked(request.query), request, house)
            guard columns.count > 1 else {
                throw Refusal.invalid([Problem("with", "Choose two or more days or scenarios to compare")])
            }
            return .csv(Comparison(columns).csv, filename: "compare.csv")
        },
        Route(
            .get, "/scenarios", needs: .seeArrangements,
            summary: "The scenarios there are, and what the source thinks of each."
        ) { request, house in
            let book = try await BookCache.shared.book(of: house, scenario: nil)
            return .page(ScenariosPage(choices: CompareChoices(book, asked: []), request: request).page)
        },
        Route(.get, "/scenarios/:scenario", needs: .seeArrangements, summary: "One scenario, and what it would change.")
        { request, house in
            let id: ID<Scenario> = try request.id("scenario")
            let book = try await BookCache.shared.book(of: house, scenario: nil)
            guard let record = book.all(Scenario.kind.name).last(where: { $0.id == id.text }) else {
                throw Refusal.notFound
            }
            let scenario = Scenario(record), day = record.day("on") ?? request.on
            let columns = [
                Comparison.Column("As it stood", book, on: day),
                Comparison.Column(
                    scenario.name, try await BookCache.shared.book(of: house, scenario: id.text), on: day,
                    scenario: scenario),
            ]
            return .page(ScenarioPage(scenario: scenario, comparison: Comparison(columns), request: request).page)
        },
    ]

    /// What is asked to be compared: every `with`, then the days typed by hand.
    ///
    /// - Throws: `.invalid` naming what is neither a day nor a scenario, or that there are too many.
    private static func asked(_ query: Fields) throws(Refusal) -> [String] {
        var asked = query.all("with").filter { !$0.isEmpty }
        for field in ["day", "other-day"] {
            guard let typed = query.text(field) else { continue }
            guard let day = Day(typed: typed) else {
                throw .invalid([Problem(field, "\(typed) is not a day, such as 31 December 2009")])
            }
            asked.append("\(day)")
        }
        guard asked.count <= columnsMax else {
            throw .invalid([Problem("with", "Choose at most \(columnsMax) to compare")])
        }
        return asked
    }

    private static func columns(_ asked: [String], _ request: Request, _ house: House) async throws -> [Comparison
        .Column]
    {
        var columns: [Comparison.Column] = []
        for word in asked { columns.append(try await column(word, request, house)) }
        return columns
    }

    /// `2009-12-31`, `scenario:directorate`, or `scenario:directorate@2010-03-10`.
    private static func column(_ word: String, _ request: Request, _ house: House) async throws -> Comparison.Column {
        if word.hasPrefix("scenario:") {
            let halves = word.dropFirst("scenario:".count).split(separator: "@", maxSplits: 1).map(String.init)
            let history = try await BookCache.shared.book(of: house, scenario: nil)
            let named = halves.first.flatMap { name in history.all(Scenario.kind.name).last { $0.id == name } }
            guard let named else {
                throw Refusal.invalid([Problem("with", "There is no scenario \(halves.first ?? "")")])
            }
            let given = try halves.dropFirst().first.map { try read($0) }
            return Comparison.Column(
                named.text("name") ?? named.id, try await BookCache.shared.book(of: house, scenario: named.id),
                on: given ?? named.day("on") ?? request.on, scenario: Scenario(named))
        }
        let day = try read(word), book = try await BookCache.shared.book(of: house, scenario: nil)
        return Comparison.Column(day.long, book, on: day)
    }

    private static func read(_ word: String) throws(Refusal) -> Day {
        guard let day = Day(typed: word) else {
            throw .invalid([Problem("with", "\(word.prefix(60)) is neither a day nor a scenario")])
        }
        return day
    }
}
