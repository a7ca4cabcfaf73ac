import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { keys } from "@/db/vocabulary"
import type { Ctx } from "@/lib/access/ctx"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { hasTypes } from "@/lib/membership-status/queries"
import { PAGE_SIZE, PARTS } from "@/lib/memberships/input"
import { MEMBERSHIP_COLUMNS, membershipList } from "@/lib/memberships/list/filters"
import { countListed, countMemberships, listMemberships } from "@/lib/memberships/list/queries"
import { mayKeepMemberships, mayKeepTypes } from "@/lib/memberships/policy"
import { listRequests } from "@/lib/memberships/requests/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { ChangeCells } from "../_parts/change-cells"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { BulkButton, ManyBar } from "../_parts/many-bar"
import { SaveView, ViewLinks } from "../_parts/views"
import { LastDay } from "./_parts/last-day"
import { BeginMany } from "./_parts/many"
import { MembershipTable } from "./_parts/membership-table"
import { RequestList } from "./_parts/request-list"

/** The parts that are for looking things up stand after those with something to do. */
const EMPTY: Record<string, string> = {
  ending: say("No membership ends soon. When one does, Trellis writes to the group and lists it here."),
  grace: say("No membership has just run out."),
  lapsed: say("No group has let its membership lapse."),
  unpaid: say("Every fee is paid."),
  endless: say("Every membership that is to end has a last day."),
  current: say("Groups are listed here once their membership has begun."),
  future: say("No membership is waiting to begin."),
  cancelled: say("No membership was ended before its time."),
  none: say("Every group has a membership, or had one."),
}

/** Opens on what groups asked for, while anything waits. */
async function readMemberships(ctx: Ctx, query: Query) {
  const counts = await countMemberships(ctx)
  const requested = query.show === "requests" || (query.show === undefined && counts.requests > 0)
  const listing = readList(membershipList, requested ? {} : query)
  const none = firstValue(listing, "show") === "none"
  const [requests, rows, total, head, cols, types, kinds] = await Promise.all([
    requested ? listRequests(ctx) : [],
    requested ? [] : listMemberships(ctx, listing),
    requested ? 0 : countListed(ctx, listing),
    openList(ctx, membershipList, listing, query.view),
    columnsInSight(membershipList, listing, query),
    hasTypes(ctx),
    none ? listOpenTypes(ctx) : [],
  ])
  const part = keys(PARTS).find((one) => one === firstValue(listing, "show"))
  return {
    show: requested ? ("requests" as const) : (part ?? "ending"),
    counts,
    requests,
    rows,
    total,
    head,
    cols,
    types,
    kinds,
  }
}

/** All memberships for the staff: what was asked, what ends soon, what ran out. */
export default async function Memberships(props: PageProps) {
  const [
    frame,
    { show, counts, requests, rows, total, head, cols, types, kinds, keeps, manages, now, today, done },
  ] = await visit(props, async (ctx, query) => ({
    ...(await readMemberships(ctx, query)),
    keeps: mayKeepMemberships(ctx.actor),
    manages: mayKeepTypes(ctx.actor),
    now: ctx.now,
    today: ctx.today,
    done: String(query.done ?? ""),
  }))
  const lio = frame.lio.slug
  const path = `/${lio}/memberships`
  const place = placeOf(lio, head)
  const narrowed = isNarrowed(membershipList, head.listing)
  const tab = (key: string, label: string, count: number) => ({
    label,
    href: `${path}?show=${key}`,
    current: show === key,
    count,
  })
  return (
    <Frame {...frame} title={say("Memberships")} at="memberships">
      <div className="title-row">
        <h1>{say("Memberships")}</h1>
        {types ? (
          <p className="flex flex-wrap gap-x-5">
            <a href={`/${lio}/join`}>{say("The page where groups ask to join")}</a>
            {manages ? <a href={`/${lio}/settings/memberships`}>{say("Kinds of membership")}</a> : null}
          </p>
        ) : null}
      </div>
      {types || rows.length > 0 ? (
        <>
          <Tabs
            label={say("Which memberships")}
            tabs={[
              tab("requests", say("Requests"), counts.requests),
              ...keys(PARTS).map((part) => tab(part, PARTS[part], counts[part])),
            ]}
          />
          <ViewLinks lio={lio} head={head} />
          {show === "requests" || (total === 0 && !narrowed) ? null : (
            <ListHead
              lio={lio}
              head={head}
              count={sayCount(total, { one: "{count} group", other: "{count} groups" })}
              columns={total > 0 ? { all: MEMBERSHIP_COLUMNS, chosen: cols, main: "group" } : undefined}
              without={show === "none" ? ["type", "from", "to"] : []}
            />
          )}
          {show === "requests" ? (
            <RequestList lio={lio} requests={requests} decides={keeps} now={now} />
          ) : rows.length > 0 ? (
            <>
              {show === "none" && keeps && kinds.length > 0 ? (
                <BeginMany lio={lio} groups={rows} types={kinds} today={today} />
              ) : null}
              {show === "endless" && keeps ? <LastDay lio={lio} count={counts.endless} /> : null}
              {show === "none" ? null : (
                <MembershipTable
                  lio={lio}
                  rows={rows}
                  caption={PARTS[show]}
                  now={now}
                  changes={keeps}
                  cols={cols}
                />
              )}
              {keeps && show !== "none" ? (
                <>
                  <ChangeCells key={done} lio={lio} of="membership" from={queryNow(head)} />
                  <ManyBar
                    lio={lio}
                    head={head}
                    words={{
                      none: say("No groups selected"),
                      one: say("1 group selected"),
                      many: say("groups selected"),
                    }}
                  >
                    <input type="hidden" name="back" value={withQuery(place)} />
                    <BulkButton to={`${path}/many`} name="what" value="paid">
                      {say("Mark as paid")}
                    </BulkButton>
                    <BulkButton to={`${path}/many`} name="what" value="renew">
                      {say("Renew")}
                    </BulkButton>
                  </ManyBar>
                </>
              ) : null}
              <Pagination place={place} page={head.listing.page} perPage={PAGE_SIZE} total={total} />
            </>
          ) : narrowed ? (
            <EmptyState drawing="search" title={say("No groups match")}>
              {say("Take a filter off, or try another tab.")}
            </EmptyState>
          ) : (
            <EmptyState drawing="groups" title={say("Nothing here")}>
              {EMPTY[show]}
            </EmptyState>
          )}
          {show === "requests" ? null : <SaveView lio={lio} head={head} />}
        </>
      ) : (
        <EmptyState
          drawing="groups"
          title={say("No kinds of membership yet")}
          action={
            manages ? (
              <ButtonLink href={`/${lio}/settings/memberships`}>{say("Say what groups can join")}</ButtonLink>
            ) : undefined
          }
        >
          {say(
            "Once a manager has said what groups can join, this page lists who is a member, whose membership ends soon and who has asked to join.",
          )}
        </EmptyState>
      )}
    </Frame>
  )
}
