import ArgumentParser

@main
struct Zhouhui: ParsableCommand {
  func run() {}
}
