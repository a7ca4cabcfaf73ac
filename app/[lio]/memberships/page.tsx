import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { keys } from "@/db/vocabulary"
import { hasTypes } from "@/lib/membership-status/queries"
import { PAGE_SIZE, PARTS, partOf } from "@/lib/memberships/input"
import { mayKeepMemberships, mayKeepTypes } from "@/lib/memberships/policy"
import { countMemberships, listMemberships } from "@/lib/memberships/queries"
import { listRequests } from "@/lib/memberships/requests/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { Frame } from "../_parts/frame"
import { GroupTabs } from "../_parts/group-tabs"
import { LastDay } from "./_parts/last-day"
import { BeginMany, DoForMany } from "./_parts/many"
import { MembershipTable } from "./_parts/membership-table"
import { RequestList } from "./_parts/request-list"

/** The parts that are for looking things up stand after those with something to do. */
const EMPTY: Record<string, string> = {
  ending: "No membership ends soon. When one does, Trellis writes to the group, and it stands here.",
  grace: "No membership has just run out.",
  lapsed: "No group has let its membership lapse.",
  unpaid: "Every fee is paid.",
  endless: "Every membership that is to end has a last day.",
  current: "Groups stand here once their membership has begun.",
  future: "No membership is waiting to begin.",
  cancelled: "No membership was ended before its time.",
  none: "Every group has a membership, or had one.",
}

/** The parts in which many are renewed or paid at once. */
const MANY: ReadonlySet<string> = new Set(["ending", "grace", "lapsed", "unpaid"])

/** All memberships for the staff: what was asked, what ends soon, what ran out. */
export default async function Memberships(props: PageProps) {
  const [frame, { show, page, counts, requests, rows, types, kinds, keeps, manages, now, today }] =
    await visit(props, async (ctx, query) => {
      const counts = await countMemberships(ctx)
      const { part, page } = partOf(query)
      const showsRequests = query.show === "requests" || (query.show === undefined && counts.requests > 0)
      return {
        show: showsRequests ? ("requests" as const) : part,
        page,
        counts,
        requests: showsRequests ? await listRequests(ctx) : [],
        rows: showsRequests ? [] : await listMemberships(ctx, { part, page }),
        types: await hasTypes(ctx),
        kinds: part === "none" ? await listOpenTypes(ctx) : [],
        keeps: mayKeepMemberships(ctx.actor),
        manages: mayKeepTypes(ctx.actor),
        now: ctx.now,
        today: ctx.today,
      }
    })
  const lio = frame.lio.slug
  const path = `/${lio}/memberships`
  const tab = (key: string, label: string, count: number) => ({
    label,
    href: `${path}?show=${key}`,
    current: show === key,
    count,
  })
  return (
    <Frame {...frame} title="Memberships" at="groups">
      <div className="title-row">
        <h1>Memberships</h1>
        {types ? (
          <p className="flex flex-wrap gap-x-5">
            <a href={`/${lio}/join`}>The page where groups ask to join</a>
            {manages ? <a href={`/${lio}/settings/memberships`}>Kinds of membership</a> : null}
          </p>
        ) : null}
      </div>
      <GroupTabs lio={lio} current="memberships" />
      {types || rows.length > 0 ? (
        <>
          <Tabs
            label="Which memberships"
            tabs={[
              tab("requests", "Requests", counts.requests),
              ...keys(PARTS).map((part) => tab(part, PARTS[part], counts[part])),
            ]}
          />
          {show === "requests" ? (
            <RequestList lio={lio} requests={requests} now={now} />
          ) : rows.length > 0 ? (
            <>
              {show === "none" && keeps && kinds.length > 0 ? (
                <BeginMany lio={lio} groups={rows} types={kinds} today={today} />
              ) : null}
              {keeps && MANY.has(show) ? <DoForMany lio={lio} groups={rows} /> : null}
              {show === "endless" && keeps ? <LastDay lio={lio} count={counts.endless} /> : null}
              <div className="mb-4">
                <ExportMenu place={{ path, query: { show } }} />
              </div>
              {show === "none" ? null : (
                <MembershipTable lio={lio} rows={rows} caption={PARTS[show]} now={now} />
              )}
              <Pagination
                place={{ path, query: { show } }}
                page={page}
                perPage={PAGE_SIZE}
                total={counts[show]}
              />
            </>
          ) : (
            <EmptyState title="Nothing here">{EMPTY[show]}</EmptyState>
          )}
        </>
      ) : (
        <EmptyState
          title="No kinds of membership yet"
          action={
            manages ? (
              <ButtonLink href={`/${lio}/settings/memberships`}>Say what groups can join</ButtonLink>
            ) : undefined
          }
        >
          Once a manager has said what groups can join, it stands here who is a member, whose membership ends
          soon, and who asks to join.
        </EmptyState>
      )}
    </Frame>
  )
}
