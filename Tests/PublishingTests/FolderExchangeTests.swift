import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The way taken where the file system cannot exchange two folders.
struct FolderExchangeTests {
  @Test func withoutAnExchangeTheOldFolderGoesAside() throws {
    try withTemporaryFolder { root throws in
      let (new, old, aside) = (root.path + "/new", root.path + "/week", root.path + "/aside")
      try makeFolders(new)
      try makeFolders(old)
      try writeDurably(Array("new".utf8), to: new + "/a")
      try writeDurably(Array("old".utf8), to: old + "/a")
      try exchange(new, with: old, aside: aside, swap: { _, _ in false })
      #expect(try readFile(old + "/a") == Array("new".utf8))
      #expect(try readFile(aside + "/a") == Array("old".utf8))
      #expect(try !isFolder(new))
    }
  }

  @Test func aNewFolderThatCannotComeLeavesTheOldOne() throws {
    try withTemporaryFolder { root throws in
      let old = root.path + "/week"
      try makeFolders(old)
      #expect(throws: FileFailure.self) {
        try exchange(
          root.path + "/none", with: old, aside: root.path + "/aside", swap: { _, _ in false })
      }
      #expect(try isFolder(old))
    }
  }

  @Test func theKernelExchangesInOneStep() throws {
    try withTemporaryFolder { root throws in
      let (new, old) = (root.path + "/new", root.path + "/week")
      try makeFolders(new + "/mine")
      try makeFolders(old)
      #expect(try swapped(new, old))
      #expect(try isFolder(old + "/mine"))
    }
  }
}
