import Kernel
import Testing

/// Reads a day that the test's author wrote.
func day(_ text: String) throws -> Day { try #require(Day(text), "\(text) is not a day") }
