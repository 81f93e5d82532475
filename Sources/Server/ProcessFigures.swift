internal import Doors
internal import Foundation

/// What the system says of this process: memory and processor time.
enum ProcessFigures {
    static func now() -> [House.Counter] {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        let seconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
        var figures = [
            House.Counter("process_cpu_seconds_total", help: "Processor time used, in seconds.", value: seconds)
        ]
        if let bytes = residentBytes() {
            figures.append(House.Counter("process_resident_memory_bytes", help: "Memory held, in bytes.", value: bytes))
        }
        return figures
    }

    /// Linux's own count, in pages; nil elsewhere.
    private static func residentBytes() -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        guard numbers.count > 1, let pages = Double(numbers[1]) else { return nil }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
}
