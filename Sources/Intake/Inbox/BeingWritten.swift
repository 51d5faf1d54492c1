import CStatFS
import Files
import Glibc

extension OwnedDescriptor {
  /// Whether somebody has this file open for writing.
  ///
  /// The kernel grants a read lease only on a file that nobody writes. It is given back at once: it
  /// asks, it does not keep anybody out. False where the kernel cannot tell, and where it will not:
  /// a lease takes the file's owner or CAP_LEASE. There the name (`.part`) and the comparison of the
  /// facts before and after reading are what is left.
  func isBeingWritten() -> Bool {
    guard tellsWriters else { return false }
    // Should a writer come while the lease is held, the signal it causes is one that does nothing.
    _ = fcntl(number, Self.setSignal, SIGURG)
    guard fcntl(number, Self.setLease, F_RDLCK) == 0 else { return errno == EAGAIN }
    _ = fcntl(number, Self.setLease, F_UNLCK)
    return false
  }

  /// NFS and SMB refuse a lease on any file, which must not make every file look unfinished.
  private var tellsWriters: Bool {
    var system = statfs()
    return fstatfs(number, &system) == 0
      && Self.localSystems.contains(UInt32(truncatingIfNeeded: system.f_type))
  }

  /// ext2 to ext4, XFS, Btrfs, F2FS, tmpfs, overlayfs: linux/magic.h.
  private static let localSystems: Set<UInt32> = [
    0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994, 0x794C_7630,
  ]
  /// fcntl(2); Glibc's headers give them to GNU sources alone.
  private static let setLease: Int32 = 1024
  private static let setSignal: Int32 = 10
}
