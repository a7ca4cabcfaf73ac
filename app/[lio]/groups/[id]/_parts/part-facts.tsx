import type { ReactNode } from "react"
import { dialled } from "@/app/_ui/address"
import { formatDate } from "@/app/_ui/date"
import { isNothing, SummaryList } from "@/app/_ui/summary-list"
import { keys, TERM_LISTS, USUALLY_SHOWN } from "@/db/vocabulary"
import { factsOf } from "@/lib/groups/details/words"
import type { SharedNumber } from "@/lib/groups/identifiers/queries"
import type { Section } from "@/lib/groups/input"
import type { Waiting } from "@/lib/groups/proposals/queries"
import type { Group } from "@/lib/groups/queries"
import { factInWords, fieldLabel, ownLabel } from "@/lib/groups/words"
import { inSentence, inWords, say, sayCount } from "@/lib/words"
import { numberRows } from "./numbers"
import { Wanted } from "./waiting"

const DATES = new Set(["sizesAsAt", "registeredOn", "joinedOn", "stageSince", "directorySaidOn"])
/** Shown only where there is something to say. */
const IF_SAID = new Set([
  "stageSince",
  "stageReason",
  "directoryShows",
  "directorySaidBy",
  "directorySaidHow",
  "directorySaidOn",
])

function fact(group: Group, field: keyof Group): ReactNode {
  const value = group[field]
  if (typeof value !== "string") return factInWords(field, value)
  if (DATES.has(field)) return formatDate(value)
  if (field === "email") return <a href={`mailto:${value}`}>{value}</a>
  if (field === "phone" || field === "secondPhone") return <a href={dialled(value)}>{value}</a>
  if (field === "website") return <a href={value}>{value.replace(/^https?:\/\//, "")}</a>
  return factInWords(field, value)
}

type Around = { lio: string; own: boolean; name: string; waiting: Waiting[]; shared: SharedNumber[] }

function rowsOf(group: Group, section: Section, around: Around): { label: string; value: ReactNode }[] {
  if (section === "registers") {
    return numberRows(around.lio, group, around.shared)
  }
  if (section === "lists") {
    const words = keys(TERM_LISTS).map((list) => ({
      label: TERM_LISTS[list],
      value: group.terms
        .filter((term) => term.list === list)
        .map((term) => term.name)
        .join(", "),
    }))
    return [{ label: say("Areas served"), value: group.areas.map((area) => area.name).join(", ") }, ...words]
  }
  const fields = factsOf(section).filter(
    (field) =>
      !IF_SAID.has(field) || (field === "directoryShows" ? group.directoryConsent === true : group[field]),
  )
  return fields.map((field) => {
    const value =
      field === "directoryShows" && !group.directoryShows
        ? factInWords(field, USUALLY_SHOWN)
        : fact(group, field)
    const waits = around.waiting.some(({ changes }) => changes[field])
    return {
      label: around.own ? ownLabel(field) : fieldLabel(field),
      value: waits ? (
        <>
          {value ?? say("Not known")}
          <Wanted name={around.name} field={field} waiting={around.waiting} />
        </>
      ) : (
        value
      ),
    }
  })
}

type Props = Around & {
  group: Group
  part: Section
  /** Whether to say what is missing here, and where a lead of the group can fill it in. */
  says?: { fillIn: string | null }
}

/** What is known in one part of a group's details, a line each; what is not, in one line. */
export function PartFacts({ group, part, says, ...around }: Props) {
  const rows = rowsOf(group, part, around)
  const known = rows.filter(({ value }) => !isNothing(value))
  const missing = rows.filter(({ value }) => isNothing(value)).map(({ label }) => inSentence(label))
  return (
    <>
      {known.length > 0 ? <SummaryList items={known} /> : null}
      {known.length === 0 && !says ? <p className="text-soft">{say("Nothing known yet.")}</p> : null}
      {says && missing.length > 0 ? (
        <p className="text-soft">
          {say("Missing: {missing}.", { missing: inWords(missing) })}{" "}
          {says.fillIn ? (
            <a href={says.fillIn} className="inline-flex min-h-6 items-center">
              {sayCount(missing.length, { one: "Fill it in", other: "Fill them in" })}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
