import Rectification

/// What computing everything again came to, for machines; docs/formats/outputs.md describes it.
package func verificationJSON(_ found: Verification) -> String {
  let json: Json = [
    "format": "zhouhui-verification", "version": .int(1), "campaign": Json(found.campaign),
    "holds": .bool(found.faults.isEmpty), "editions": .int(found.editions),
    "submissions": .int(found.submissions), "files": .int(found.files),
    "head": Json(found.head?.hex),
    "faults": .list(
      found.faults.map { fault in
        [
          "kind": .text(fault.kind.rawValue), "place": .text(fault.place),
          "message": Json(fault.message),
        ]
      }),
    "remarks": .list(found.remarks.map { Json($0) }),
  ]
  return json.source
}
