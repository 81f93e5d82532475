public import Doors
internal import Hummingbird
internal import Kernel
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// Answers HTTP until it is told to stop (SIGTERM or SIGINT); then takes no more, and finishes what is under way.
///
/// - Throws: `Refusal.invalid` for an address that other machines can reach, unless that was asked for; what the
///   system says when the address cannot be bound.
public func serve(
    house: House, modules: [Module], settings: ServerSettings = ServerSettings(),
    whenListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) async throws {
    try await makeServices(house: house, modules: modules, settings: settings, whenListening: whenListening).run()
}

/// The service with what tells it to stop.
func makeServices(
    house: House, modules: [Module], settings: ServerSettings, signals: [UnixSignal] = [.sigterm, .sigint],
    whenListening: @escaping @Sendable (_ port: Int) -> Void
) throws -> ServiceGroup {
    let application = try makeApplication(
        house: house, modules: modules, settings: settings, whenListening: whenListening)
    var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: signals, logger: application.logger)
    configuration.maximumGracefulShutdownDuration = settings.limits.drain
    return ServiceGroup(configuration: configuration)
}

/// The service, not yet running.
func makeApplication(
    house: House, modules: [Module], settings: ServerSettings = ServerSettings(),
    whenListening: @escaping @Sendable (_ port: Int) -> Void = { _ in }
) throws -> Application<FrontDoor> {
    let door = FrontDoor(house: house, modules: modules, settings: settings)
    var logger = Logger(label: "thinkchild")
    logger.logLevel = .warning
    if !door.assets.isWhole { logger.warning("GOV.UK Frontend is not here, so pages are bare: run bin/fetch-govuk") }
    for clash in door.router.clashes { logger.warning("Two routes are \(clash); the second is not used") }
    let limits = settings.limits
    return Application(
        responder: door,
        server: .http1(
            configuration: .init(
                idleTimeout: .init(limits.idle),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headerBytesMax, maxHeaderListSize: limits.headerBytesMax,
                    maxHeaderFieldCount: limits.headersMax * 2))),
        configuration: ApplicationConfiguration(
            address: .hostname(try settings.address(), port: settings.port),
            availableConnectionsDelegate: .maximum(limits.connectionsMax, logger: logger)),
        services: [Housekeeping(deadlines: door.deadlines, accessLog: settings.accessLog)]
            + house.background.map { BackgroundService(background: $0, clock: settings.clock, logger: logger) },
        onServerRunning: { channel in whenListening(channel.localAddress?.port ?? settings.port) },
        logger: logger)
}
