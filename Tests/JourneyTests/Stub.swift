import Testing
import HummingbirdTesting
@Test func stub() { #expect(1 + 1 == 2) }
