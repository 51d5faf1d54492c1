/// The report names a campaign other than the one it was sent to.
@Sendable func unknownCampaign(_ context: CheckContext) -> [Finding] {
  let expected = context.index.campaign.settings.code
  let named = context.report.campaign
  guard named != expected else { return [] }
  return [
    Finding(
      .unknownCampaign, at: context.report.places["campaign"],
      Bilingual(
        zh: "整改专项“\(named)”不是本专项“\(expected)”",
        en: "campaign \(named) is not this campaign, \(expected)"),
      remedy: Bilingual(
        zh: "把 campaign 改为“\(expected)”；如属另一专项，请投到该专项的收件夹",
        en: "set campaign to \(expected), or send the report to the other campaign's folder"))
  ]
}
