/// How much one file of rows may hold before it is refused.
public struct TableLimits: Sendable {
    public var fileBytesMax: Int
    public var rowsMax: Int
    public var columnsMax: Int
    public var cellBytesMax: Int
    /// Rows that will not do and are still told one by one; past it, reading stops.
    public var problemsMax: Int

    public init(
        fileBytesMax: Int = 64 << 20, rowsMax: Int = 1_000_000, columnsMax: Int = 1_000, cellBytesMax: Int = 32_768,
        problemsMax: Int = 100
    ) {
        self.fileBytesMax = fileBytesMax
        self.rowsMax = rowsMax
        self.columnsMax = columnsMax
        self.cellBytesMax = cellBytesMax
        self.problemsMax = problemsMax
    }

    public static let standard = TableLimits()
}
