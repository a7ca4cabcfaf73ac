import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { WorkList } from "@/app/_ui/work-list"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { PEOPLE_COLUMNS, peopleList } from "@/lib/people/filters"
import { mayKeepPeople } from "@/lib/people/policy"
import { listPeople, PEOPLE_PAGE } from "@/lib/people/queries"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { ChangeCells } from "../_parts/change-cells"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { ManyBar, ticks } from "../_parts/many-bar"
import { SaveView, ViewLinks } from "../_parts/views"

export default async function People(props: PageProps) {
  const [frame, { list, head, cols, keeps, done }] = await visit(props, async (ctx, query) => {
    const listing = readList(peopleList, query)
    const [list, head, cols] = await Promise.all([
      listPeople(ctx, listing),
      openList(ctx, peopleList, listing, query.view),
      columnsInSight(peopleList, listing, query),
    ])
    return { list, head, cols, keeps: mayKeepPeople(ctx.actor), done: String(query.done ?? "") }
  })
  const { rows, total, loosely } = list
  const lio = frame.lio.slug
  const path = `/${lio}/people`
  const place = placeOf(lio, head)
  const { listing } = head
  return (
    <Frame {...frame} title={say("People")} at="people">
      <div className="title-row">
        <h1>{say("People")}</h1>
        <p className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
          <a href={`${path}/duplicates`}>{say("People who may be listed twice")}</a>
          {keeps ? <ButtonLink href={`${path}/new`}>{say("Add a person")}</ButtonLink> : null}
        </p>
      </div>
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} person", other: "{count} people" })}
        columns={total > 0 ? { all: PEOPLE_COLUMNS, chosen: cols, main: "name" } : undefined}
      />
      {loosely && total > 0 ? (
        <p>
          {say("No name has “{listing}” in it. These are the nearest.", {
            listing: firstValue(listing, "q") ?? "",
          })}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <>
          <WorkList
            plain
            moves
            cols={cols}
            caption={say("People")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            select={keeps ? ticks((row: { name: string }) => row.name) : undefined}
            rowId={(row) => `row-${row.id}`}
            columns={[
              {
                key: "name",
                label: PEOPLE_COLUMNS.name,
                cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a>,
              },
              { key: "groups", label: PEOPLE_COLUMNS.groups, share: 4, cell: (row) => row.groups },
              {
                key: "email",
                label: PEOPLE_COLUMNS.email,
                share: 3,
                cell: (row) => row.email,
                changes: () => keeps,
              },
              { key: "phone", label: PEOPLE_COLUMNS.phone, cell: (row) => row.phone, changes: () => keeps },
            ]}
          />
          {keeps ? (
            <>
              <ChangeCells key={done} lio={lio} of="person" from={queryNow(head)} />
              <ManyBar
                lio={lio}
                head={head}
                words={{
                  none: say("No people selected"),
                  one: say("1 person selected"),
                  many: say("people selected"),
                }}
              />
            </>
          ) : null}
          <Pagination place={place} page={listing.page} perPage={PEOPLE_PAGE} total={total} />
        </>
      ) : (
        <NobodyHere narrowed={isNarrowed(peopleList, listing)} left={"left" in listing.chosen} path={path} />
      )}
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}

function NobodyHere({ narrowed, left, path }: { narrowed: boolean; left: boolean; path: string }) {
  if (narrowed)
    return (
      <EmptyState
        drawing="search"
        title={left ? say("Nobody who has left matches") : say("Nobody found")}
        action={<ButtonLink href={path}>{say("Clear filters")}</ButtonLink>}
      >
        {left
          ? say(
              "When somebody moves away, say so on their page. They will then be listed here, with everything they did.",
            )
          : say("Take a filter off, or try a shorter part of the name.")}
      </EmptyState>
    )
  return (
    <EmptyState drawing="groups" title={say("Nobody yet")}>
      {say("The people in your groups are listed here. Add them on their group’s page.")}
    </EmptyState>
  )
}
