import Doors
import Kernel
import Testing

@Suite("Why nothing can be shown, for programs")
struct TroubleTests {
    @Test(
        "A title and its sentences have one full stop each",
        arguments: [
            Trouble.notFound, .forged, .tooLong, .fault(reference: "r"), .malformed("Why"),
            Trouble(Refusal.outOfOrder("Not yet")), Trouble(Refusal.invalid([])),
        ])
    func sentences(trouble: Trouble) {
        let json = String(decoding: trouble.json, as: UTF8.self)
        #expect(json.contains(trouble.title) && !json.contains("..") && !json.contains(". \""), "\(json)")
    }
}
