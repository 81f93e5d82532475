/// Which state of a thing somebody read, to be given back when they change it.
public enum Seen {
    /// Sixteen digits of base 16 that differ as soon as any version does (FNV-1a; it guards against accidents, not
    /// malice).
    public static func mark(of versions: [Record]) -> String {
        guard !versions.isEmpty else { return "" }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in RecordJSON.text(of: versions).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
