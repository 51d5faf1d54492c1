import Files
import Glibc

/// Puts the folder `staged` in the place of `current`; what was there ends at `staged` or nowhere.
///
/// With renameat2(RENAME_EXCHANGE) there is no moment without a folder. Where the file system has no
/// exchange, `current` is moved to `aside` first, and `recover` undoes a halt between the two steps.
func exchange(
  _ staged: String, with current: String, aside: String,
  swap: (String, String) throws(FileFailure) -> Bool = swapped
) throws(FileFailure) {
  guard try isFolder(current) else { return try move(staged, to: current) }
  if try swap(staged, current) { return }
  try move(current, to: aside)
  do throws(FileFailure) {
    try move(staged, to: current)
  } catch {
    // The new one could not come, so the old one goes back; the first failure is the one to tell.
    rename(aside, current)
    throw error
  }
}

/// Puts right what a halted run left: an old folder moved aside comes back, the rest goes.
func recover(_ staged: String, _ current: String, aside: String) throws(FileFailure) {
  if try isFolder(aside), try !isFolder(current) { try move(aside, to: current) }
  try removeTree(aside)
  try removeTree(staged)
}

private typealias RenameAt2 =
  @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

/// False where the system or the file system has no exchange.
func swapped(_ staged: String, _ current: String) throws(FileFailure) -> Bool {
  // glibc has had it since 2.28, but declares it under _GNU_SOURCE alone, which Swift does not set.
  guard let symbol = dlsym(nil, "renameat2") else { return false }
  let renameAt2 = unsafeBitCast(symbol, to: RenameAt2.self)
  // RENAME_EXCHANGE of linux/fs.h.
  if renameAt2(AT_FDCWD, staged, AT_FDCWD, current, 2) == 0 { return true }
  guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else { throw FileFailure("rename", current) }
  return false
}
