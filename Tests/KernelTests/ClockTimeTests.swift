import Kernel
import Testing

@Suite("Times of day")
struct ClockTimeTests {
    @Test(
        "as people type them",
        arguments: [
            ("18:30", "18:30"), ("18.30", "18:30"), ("6:30pm", "18:30"), ("6.30 PM", "18:30"), ("6pm", "18:00"),
            ("12am", "00:00"), ("12pm", "12:00"), ("9:05am", "09:05"), ("9:05", "09:05"),
        ])
    func typed(text: String, expected: String) { #expect(ClockTime(typed: text)?.description == expected) }

    @Test(arguments: ["", "24:00", "18", "6:60pm", "13pm", "0am", "6:3pm", "six", "18:30:00", "-1:00", "1 8:30 pm x"])
    func refused(text: String) { #expect(ClockTime(typed: text) == nil) }

    @Test(arguments: ["9:05", "18.30", "1830", "18:3", "２3:00"])
    func aFileIsReadStrictly(text: String) { #expect(ClockTime(text) == nil) }

    @Test(arguments: [
        ("00:00", "midnight"), ("12:00", "midday"), ("18:30", "6:30pm"), ("09:00", "9am"), ("12:05", "12:05pm"),
    ])
    func words(text: String, words: String) { #expect(ClockTime(text)?.words == words) }

    @Test func timesAreInOrder() throws {
        let early = try #require(ClockTime("09:59")), late = try #require(ClockTime("10:00"))
        #expect(early < late)
    }
}
