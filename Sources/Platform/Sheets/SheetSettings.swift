public import Settings

// What workbooks are read with, as an operator decides it.

extension Settings {
    /// For the list of all settings.
    public static let ofTheSheets = [workbookReader.declaration]

    static let workbookReader = Setting.text(
        "sheets.xlsx2csv", "THINKCHILD_SHEETS_XLSX2CSV", usual: "/usr/bin/xlsx2csv",
        "The program that reads workbooks (XLSX); without it published figures are read as CSV only.")
}
