import { SummaryList } from "@/app/_ui/summary-list"
import { REGIONS } from "@/db/vocabulary"
import type { Opportunity } from "@/lib/opportunities/queries"
import { kindsInWords, lengthInWords } from "@/lib/opportunities/words"
import { formatDate, formatMoment, formatSum, say } from "@/lib/words"

const ALL_REGIONS = Object.keys(REGIONS).length

const regionsInWords = (regions: string[]) =>
  regions.length === ALL_REGIONS
    ? say("All of the United Kingdom")
    : regions.flatMap((code) => REGIONS[code as keyof typeof REGIONS] ?? []).join(", ")

/** What an opportunity says, one fact a line; nothing stands there that nobody says. */
export function Facts({ lio, its, staff }: { lio: string; its: Opportunity; staff: boolean }) {
  const { currency } = its
  const region = regionsInWords(its.regions)
  const items = [
    {
      label: say("Buyer"),
      value: its.buyerId && staff ? <a href={`/${lio}/groups/${its.buyerId}`}>{its.buyer}</a> : its.buyer,
    },
    {
      label: say("Ask the buyer"),
      value: its.buyerEmail ? (
        <a href={`mailto:${its.buyerEmail}`} className="break-words">
          {its.buyerEmail}
        </a>
      ) : null,
    },
    { label: say("Bids by"), value: its.closesAt && formatMoment(its.closesAt) },
    {
      label: say("Worth at least"),
      value: its.valueLeast === null ? null : formatSum(its.valueLeast, currency),
    },
    { label: say("Worth up to"), value: its.valueMost === null ? null : formatSum(its.valueMost, currency) },
    { label: say("Starts"), value: its.startsOn && formatDate(its.startsOn) },
    { label: say("Ends"), value: its.endsOn && formatDate(its.endsOn) },
    { label: say("Runs for"), value: lengthInWords(its) },
    { label: say("What it’s about"), value: kindsInWords(its.divisions) },
    { label: say("In the buyer’s words"), value: its.bought },
    { label: say("Codes (CPV)"), value: staff ? its.codes.join(", ") : null },
    { label: say("Where"), value: its.place },
    { label: say("Region"), value: its.place?.includes(region) ? null : region },
    { label: say("Our areas"), value: its.areas.map(({ name }) => name).join(", ") },
    { label: say("Awarded to"), value: its.awardedTo.join(", ") },
    {
      label: say("Awarded for"),
      value: its.awardedSum === null ? null : formatSum(its.awardedSum, currency),
    },
    { label: say("From"), value: its.source ?? say("Added by hand") },
    { label: say("Number of the process"), value: its.ocid },
    {
      label: say("Licence"),
      value: its.licence?.startsWith("https://") ? (
        <a href={its.licence} rel="noreferrer" className="break-words">
          {its.licence.replace("https://", "")}
        </a>
      ) : (
        its.licence
      ),
    },
  ]
  return <SummaryList items={items.filter(({ value }) => value)} />
}
