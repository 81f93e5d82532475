internal import CXlsxWriter
public import Foundation
public import Kernel

extension Sheet {
    /// The file, as Excel and LibreOffice open it.
    ///
    /// - Parameter now: when it says that it was made, so that the same table gives the same file.
    /// - Throws: `.tooLarge` for more than a spreadsheet holds, `.unavailable` where no temporary file can be written.
    public func xlsx(at now: Date) throws(Refusal) -> [UInt8] {
        guard rows.count <= Sheet.rowsMax, heading.count <= Sheet.columnsMax else {
            throw .tooLarge("A spreadsheet holds \(Sheet.rowsMax) rows and \(Sheet.columnsMax) columns at most")
        }
        // The library of Debian 12 writes to files alone.
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try write(to: file.path, at: now)
        guard let bytes = FileManager.default.contents(atPath: file.path), !bytes.isEmpty else {
            throw .unavailable("The spreadsheet could not be written")
        }
        return Array(bytes)
    }

    private func write(to path: String, at now: Date) throws(Refusal) {
        guard let book = workbook_new(path) else { throw .unavailable("The spreadsheet could not be begun") }
        var properties = lxw_doc_properties()
        properties.created = time_t(now.timeIntervalSince1970)
        workbook_set_properties(book, &properties)
        guard let sheet = workbook_add_worksheet(book, tab) else {
            workbook_close(book)
            throw .unavailable("The spreadsheet could not be begun: it cannot be called \(tab)")
        }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        var formats: [Int: UnsafeMutablePointer<lxw_format>] = [:]
        for (column, title) in heading.enumerated() {
            worksheet_write_string(sheet, 0, UInt16(column), plain(title), bold)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        for (index, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let row = UInt32(index + 1), column = UInt16(column)
                switch cell {
                case .empty: continue
                case .text(let text): worksheet_write_string(sheet, row, column, plain(text), nil)
                case .number(let number, let decimals):
                    guard number.isFinite else { continue }
                    let places = min(max(decimals, 0), 9)
                    if formats[places] == nil, let made = workbook_add_format(book) {
                        format_set_num_format(made, places == 0 ? "0" : "0." + String(repeating: "0", count: places))
                        formats[places] = made
                    }
                    worksheet_write_number(sheet, row, column, number, formats[places])
                }
            }
        }
        guard workbook_close(book) == LXW_NO_ERROR else { throw .unavailable("The spreadsheet could not be written") }
    }

    /// As much of a text as a cell holds, without the characters that XML has no place for.
    private func plain(_ text: String) -> String {
        let kept = text.unicodeScalars.filter(Sheet.isWritable)
        return String(String.UnicodeScalarView(kept).prefix(Sheet.textMax))
    }
}
