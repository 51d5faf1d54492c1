import Glibc

/// What the file system says of one file: equal facts mean the same file, unchanged.
struct FileFacts: Hashable {
  let kind: Kind
  let links: UInt
  let size: Int
  let device: UInt
  let inode: UInt
  let modified: Time
  /// The inode change time: the moment the file landed here, which its sender cannot set.
  let changed: Time

  enum Kind: Hashable {
    case regular, folder, symbolicLink, fifo, socket, device
  }

  struct Time: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  init(_ status: stat) {
    kind = Self.kind(status.st_mode)
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
