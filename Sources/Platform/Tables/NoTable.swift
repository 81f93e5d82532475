/// Files that are often sent for a table of text and are none, told by their first bytes.
enum NoTable {
    private static let kinds: [(first: [UInt8], reason: String)] = [
        (
            [0x50, 0x4B, 0x03, 0x04],
            "This is a spreadsheet (XLSX, ODS) or another packed file: save the sheet as CSV, in UTF-8, and send that"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "This is a spreadsheet (XLS): save the sheet as CSV, in UTF-8, and send that"),
        ([0x25, 0x50, 0x44, 0x46], "This is a PDF: ask its publisher for the table as CSV"),
        ([0x1F, 0x8B], "This is packed (gzip): unpack it, and send the CSV in it"),
        ([0xFF, 0xFE], "The text is UTF-16: save the file as CSV in UTF-8"),
        ([0xFE, 0xFF], "The text is UTF-16: save the file as CSV in UTF-8"),
    ]

    /// Why a file that begins so cannot be read as a table; nil where nothing speaks against it.
    static func reason(_ head: [UInt8]) -> String? { kinds.first { head.starts(with: $0.first) }?.reason }
}
