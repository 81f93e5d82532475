import App
import Foundation

/// The terminal's front door: the same verbs that the pages offer, for operators and scripts.
@main
struct ThinkChild {
    static func main() async {
        let desk = CommandLineDesk(building: Building(), environment: ProcessInfo.processInfo.environment)
        exit(await desk.run(Array(CommandLine.arguments.dropFirst())))
    }
}
