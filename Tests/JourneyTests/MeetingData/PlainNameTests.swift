import Testing

@testable import Workflows

/// People are told apart by name alone in councils' exports: a title or an honour makes nobody another.
struct PlainNameTests {
    @Test(arguments: [
        ("Councillor Dr. Ann Ward JP", "Ann Ward"), ("Ward, Cllr Ann", "Ann Ward"), ("Ann Ward, MBE", "Ann Ward"),
        ("Cllr Ann van der Ward", "Ann van der Ward"), ("Ann Ward", "Ann Ward"), ("Lady Ward", "Ward"),
        ("Cllr", "Cllr"),
    ])
    func plain(name: String, expected: String) { #expect(MeetingDataHeld.plain(name) == expected) }
}
