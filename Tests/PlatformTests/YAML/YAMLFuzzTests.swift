import Testing
import YAML

/// Texts spoilt at random: whatever comes of it is a tree or a problem with a place, never a crash and never a wait.
struct YAMLFuzzTests {
    private static let whole = """
        state: {id: st-2009, name: "As met", on: 2009-12-31}
        bodies:
          - id: board
            name: 'The board: one of them'
            note: |
              First paragraph.

              Second.
            source: [P10 3.1.6, P10 4.2]
            then:
              - from: 2010-04-01
                name: >-
                  Another
                  name
        change:
          - {id: board, from: 2010-05-01, set: {type: board}}

        """

    @Test("spoilt texts", arguments: 0..<40)
    func spoilt(seed: Int) {
        var random = Seeded(seed)
        for _ in 0..<50 {
            let bytes = YAMLFuzzTests.spoil(Array(YAMLFuzzTests.whole.utf8), &random)
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
            do throws(YAMLRefusal) {
                _ = try YAMLReader().read(bytes)
            } catch {
                #expect(!error.problems.isEmpty)
                for problem in error.problems {
                    #expect((1...lines).contains(problem.line) && problem.column >= 1, "\(problem)")
                    #expect(!problem.message.isEmpty && !problem.mend.isEmpty)
                }
            }
        }
    }

    /// One to eight slips: bytes changed, put in, taken out, or a stretch said again.
    static func spoil(_ whole: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let marks = Array("[]{}:-#&*!|>'\"%@`,? \n\t\0".utf8) + [0xC3, 0xFF, 0xE2]
            switch Int.random(in: 0...4, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: at)
            case 2: bytes.remove(at: at)
            case 3:
                let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
                bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
            default:
                bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
            }
        }
        return bytes
    }
}
