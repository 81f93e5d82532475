import ArgumentParser
@main struct ThinkChild: ParsableCommand { func run() { print("hi") } }
