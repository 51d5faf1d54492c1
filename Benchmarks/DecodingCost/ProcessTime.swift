import Glibc

/// CPU time of this process: what a run costs, however busy the machine is with others.
enum ProcessTime {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The longest of three, after one that warms the caches.
  static func worst(_ body: () -> Void) -> Double {
    body()
    return (0..<3).map { _ in
      let start = seconds
      body()
      return seconds - start
    }.max() ?? 0
  }
}
