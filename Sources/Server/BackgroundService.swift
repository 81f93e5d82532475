internal import Doors
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// What goes on beside answering, until the service is told to stop.
struct BackgroundService: Service {
    let background: Background
    let clock: @Sendable () -> Date
    let logger: Logger

    func run() async {
        let logger = logger
        await cancelWhenGracefulShutdown {
            await background.run(clock) { sentence in
                logger.warning("\(sentence)", metadata: ["service": "\(background.name)"])
            }
        }
    }
}
