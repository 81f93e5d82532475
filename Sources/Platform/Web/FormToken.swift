/// Puts the token against forged requests into every form that changes something.
///
/// It finds them by their markup, however they were written, so no page can forget. Text that a person typed cannot be
/// taken for one: its quotes are escaped.
enum FormToken {
    /// The name under which the token is sent back.
    static let name = "_token"

    private static let mark = Array("method=\"post\"".utf8)

    /// Where the next form's opening tag ends: just after its `>`. Nil when there are no more.
    ///
    /// It runs over every page that is sent, so it looks at eight places at a time for the rarest three bytes of the
    /// mark (`="p`).
    static func firstForm(in bytes: [UInt8], from start: Int) -> Int? {
        let before = "method".utf8.count, step = MemoryLayout<UInt64>.size
        return bytes.withUnsafeBytes { raw in
            var at = start
            while at < raw.count {
                if at + step + 2 <= raw.count, !mayHoldMark(raw, at: at) { at += step; continue }
                let end = min(at + step, raw.count)
                for place in at..<end where place - before >= start && holdsMark(raw, at: place - before) {
                    return raw[place...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
                }
                at = end
            }
            return nil
        }
    }

    /// Whether `="p` may stand at one of the eight places: a byte of the sum is nought where all three agree.
    @inline(__always)
    private static func mayHoldMark(_ raw: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let first = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ (ones &* 0x3D)
        let second = raw.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self) ^ (ones &* 0x22)
        let third = raw.loadUnaligned(fromByteOffset: place + 2, as: UInt64.self) ^ (ones &* 0x70)
        let sum = first | second | third
        return (sum &- ones) & ~sum & (ones &* 0x80) != 0
    }

    private static func holdsMark(_ raw: UnsafeRawBufferPointer, at place: Int) -> Bool {
        place + mark.count <= raw.count && mark.indices.allSatisfy { raw[place + $0] == mark[$0] }
    }

    /// Appends `body`, with the token in each of its forms.
    static func append(_ body: [UInt8], token: String?, to page: inout [UInt8]) {
        guard let token, var next = firstForm(in: body, from: 0) else { page += body; return }
        let field: HTML = "\n<input type=\"hidden\" name=\"\(name)\" value=\"\(token)\">"
        var copied = 0
        while true {
            page += body[copied..<next]
            page += field.bytes
            copied = next
            guard let following = firstForm(in: body, from: copied) else { break }
            next = following
        }
        page += body[copied...]
    }
}

extension Page {
    /// The name of the form field that carries the token against forged requests.
    public static let tokenField = FormToken.name
}
