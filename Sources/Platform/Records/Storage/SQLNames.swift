internal import Kernel

extension Kind {
    /// The columns every record's table begins with, in this order.
    static let commonColumns = [
        "id", "version", "from_day", "until_day", "attested_day", "provenance", "sources", "note",
    ]

    /// Every column of the table, as SQL writes them, in the order rows are read.
    var columnList: String { (Kind.commonColumns + fields.map(\.sqlColumn)).joined(separator: ", ") }
}

extension Field {
    /// The column as SQL writes it: in quotes where the name is a word of SQL itself.
    public var sqlColumn: String { SQLNames.reserved.contains(column) ? "\"\(column)\"" : column }
}

/// Words that either engine keeps for itself, and that a field may well be called.
enum SQLNames {
    static let reserved: Set<String> = [
        "add", "all", "and", "any", "as", "asc", "between", "both", "by", "case", "check", "column", "constraint",
        "create",
        "cross", "default", "delete", "desc", "distinct", "do", "drop", "else", "end", "except", "exists", "for",
        "foreign",
        "from", "full", "grant", "group", "having", "in", "index", "inner", "insert", "into", "is", "join", "left",
        "like",
        "limit", "not", "null", "offset", "on", "only", "or", "order", "outer", "primary", "references", "right",
        "select",
        "set", "some", "table", "then", "to", "transaction", "union", "unique", "update", "user", "using", "values",
        "view",
        "when", "where", "window", "with",
    ]
}
