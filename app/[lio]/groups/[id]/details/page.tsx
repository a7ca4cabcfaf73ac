import type { ReactNode } from "react"
import { type PageProps, visit } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { formatDate, formatMoment } from "@/app/_ui/date"
import { isNothing, SummaryList } from "@/app/_ui/summary-list"
import { keys, TERM_LISTS, USUALLY_SHOWN } from "@/db/vocabulary"
import { isListed } from "@/lib/directory/queries"
import { mayAnswer } from "@/lib/fields/policy"
import { listFields } from "@/lib/fields/queries"
import { listShared, type SharedNumber } from "@/lib/groups/identifiers/queries"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { listWaiting, type Waiting } from "@/lib/groups/proposals/queries"
import { type Group, getGroup, getGroupHeader } from "@/lib/groups/queries"
import { listSizes } from "@/lib/groups/sizes/queries"
import { factInWords, fieldLabel, ownLabel } from "@/lib/groups/words"
import { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { inSentence, inWords } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { AnswersKept } from "../_parts/answers"
import { FACTS } from "../_parts/facts"
import { Freshness } from "../_parts/freshness"
import { GroupFrame } from "../_parts/group-frame"
import { numberRows } from "../_parts/numbers"
import { SECTIONS } from "../_parts/sections"
import { SizesOverTime } from "../_parts/sizes"
import { WaitsForStaff, WaitsHere, Wanted } from "../_parts/waiting"

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

function rowsOf(group: Group, section: string, around: Around): { label: string; value: ReactNode }[] {
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
    return [{ label: "Areas served", value: group.areas.map((area) => area.name).join(", ") }, ...words]
  }
  const fields = (FACTS[section] ?? []).filter(
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
          {value ?? "Not known"}
          <Wanted name={around.name} field={field} waiting={around.waiting} />
        </>
      ) : (
        value
      ),
    }
  })
}

/** What is known of a group, a line each; what is not, in one line. `fillIn`: where that can be filled in. */
function Facts({ rows, fillIn }: { rows: ReturnType<typeof rowsOf>; fillIn: string | null }) {
  const known = rows.filter(({ value }) => !isNothing(value))
  const missing = rows.filter(({ value }) => isNothing(value)).map(({ label }) => inSentence(label))
  return (
    <>
      {known.length > 0 ? <SummaryList items={known} /> : null}
      {missing.length > 0 ? (
        <p className="text-soft">
          Missing: {inWords(missing)}.{" "}
          {fillIn ? (
            <a href={fillIn} className="inline-flex min-h-6 items-center">
              Fill {missing.length === 1 ? "it" : "them"} in
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

export default async function GroupDetails(props: PageProps) {
  const [
    frame,
    { header, group, keeps, describes, fields, answers, shared, sizes, waiting, listed, fitting, now },
  ] = await visit(props, async (ctx, _query, { id = "" }) => {
    const fields = await listFields(ctx)
    const group = await getGroup(ctx, id)
    return {
      header: await getGroupHeader(ctx, id),
      group,
      keeps: mayKeepGroups(ctx.actor),
      describes: mayDescribeGroup(ctx.actor, id),
      fields,
      answers: fields.some((field) => mayAnswer(ctx.actor, id, field)),
      shared: await listShared(ctx, id),
      sizes: await listSizes(ctx, id),
      waiting: await listWaiting(ctx, id),
      listed: await isListed(ctx, id),
      fitting: mayKeepGroups(ctx.actor) ? await suggestTerms(ctx, group) : [],
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${group.id}`
  const staff = frame.actor.kind === "staff"
  return (
    <Frame {...frame} title={`${group.name}: details`} at="groups">
      <GroupFrame lio={lio} group={header} tab="details" keeps={keeps} staff={staff} now={now}>
        <Freshness at={at} group={group} confirms={describes && group.stage !== "closed"} />
        {staff ? (
          <WaitsHere at={at} count={waiting.length} />
        ) : (
          <WaitsForStaff lio={lio} name={frame.lio.name} waiting={waiting} />
        )}
        {Object.entries(SECTIONS).map(([section, { title, ownTitle, own }]) => (
          <section key={section} className="mb-8">
            <div className="flex flex-wrap items-baseline gap-x-6">
              <h2 className="mb-2">{staff ? title : (ownTitle ?? title)}</h2>
              {keeps || (own && describes) ? (
                <a className="inline-flex min-h-11 items-center" href={`${at}/edit?section=${section}`}>
                  Change
                  <span className="sr-only"> {(staff ? title : (ownTitle ?? title)).toLowerCase()}</span>
                </a>
              ) : null}
            </div>
            <Facts
              rows={rowsOf(group, section, {
                lio,
                own: !staff,
                shared,
                name: frame.lio.name,
                waiting: staff ? [] : waiting,
              })}
              fillIn={keeps || (own && describes) ? `${at}/edit?section=${section}` : null}
            />
            {section === "lists" && fitting.length > 0 ? (
              <p className="text-soft">
                May fit, from what they do: {fitting.map(({ name }) => name).join(", ")}.
              </p>
            ) : null}
            {section === "directory" && listed ? (
              <p>
                <a className="inline-flex min-h-11 items-center" href={`/${lio}/directory/${group.id}`}>
                  See it as the public sees it
                </a>
              </p>
            ) : null}
            {section === "size" ? <SizesOverTime sizes={sizes} name={group.name} /> : null}
          </section>
        ))}
        <AnswersKept
          at={at}
          title={`Questions of ${frame.lio.name}`}
          fields={fields}
          answers={group.custom}
          changes={answers}
        />
        <p className="text-soft">
          Last changed on {formatMoment(group.updatedAt)}.{" "}
          <a className="inline-flex min-h-11 items-center" href={`${at}/history`}>
            History of changes
          </a>
        </p>
        {keeps ? (
          <p className="flex flex-wrap gap-x-6">
            <a href={`${at}/merge`}>Merge with another group</a>
            {group.stage === "closed" ? (
              <a href={`${at}/edit?section=standing`}>Open this group again</a>
            ) : (
              <a href={`${at}/close`}>This group has closed</a>
            )}
            <a href={`/${lio}/groups/change?kind=remove&id=${group.id}`}>Added by mistake? Remove it</a>
          </p>
        ) : null}
      </GroupFrame>
    </Frame>
  )
}
