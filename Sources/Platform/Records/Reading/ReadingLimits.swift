/// How much one reading may take in.
enum ReadingLimits {
    /// Files of one folder.
    static let filesMax = 500
    /// Folders and files that build on one another.
    static let chainMax = 50
    /// Versions read in all.
    static let versionsMax = 1_000_000
}
