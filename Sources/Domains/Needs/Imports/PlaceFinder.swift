import Kernel

/// Finds which place a row is of: by its codes where one is known, otherwise by its names (rule NE-06).
struct PlaceFinder: Sendable {
    /// What was found.
    enum Found: Sendable, Equatable {
        case known(PlaceCode)
        /// A place that nobody knew, of the size that the layout says.
        case new(StatisticalArea)
        /// The file does not say places by row.
        case none
        case problem(column: String, reason: String)
    }

    private let rule: Layout.PlaceRule
    private let codes: [(column: String, at: Int)]
    private let names: [(column: String, at: Int)]
    private let catalogue = AreaCatalogue.shipped
    private let known: [PlaceCode: StatisticalArea]

    /// - Parameter known: places besides those of the catalogue that figures are held of.
    init(_ rule: Layout.PlaceRule, _ positions: [String: Int], known: [PlaceCode: StatisticalArea]) {
        self.rule = rule
        self.known = known
        codes = rule.codes.compactMap { column in positions[column].map { (column, $0) } }
        names = rule.names.compactMap { column in positions[column].map { (column, $0) } }
    }

    /// What a row's cells say of its place: all that `place` looks at.
    func said(_ cells: [String]) -> [String] { codes.map { cells[$0.at] } + names.map { cells[$0.at] } }

    func place(_ cells: [String]) -> Found {
        if let fixed = rule.fixed { return .known(fixed) }
        if codes.isEmpty, names.isEmpty { return .none }
        let code = codes.lazy.map { (column: $0.column, text: CellReader.trimmed(cells[$0.at])) }.first {
            !$0.text.isEmpty
        }
        let name = names.lazy.map { CellReader.trimmed(cells[$0.at]) }.first { !$0.isEmpty }
        if let code, let found = find(code.text) {
            guard let name, catalogue.isOf(another: name, than: found) else { return .known(found) }
            return .problem(
                column: code.column,
                reason: "\(code.text.quoted) is the code of \(words(found)), and the row's name is \(name.quoted)")
        }
        // A code of the nation's own that nobody knows is of another place, whatever that is called.
        let isAnother = code.map { PlaceFinder.isNational($0.text) } ?? false
        if !isAnother, let name, let found = catalogue.area(named: name) { return .known(found) }
        if let level = rule.level, let code, let new = PlaceCode(checking: code.text) {
            return .new(StatisticalArea(code: new, name: name ?? code.text, level: level, within: rule.within))
        }
        let column = code?.column ?? names.first?.column ?? codes.first?.column ?? ""
        let text = (code?.text ?? name ?? "").quoted
        return .problem(column: column, reason: "\(text) is no place that is known")
    }

    /// `E14000953`: a country's letter and eight digits.
    private static func isNational(_ code: String) -> Bool {
        code.utf8.count == 9 && "EWSNKJLM".contains(code.prefix(1))
            && code.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private func find(_ text: String) -> PlaceCode? {
        if let found = catalogue.area(ofCode: text) { return found }
        let code = PlaceCode(text)
        return known[code] == nil ? nil : code
    }

    private func words(_ code: PlaceCode) -> String {
        (catalogue.areas[code] ?? known[code])?.name ?? code.text
    }
}
