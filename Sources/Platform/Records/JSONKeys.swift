public import Kernel

/// Looks over a JSON text for keys given twice in one object: a decoder would silently keep one of the two.
///
/// It takes any bytes, and leaves it to the decoder to say what is not JSON.
public enum JSONKeys {
    /// The first key that its object has already; nil when there is none.
    public static func repeated(in bytes: [UInt8]) -> String? {
        var objects: [Set<[UInt8]>?] = [], at = 0, isKey = false
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "{"):
                objects.append([])
                isKey = true
            case UInt8(ascii: "["):
                objects.append(nil)
                isKey = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = objects.popLast()
                isKey = false
            case UInt8(ascii: ","): isKey = objects.last.map { $0 != nil } ?? false
            case UInt8(ascii: "\""):
                let end = endOfString(at, bytes)
                if isKey, let last = objects.indices.last {
                    let key = Array(bytes[at + 1..<max(at + 1, end)])
                    if objects[last]?.insert(key).inserted == false { return String(decoding: key, as: UTF8.self) }
                }
                isKey = false
                at = end
            default: break
            }
            at += 1
        }
        return nil
    }

    /// - Throws: `.invalid` naming the key that is given twice.
    public static func mustBeDistinct(in bytes: [UInt8]) throws(Refusal) {
        guard let key = repeated(in: bytes) else { return }
        throw .invalid([Problem(key.shown, "The key \(key.shown) is given twice in one object. Keep one of them")])
    }

    /// The position of the closing quotation mark, or of the end.
    private static func endOfString(_ start: Int, _ bytes: [UInt8]) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at, bytes.count)
    }
}
