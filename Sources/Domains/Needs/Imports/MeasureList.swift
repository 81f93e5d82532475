import Kernel
import Tables

/// Reads a publisher's list of its measures, with what they mean.
struct MeasureList {
    private let layout: Layout
    private let held: [String: [String: String]]

    static let rowsMax = 20_000

    /// - Parameter held: the fields of each measure that is held.
    init(_ layout: Layout, held: [String: [String: String]]) { (self.layout, self.held) = (layout, held) }

    func read(_ stream: TableStream) throws -> StageResult {
        var stream = stream, result = StageResult(), lines: [String: Int] = [:], ids: Set<String> = []
        let positions = try stream.positions(of: layout.columns)
        while let read = try stream.next() {
            result.counts.rows += 1
            guard result.counts.rows <= Self.rowsMax else { throw Refusal.tooLarge("More than \(Self.rowsMax) rows") }
            let row: TableStream.Line
            switch read {
            case .failure(let problem):
                result.refuse(problem.column, problem.reason, problem.line)
                continue
            case .success(let line): row = line
            }
            var fields = layout.fieldConstants
            for (field, column) in layout.fieldColumns {
                guard let position = positions[column] else { continue }
                let text = row.cells[position]
                fields[field] = layout.fieldWords[field].map { $0[text] ?? $0["*"] ?? text } ?? text
                if text.isBlank || fields[field]?.isEmpty == true { fields[field] = nil }
            }
            guard let code = fields["code"], fields["name"] != nil else {
                result.refuse(layout.fieldColumns["code"] ?? "", "A measure needs a code and a name", row.line)
                continue
            }
            if let line = lines.updateValue(lines[code] ?? row.line, forKey: code) {
                result.counts.warned += 1
                let words = "\(code.quoted) is on line \(line) already, and stands as it is there"
                result.remarks.add(
                    Remark(outcome: .warned, heading: layout.fieldColumns["code"] ?? "", words: words), line: row.line)
                continue
            }
            if fields["per"] == nil, fields["unit"]?.hasPrefix("%") == true { fields["per"] = "100" }
            take(id(of: code, avoiding: &ids), fields, row.line, &result)
        }
        return result
    }

    private func take(_ id: String, _ fields: [String: String], _ line: Int, _ result: inout StageResult) {
        let fields = MeasureFields.held(fields)
        guard fields["polarity"] != nil else {
            return result.refuse(
                layout.fieldColumns["polarity"] ?? "", "Which way is better cannot be made out", line)
        }
        if held[id] == fields { return result.counts.unchanged += 1 }
        if held[id] == nil { result.counts.added += 1 } else { result.counts.changed += 1 }
        result.measures.append(Layout.Definition(id: id, fields: fields))
    }

    /// `lait-rta`; two codes of one slug are told apart by a number.
    private func id(of code: String, avoiding ids: inout Set<String>) -> String {
        let slug = layout.measurePrefix + (IDText.slug(of: code) ?? "measure")
        var id = slug, number = 2
        while !ids.insert(id).inserted { (id, number) = ("\(slug)-\(number)", number + 1) }
        return id
    }
}

/// Reads which authorities are each other's statistical neighbours.
struct NeighbourList {
    private let layout: Layout
    private let held: [PlaceCode: [PlaceCode]]

    init(_ layout: Layout, held: [PlaceCode: [PlaceCode]]) { (self.layout, self.held) = (layout, held) }

    func read(_ stream: TableStream) throws -> StageResult {
        var stream = stream, result = StageResult()
        let positions = try stream.positions(of: layout.columns), catalogue = AreaCatalogue.shipped
        while let read = try stream.next() {
            result.counts.rows += 1
            let row: TableStream.Line
            switch read {
            case .failure(let problem):
                result.refuse(problem.column, problem.reason, problem.line)
                continue
            case .success(let line): row = line
            }
            let text = layout.area.flatMap { positions[$0] }.map { row.cells[$0] } ?? ""
            if text.isBlank { continue }
            guard let area = catalogue.area(ofCode: text) else {
                result.refuse(layout.area ?? "", "\(text.quoted) is no place that is known", row.line)
                continue
            }
            var codes: [PlaceCode] = [], unknown: String?
            for column in layout.neighbours {
                guard let position = positions[column] else { continue }
                for word in row.cells[position].split(separator: ",") {
                    let text = CellReader.trimmed(String(word))
                    // A new authority has none yet.
                    if text.isEmpty || text == "-" { continue }
                    if let code = catalogue.area(ofCode: text) { codes.append(code) } else { unknown = text }
                }
            }
            if let unknown {
                result.refuse(layout.neighbours[0], "\(unknown.quoted) is no place that is known", row.line)
            } else if codes.isEmpty {
                continue
            } else if held[area] == codes {
                result.counts.unchanged += 1
            } else {
                if held[area] == nil { result.counts.added += 1 } else { result.counts.changed += 1 }
                result.neighbours.append(Neighbours(of: area, edition: layout.edition ?? "", codes: codes))
                result.areas += ([area] + codes).compactMap { catalogue.areas[$0] }
            }
        }
        result.areas = Set(result.areas).sorted { $0.code < $1.code }
        return result
    }
}

extension StageResult {
    fileprivate mutating func refuse(_ heading: String, _ words: String, _ line: Int) {
        counts.refused += 1
        remarks.add(Remark(outcome: .refused, heading: heading, words: words), line: line)
    }
}

extension TableStream {
    /// Where each column stands.
    /// - Throws: `Refusal.invalid` naming every one that is missing.
    func positions(of columns: [String]) throws(Refusal) -> [String: Int] {
        let positions = Dictionary(uniqueKeysWithValues: heading.enumerated().map { ($1, $0) })
        let missing = columns.filter { positions[$0] == nil }
        if heading.count == 1, let other = [";", "\t", "|"].first(where: heading[0].contains) {
            let what = other == "\t" ? "tabs" : "“\(other)”"
            throw .invalid([Problem(file, "\(file):1: The columns are divided by \(what): save it with commas")])
        }
        guard missing.isEmpty else {
            throw .invalid(
                missing.map { column in
                    let near = Nearest.word(to: column, among: heading).map { "; there is \($0)" } ?? ""
                    return Problem(file, "\(file):1: There is no column \(column)\(near)")
                })
        }
        return positions
    }
}
