/// Puts the token against forged requests into every form that changes something.
///
/// It finds them by their markup, however they were written, so no page can forget. Text that a person typed cannot be
/// taken for one: its quotes are escaped.
enum FormToken {
    /// The name under which the token is sent back.
    static let name = "_token"

    private static let mark = Array("method=\"post\"".utf8)

    /// How far the search may leap past a byte that ends a mismatch (Horspool, 1980).
    private static let leaps: [Int] = {
        var leaps = [Int](repeating: mark.count, count: 256)
        for (index, byte) in mark.dropLast().enumerated() { leaps[Int(byte)] = mark.count - 1 - index }
        return leaps
    }()

    /// Where the next form's opening tag ends: just after its `>`. Nil when there are no more.
    static func firstForm(in bytes: [UInt8], from start: Int) -> Int? {
        let mark = mark, leaps = leaps, last = mark.count - 1
        return bytes.withUnsafeBufferPointer { bytes in
            var end = start + last
            while end < bytes.count {
                if bytes[end] == mark[last], (0..<last).allSatisfy({ bytes[end - last + $0] == mark[$0] }) {
                    return bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
                }
                end += leaps[Int(bytes[end])]
            }
            return nil
        }
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
