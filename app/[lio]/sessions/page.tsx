import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { SESSION_COLUMNS, sessionList } from "@/lib/sessions/list/filters"
import { listSessions, PAGE_SIZE } from "@/lib/sessions/list/queries"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { openList } from "@/lib/views/queries"
import { formatMinutes, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { ChangeCells } from "../_parts/change-cells"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { ManyBar } from "../_parts/many-bar"
import { SaveView, ViewLinks } from "../_parts/views"
import { SessionTable } from "./_parts/session-table"
import { WorkTabs } from "./_parts/work-tabs"

/** The work that was recorded, mine or the team's, with its hours. */
export default async function Sessions(props: PageProps) {
  const [frame, { list, head, cols, records, done }] = await visit(props, async (ctx, query) => {
    const listing = readList(sessionList, query)
    const [list, head, cols] = await Promise.all([
      listSessions(ctx, listing),
      openList(ctx, sessionList, listing, query.view),
      columnsInSight(sessionList, listing, query),
    ])
    return { list, head, cols, records: mayRecordSessions(ctx.actor), done: String(query.done ?? "") }
  })
  const lio = frame.lio.slug
  const { listing } = head
  const place = placeOf(lio, head)
  const whose = firstValue(listing, "whose") === "team" ? "team" : "mine"
  const record = <ButtonLink href={`/${lio}/sessions/new`}>{say("Record a session")}</ButtonLink>
  return (
    <Frame {...frame} title={say("Sessions")} at="sessions">
      <h1>{say("Sessions")}</h1>
      <WorkTabs lio={lio} current={whose} />
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(list.total, { one: "{count} session", other: "{count} sessions" })}
        columns={list.total > 0 ? { all: SESSION_COLUMNS, chosen: cols, main: "session" } : undefined}
        without={whose === "mine" ? ["by"] : []}
      />
      {list.total > 0 ? (
        <>
          <p>
            {sayRich("{minutes} altogether. <span>A session with several groups counts once.</span>", {
              minutes: <strong>{formatMinutes(list.minutes)}</strong>,
              span: (text) => <span className="text-soft">{text}</span>,
            })}
          </p>
          <SessionTable lio={lio} rows={list.rows} changes={records} cols={cols} />
          {records ? (
            <>
              <ChangeCells key={done} lio={lio} of="session" from={queryNow(head)} />
              <ManyBar
                lio={lio}
                head={head}
                words={{
                  none: say("No sessions selected"),
                  one: say("1 session selected"),
                  many: say("sessions selected"),
                }}
                of="session"
              />
            </>
          ) : null}
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={list.total} />
        </>
      ) : isNarrowed(sessionList, listing) ? (
        <EmptyState drawing="search" title={say("No sessions match")}>
          {whose === "mine"
            ? say("Take a filter off, or look at the whole team’s.")
            : say("Take a filter off.")}
        </EmptyState>
      ) : (
        <EmptyState
          drawing="talk"
          title={whose === "mine" ? say("You have recorded no sessions yet") : say("No sessions yet")}
          action={records ? record : null}
        >
          {say(
            "A session is a piece of work with a group: a phone call, a visit, some advice. Record it in half a minute, and it counts in every report.",
          )}
        </EmptyState>
      )}
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}
