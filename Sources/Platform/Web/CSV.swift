private let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ",")

/// A table as RFC 4180 has it: comma, CRLF, quotes doubled.
///
/// It begins with a byte order mark, because the people who open these files open them in a spreadsheet, and Excel
/// reads a file without one as Windows-1252 and shows "Siân" as "SiÃ¢n". Programs have JSON.
///
/// A cell that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, "CSV injection"); a plain number,
/// negative ones among them, is not a formula and is left alone.
public func csv(_ header: [String], _ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.appendCSVRow(header)
    for row in rows { bytes.appendCSVRow(row) }
    return bytes
}

extension [UInt8] {
    fileprivate mutating func appendCSVRow(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { append(comma) }
            appendCSVCell(cell)
        }
        append(contentsOf: [13, 10])
    }

    private mutating func appendCSVCell(_ cell: String) {
        let utf8 = cell.utf8
        let guarded = looksLikeFormula(cell)
        let quoted = utf8.contains { $0 == quote || $0 == comma || $0 == 10 || $0 == 13 }
        if quoted { append(quote) }
        if guarded { append(UInt8(ascii: "'")) }
        for byte in utf8 {
            if byte == quote { append(quote) }
            append(byte)
        }
        if quoted { append(quote) }
    }
}

/// Whether a spreadsheet may take the cell for a formula. Spaces before the sign do not stop it from doing so.
private func looksLikeFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first(where: { $0 != UInt8(ascii: " ") }) else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 10, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isPlainNumber(cell)
    default: return cell.unicodeScalars.first.map(isFullWidthSign) ?? false
    }
}

/// `-12`, `+3.5`: a sign, digits, and at most one point among them.
private func isPlainNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.dropFirst()
    let points = digits.count { $0 == UInt8(ascii: ".") }
    let rest = digits.filter { $0 != UInt8(ascii: ".") }
    return points <= 1 && !rest.isEmpty && rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

/// The full-width forms of = + - @, which spreadsheets set up for East Asian text obey as well.
private func isFullWidthSign(_ scalar: Unicode.Scalar) -> Bool {
    [0xFF1D, 0xFF0B, 0xFF0D, 0xFF20].contains(scalar.value)
}
