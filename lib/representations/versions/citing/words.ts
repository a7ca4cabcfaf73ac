import { formatDate, formatMoment, say } from "../../../words"
import type { SentVersion } from "../queries"

/** Where a version is for good, below the address of this installation. */
export const versionPath = (lio: string, id: string, version: number) =>
  `/${lio}/representations/${id}/${version}`

type Cited = {
  address: string
  version: number
  publishedAt: Date
  digest: string
  body: string
  sendings: SentVersion[]
  zone?: string
}

/** How a version went to its body, in a sentence each: "This is the version sent on 4 June 2026 to … by post." */
export const sentInWords = ({ body, sendings }: Pick<Cited, "body" | "sendings">): string[] =>
  sendings.map(({ sentOn, how }) => {
    const values = { day: formatDate(sentOn), body }
    if (how === "post") return say("This is the version sent on {day} to {body} by post.", values)
    if (how === "by_hand") return say("This is the version sent on {day} to {body} by hand.", values)
    return how
      ? say("This is the version sent on {day} to {body} by email.", values)
      : say("This is the version sent on {day} to {body}.", values)
  })

/** By what a version is cited: its address, version, date and time, and fingerprint, and that it was sent. */
export function citationOf(cited: Cited): { label: string; value: string }[] {
  return [
    { label: say("Permanent address"), value: cited.address },
    { label: say("Version"), value: String(cited.version) },
    { label: say("Published"), value: formatMoment(cited.publishedAt, cited.zone) },
    { label: say("Fingerprint (SHA-256)"), value: cited.digest },
    ...sentInWords(cited).map((value) => ({ label: say("Sent"), value })),
  ]
}
