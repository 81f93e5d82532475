import Testing
import YAML

/// Nothing that is sent can make the reader run long, run deep or grow large.
struct YAMLLimitTests {
    @Test("what the parser itself refuses is said without a word of its own")
    func parserLimit() {
        let deep = String(repeating: "[", count: 20_000)
        let refusal = #expect(throws: YAMLRefusal.self) {
            try YAMLReader(limits: YAMLLimits(depth: 1_000_000)).read(deep)
        }
        #expect(refusal?.problems.first?.message == "Lists and mappings stand too deep in one another")
    }

    @Test("nesting is refused at its limit, however it is written", arguments: ["[", "{a: ", "- ", "? "])
    func nesting(opening: String) throws {
        let text = String(repeating: opening, count: 1_000_000)
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(text) }
        #expect(refusal?.problems.first?.line == 1)
    }

    @Test func nestingUpToTheLimitIsTaken() throws {
        let depth = YAMLLimits.standard.depth
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try YAMLReader().read(nested(depth)) != nil)
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(nested(depth + 1)) }
        #expect(refusal?.problems.first?.message == "Lists and mappings stand more than 64 deep")
    }

    @Test func aBillionLaughsAreRefusedAtTheFirst() throws {
        var text = "a: &a [lol, lol]\n"
        for (one, next) in zip("abcdefgh", "bcdefghi") { text += "\(next): &\(next) [*\(one), *\(one), *\(one)]\n" }
        let refusal = #expect(throws: YAMLRefusal.self) { try YAMLReader().read(text) }
        #expect(refusal?.problems.map(\.line) == [1])
    }

    @Test func tooManyBytesValuesOrLettersAreRefused() throws {
        let small = YAMLLimits(bytes: 100, depth: 4, nodes: 10, scalarBytes: 20)
        func message(_ text: String) -> String? {
            do throws(YAMLRefusal) { _ = try YAMLReader(limits: small).read(text) } catch {
                return error.problems.first?.message
            }
            return nil
        }
        #expect(message(String(repeating: "a", count: 101)) == "The file is 101 bytes; 100 is the most that is taken")
        #expect(message("[a,b,c,d,e,f,g,h,i,j]") == "The file holds more than 10 values")
        #expect(message(String(repeating: "a", count: 21)) == "This value is longer than 20 bytes")
    }
}
