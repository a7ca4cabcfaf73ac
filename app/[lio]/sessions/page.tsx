import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { sessionFilter, sessionQuery } from "@/lib/sessions/list/input"
import { listSessions, PAGE_SIZE } from "@/lib/sessions/list/queries"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { formatMinutes, plural } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { SessionFilters } from "./_parts/session-filters"
import { SessionTable } from "./_parts/session-table"
import { WorkTabs } from "./_parts/work-tabs"

/** The work that was recorded, mine or the team's, with its hours. */
export default async function Sessions(props: PageProps) {
  const [frame, { list, filter, records }] = await visit(props, async (ctx, query) => {
    const filter = sessionFilter(query)
    return { filter, list: await listSessions(ctx, filter), records: mayRecordSessions(ctx.actor) }
  })
  const lio = frame.lio.slug
  const place = {
    path: `/${lio}/sessions`,
    query: Object.fromEntries(new URLSearchParams(sessionQuery(filter))),
  }
  const narrowed = Boolean(
    filter.group || filter.kind || filter.function || filter.from || filter.to || filter.unread || filter.q,
  )
  const record = <ButtonLink href={`/${lio}/sessions/new`}>Record a session</ButtonLink>
  return (
    <Frame {...frame} title="Sessions" at="sessions">
      <h1>Sessions</h1>
      <WorkTabs lio={lio} current={filter.whose} />
      <SessionFilters
        place={place}
        filter={filter}
        group={list.group}
        count={plural(list.total, "session")}
        some={list.total > 0}
      />
      {Object.values(filter.unread ?? {}).flatMap((value) =>
        value ? (
          <Banner key={value} kind="problem">
            We can’t read “{value}” as a date. Write it like 27 6 2026.
          </Banner>
        ) : (
          []
        ),
      )}
      {list.total > 0 ? (
        <>
          <p>
            <strong>{formatMinutes(list.minutes)}</strong> altogether.{" "}
            <span className="text-soft">A session with several groups counts once.</span>
          </p>
          <SessionTable lio={lio} rows={list.rows} />
          <Pagination place={place} page={filter.page} perPage={PAGE_SIZE} total={list.total} />
        </>
      ) : narrowed ? (
        <EmptyState title="No sessions match">Take a filter off, or look at the whole team’s.</EmptyState>
      ) : (
        <EmptyState
          title={filter.whose === "mine" ? "You have recorded no sessions yet" : "No sessions yet"}
          action={records ? record : null}
        >
          A session is a piece of work with a group: a phone call, a visit, some advice. Record it in half a
          minute, and it counts in every report.
        </EmptyState>
      )}
    </Frame>
  )
}
