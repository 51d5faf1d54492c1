import Glibc

/// What the file system says of one file: equal facts mean the same file, unchanged.
package struct FileFacts: Hashable, Sendable {
  package let kind: Kind
  /// The permissions, without the kind.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32
  package let links: UInt
  package let size: Int
  package let device: UInt
  package let inode: UInt
  package let modified: Time
  /// The inode change time: the moment the file landed here, which its sender cannot set.
  package let changed: Time

  package enum Kind: Hashable, Sendable {
    case regular, folder, symbolicLink, fifo, socket, device
  }

  package struct Time: Hashable, Sendable {
    package let seconds: Int
    package let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  package init(_ status: stat) {
    kind = Self.kind(status.st_mode)
    mode = status.st_mode & 0o7777
    (owner, group) = (status.st_uid, status.st_gid)
    links = UInt(status.st_nlink)
    size = Int(status.st_size)
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    modified = Time(status.st_mtim)
    changed = Time(status.st_ctim)
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .regular
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    case S_IFIFO: .fifo
    case S_IFSOCK: .socket
    default: .device
    }
  }
}
