import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import {
  countEnquiriesOf,
  type Enquiry,
  listDoneEnquiries,
  listOnTheirWay,
  listWaitingEnquiries,
} from "@/lib/enquiries/queries"
import { countStages, stageOf } from "@/lib/enquiries/words"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../_parts/frame"
import { EnquiryRow } from "./_parts/enquiry-row"
import { OnTheWayTable } from "./_parts/on-the-way-table"
import { Stages } from "./_parts/stages"

type Shown = "waiting" | "on-the-way" | "quiet" | "closed" | "became"
const SHOWN = new Set(["on-the-way", "quiet", "closed", "became"])
const shownIn = (asked: unknown): Shown =>
  typeof asked === "string" && SHOWN.has(asked) ? (asked as Shown) : "waiting"

/** People with a group or an idea: those who wait, those on their way to a group, those who have gone quiet. For staff. */
export default async function EnquiriesPage(props: PageProps) {
  const [frame, { waiting, way, done, counts, year, keeps, now, shown, asked }] = await visit(
    props,
    async (ctx, query) => {
      const shown = shownIn(query.show)
      const year = Number(ctx.today.slice(0, 4))
      const [waiting, way, done, counts] = await Promise.all([
        listWaitingEnquiries(ctx),
        listOnTheirWay(ctx),
        shown === "closed" || shown === "became" ? listDoneEnquiries(ctx) : [],
        countEnquiriesOf(ctx, year),
      ])
      return {
        waiting,
        way,
        done,
        counts,
        year,
        keeps: mayKeepEnquiries(ctx.actor),
        now: ctx.now,
        shown,
        asked: query.stage,
      }
    },
  )
  const lio = frame.lio.slug
  const here = `/${lio}/enquiries`
  const quiet = way.filter((one) => one.quiet)
  const stages = countStages(way)
  const stage = stages.find(({ key }) => key === asked)?.key ?? null
  const became = done.filter(({ becameOn }) => becameOn?.startsWith(String(year)))
  return (
    <Frame {...frame} title={say("Enquiries")} at="enquiries">
      <div className="title-row">
        <h1>{say("Enquiries")}</h1>
        {keeps ? <ButtonLink href={`${here}/new`}>{say("Add an enquiry")}</ButtonLink> : null}
      </div>
      <Tabs
        label={say("Which enquiries")}
        tabs={[
          { label: say("Waiting"), href: here, count: waiting.length, current: shown === "waiting" },
          {
            label: say("On their way"),
            href: `${here}?show=on-the-way`,
            count: way.length,
            current: shown === "on-the-way",
          },
          {
            label: say("Gone quiet"),
            href: `${here}?show=quiet`,
            count: quiet.length,
            current: shown === "quiet",
          },
          { label: say("Closed"), href: `${here}?show=closed`, current: shown === "closed" },
        ]}
      />
      <p className="max-w-2xl">
        {sayCount(counts.came, {
          one: "{count} enquiry has come in this year.",
          other: "{count} enquiries have come in this year.",
        })}{" "}
        <a href={`${here}?show=became`}>
          {sayCount(
            counts.became,
            {
              one: "{count} became a group in {year}.",
              other: "{count} became groups in {year}.",
            },
            { year: String(year) },
          )}
        </a>
      </p>
      {shown === "waiting" ? <Waiting {...{ lio, waiting, now, keeps }} back={here} /> : null}
      {shown === "on-the-way" ? (
        <>
          <Stages lio={lio} stages={stages} waiting={waiting.length} at={stage} />
          <OnTheWay
            lio={lio}
            rows={stage === null ? way : way.filter((one) => stageOf(one) === stage)}
            now={now}
          />
        </>
      ) : null}
      {shown === "quiet" ? <OnTheWay lio={lio} rows={quiet} now={now} quiet /> : null}
      {shown === "closed" ? <Closed {...{ lio, now, keeps }} rows={done} /> : null}
      {shown === "became" ? <Closed {...{ lio, now, keeps }} rows={became} /> : null}
      {keeps ? (
        <p className="mt-8">
          <a className="inline-flex min-h-7 items-center" href={`${here}/pathways`}>
            {say("Change the steps from an idea to a group")}
          </a>
        </p>
      ) : null}
    </Frame>
  )
}

type WaitingProps = { lio: string; waiting: Enquiry[]; now: Date; keeps: boolean; back: string }

function Waiting({ waiting, ...row }: WaitingProps) {
  if (waiting.length === 0)
    return (
      <EmptyState drawing="letters" title={say("No enquiry is waiting")}>
        <p>
          {sayRich(
            "Anybody can <link>tell you about their group or their idea</link>, from your public page and from the finder. It’s listed here until somebody has dealt with it.",
            { link: (text) => <a href={`/${row.lio}/tell-us`}>{text}</a> },
          )}
        </p>
      </EmptyState>
    )
  return (
    <ul className="act-list">
      {waiting.map((enquiry) => (
        <EnquiryRow key={enquiry.id} enquiry={enquiry} {...row} />
      ))}
    </ul>
  )
}

function OnTheWay({
  lio,
  rows,
  now,
  quiet = false,
}: {
  lio: string
  rows: Enquiry[]
  now: Date
  quiet?: boolean
}) {
  if (rows.length > 0) return <OnTheWayTable lio={lio} rows={rows} now={now} />
  return (
    <EmptyState
      drawing="talk"
      title={quiet ? say("Nobody has gone quiet") : say("Nobody is on their way yet")}
    >
      {quiet
        ? say("People on their way are listed here after 60 days without a step, a session or a note.")
        : say(
            "Open an enquiry and begin it on a pathway: the steps from an idea to a group, each with a guide.",
          )}
    </EmptyState>
  )
}

function Closed({ lio, rows, now, keeps }: { lio: string; rows: Enquiry[]; now: Date; keeps: boolean }) {
  if (rows.length === 0)
    return (
      <EmptyState drawing="letters" title={say("None yet")}>
        {say("Enquiries that became a group or were dealt with are listed here for a year.")}
      </EmptyState>
    )
  return (
    <ul className="act-list">
      {rows.map((enquiry) => (
        <EnquiryRow
          key={enquiry.id}
          {...{ lio, enquiry, now, keeps }}
          back={`/${lio}/enquiries?show=closed`}
        />
      ))}
    </ul>
  )
}
