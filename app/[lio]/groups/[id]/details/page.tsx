import type { ReactNode } from "react"
import { type PageProps, visit } from "@/app/_http/visit"
import { formatDate, formatMoment } from "@/app/_ui/date"
import { SummaryList } from "@/app/_ui/summary-list"
import { keys, REGISTERS, TERM_LISTS } from "@/db/vocabulary"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { type Group, getGroup, getGroupHeader } from "@/lib/groups/queries"
import { factInWords, fieldLabel } from "@/lib/groups/words"
import { Frame } from "../../../_parts/frame"
import { dialled, GroupFrame } from "../_parts/group-frame"
import { SECTIONS } from "../_parts/sections"

const DATES = new Set(["sizesAsAt", "registeredOn", "joinedOn"])

function fact(group: Group, field: keyof Group): ReactNode {
  const value = group[field]
  if (typeof value !== "string") return factInWords(field, value)
  if (DATES.has(field)) return formatDate(value)
  if (field === "email") return <a href={`mailto:${value}`}>{value}</a>
  if (field === "phone" || field === "secondPhone") return <a href={dialled(value)}>{value}</a>
  if (field === "website") return <a href={value}>{value.replace(/^https?:\/\//, "")}</a>
  return factInWords(field, value)
}

const FACTS: Record<string, (keyof Group)[]> = {
  about: ["name", "alsoKnownAs", "about"],
  contact: ["email", "phone", "secondPhone", "website", "address", "postcode"],
  size: [
    "incomeBand",
    "income",
    "staffFullTime",
    "staffPartTime",
    "trustees",
    "volunteers",
    "volunteerHours",
    "beneficiaries",
    "localBeneficiaries",
    "sizesAsAt",
  ],
  standing: ["stage", "sector", "legalForm", "faithBased", "directoryConsent", "registeredOn", "joinedOn"],
}

function rowsOf(group: Group, section: string): { label: string; value: ReactNode }[] {
  if (section === "registers") {
    return group.identifiers.length === 0
      ? [{ label: "Numbers", value: "" }]
      : group.identifiers.map(({ register, value }) => ({ label: REGISTERS[register], value }))
  }
  if (section === "lists") {
    const words = keys(TERM_LISTS).map((list) => ({
      label: TERM_LISTS[list],
      value: group.terms
        .filter((term) => term.list === list)
        .map((term) => term.name)
        .join(", "),
    }))
    return [{ label: "Areas served", value: group.areas.map((area) => area.name).join(", ") }, ...words]
  }
  return (FACTS[section] ?? []).map((field) => ({ label: fieldLabel(field), value: fact(group, field) }))
}

export default async function GroupDetails(props: PageProps) {
  const [frame, { header, group, keeps, describes, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => ({
      header: await getGroupHeader(ctx, id),
      group: await getGroup(ctx, id),
      keeps: mayKeepGroups(ctx.actor),
      describes: mayDescribeGroup(ctx.actor, id),
      now: ctx.now,
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${group.id}`
  return (
    <Frame {...frame} title={`${group.name}: details`} at="groups">
      <GroupFrame
        lio={lio}
        group={header}
        tab="details"
        keeps={keeps}
        staff={frame.actor.kind === "staff"}
        now={now}
      >
        {Object.entries(SECTIONS).map(([section, { title, own }]) => (
          <section key={section} className="mb-8">
            <div className="flex flex-wrap items-baseline gap-x-6">
              <h2 className="mb-2">{title}</h2>
              {keeps || (own && describes) ? (
                <a href={`${at}/edit?section=${section}`}>
                  Change<span className="sr-only"> {title.toLowerCase()}</span>
                </a>
              ) : null}
            </div>
            <SummaryList items={rowsOf(group, section)} />
          </section>
        ))}
        <p className="text-soft">Last changed on {formatMoment(group.updatedAt)}.</p>
        {keeps && group.stage !== "closed" ? (
          <p>
            <a href={`${at}/close`}>This group has closed</a>
          </p>
        ) : null}
      </GroupFrame>
    </Frame>
  )
}
