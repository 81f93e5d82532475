/// A short mark of some content, to tell it from other content: FNV-1a, 64 bits.
///
/// It guards nothing: whoever could make two contents with one mark would only make a browser show an old page.
struct Fingerprint {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Adds text and a mark of its end, so that `ab` then `c` differs from `a` then `bc`.
    mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xFF))
    }

    var text: String { hexadecimal(withUnsafeBytes(of: state.bigEndian) { Array($0) }) }
}
