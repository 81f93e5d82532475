import App
import Foundation

/// The terminal's front door: the same verbs that the pages offer, for operators and scripts.
@main
struct ThinkChild {
    static func main() async {
        if let position = firstSpoilt(CommandLine.unsafeArgv, count: Int(CommandLine.argc)) {
            complain(["Word \(position) after thinkchild is not UTF-8. Type it again, or set the terminal to UTF-8"])
            exit(2)
        }
        let desk = CommandLineDesk(building: Building(), environment: ProcessInfo.processInfo.environment)
        exit(await desk.run(Array(CommandLine.arguments.dropFirst())))
    }

    /// The position of the first argument that is not UTF-8: read as text, its bytes would be lost without a word.
    static func firstSpoilt(_ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, count: Int) -> Int? {
        (0..<count).first { position in
            arguments[position].map { String(validatingCString: $0) == nil } ?? false
        }
    }
}
