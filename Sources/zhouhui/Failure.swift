import Files
import Intake
import Ledger
import Pipeline
import Publishing
import Rectification

/// An error in the words of the person who can mend it, and the status to end with.
struct Failure {
  let status: ExitStatus
  let message: Bilingual

  init(_ error: any Error) {
    switch error {
    case let error as CampaignFilesError:
      self.init(.campaignFiles, Bilingual(zh: error.text(in: .zh), en: error.text(in: .en)))
    case let error as UncoveredYear:
      self.init(.campaignFiles, error.message)
    case let error as UnknownCampaign:
      self.init(.noInput, error.message)
    case let error as MissingUnits:
      self.init(.noInput, error.message)
    case let error as RegisterInPlace:
      self.init(.cannotWrite, error.message)
    case let error as UnknownFormUnit:
      self.init(.noInput, error.message)
    case let error as MissingInput:
      self.init(.noInput, error.message)
    case let error as QuarantineError:
      self.init(error.status, error.message)
    case let error as FiguresDisagree:
      self.init(.failed, error.message)
    case let error as OfficeFileInUse:
      self.init(.busy, error.message)
    case let error as DecisionError:
      self.init(.noInput, error.message)
    case let error as RunLock.Busy:
      self.init(
        .busy,
        Bilingual(
          zh: "另一次运行正在进行（\(error.holder)），请稍后再试",
          en: "another run is under way (\(error.holder)); try again later"))
    case let error as NoCycle:
      self.init(
        .noInput,
        Bilingual(
          zh: "\(error.week) 没有工作日，没有周期；它的报告并入下一周",
          en: "\(error.week) has no working day and no cycle; its reports join the next week"))
    case let error as NotYetDue:
      self.init(.noInput, error.message)
    case let error as NothingToReview:
      self.init(.noInput, error.message)
    case let error as EmptySpan:
      self.init(.usage, error.message)
    case let error as OutboxError:
      self.init(Self.status(of: error), error.message)
    case let error as FileFailure:
      self.init(Self.status(of: error), error.message)
    case let error as InboxError:
      self.init(error.isForbidden ? .permission : .cannotRead, error.message)
    case let error as DigestingError:
      self.init(.failed, error.message)
    case let error as MissingEncodingTable:
      self.init(.cannotRead, error.message)
    case let error as LedgerFailure:
      self.init(Self.status(of: error), error.message)
    case let error as XlsxError:
      self.init(.cannotWrite, error.message)
    case let error as ZipFailure:
      self.init(.cannotWrite, error.message)
    case let error as UntraceableName:
      self.init(.noInput, error.message)
    case let error as ArchiveFault:
      self.init(.cannotRead, error.message)
    case let error as DamagedLedger:
      self.init(.cannotRead, error.message)
    case let error as UnaccountedWorkspace:
      self.init(.cannotRead, error.message)
    case let error as BackupFault:
      self.init(Self.status(of: error), error.message)
    case let error as HeldRegister:
      self.init(.campaignFiles, error.message)
    case let error as ClockBehind:
      self.init(.configuration, error.message)
    default:
      self.init(.failed, Bilingual(zh: "运行失败：\(error)", en: "failed: \(error)"))
    }
  }

  init(_ status: ExitStatus, _ message: Bilingual) {
    self.status = status
    self.message = message
  }

  private static func status(of error: BackupFault) -> ExitStatus {
    switch error.kind {
    case .nothingToBackUp: .noInput
    case .notEmpty: .cannotWrite
    case .incomplete, .unreadableList, .altered, .damaged, .ofAnother: .cannotRead
    }
  }

  private static func status(of error: OutboxError) -> ExitStatus {
    guard case .file(let failure) = error else { return .cannotWrite }
    return failure.isPermission ? .permission : .cannotWrite
  }

  private static func status(of failure: LedgerFailure) -> ExitStatus {
    switch failure.kind {
    case .cannotWrite: .cannotWrite
    case .cannotRead, .damaged, .foreign, .newer: .cannotRead
    case .busy: .busy
    }
  }

  private static func status(of failure: FileFailure) -> ExitStatus {
    if failure.isPermission { return .permission }
    return failure.isReading ? .cannotRead : .cannotWrite
  }
}

/// A file named on the command line is not there.
struct MissingInput: Error {
  let path: String

  var message: Bilingual {
    Bilingual(zh: "\(path)：没有这个文件", en: "\(path): no such file")
  }
}
