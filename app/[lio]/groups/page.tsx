import { columnsInSight } from "@/app/_http/kept-columns"
import { type FrameData, type PageProps, type Query, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import type { Ctx } from "@/lib/access/ctx"
import type { Listing } from "@/lib/access/list-type"
import { countPairs } from "@/lib/duplicates/queries"
import { listEveryField } from "@/lib/fields/queries"
import { answerFilters } from "@/lib/groups/list/answers/filters"
import { fitsInCell, isCell } from "@/lib/groups/list/cells/input"
import { chosenColumns, columnsOf, fieldKey } from "@/lib/groups/list/columns"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups, PAGE_SIZE, PRINT_SIZE } from "@/lib/groups/list/queries"
import { mayKeepGroups, maySeeGroups } from "@/lib/groups/policy"
import { listYourGroups } from "@/lib/groups/queries"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { filtersInForce } from "@/lib/lists/words"
import { eachMembership } from "@/lib/membership-status/queries"
import type { Line } from "@/lib/membership-status/words"
import { listPlaceNames } from "@/lib/places/queries"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { ChangeCells } from "../_parts/change-cells"
import { ChooseColumns } from "../_parts/choose-columns"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { SaveView, ViewLinks } from "../_parts/views"
import { BulkBar, selectionOf } from "./_parts/bulk-bar"
import { Exports } from "./_parts/exports"
import { GroupTable } from "./_parts/group-table"
import { YourGroups } from "./_parts/your-groups"

/** The rows of the page, with what is known of them elsewhere. */
async function readRows(ctx: Ctx, listing: Listing, whole: boolean) {
  const found = whole
    ? await listGroups(ctx, { ...listing, page: 1 }, PRINT_SIZE)
    : await listGroups(ctx, listing)
  const [memberships, places] = await Promise.all([
    eachMembership<Line | null>(
      ctx,
      found.rows.map(({ id }) => id),
      (line) => line,
      null,
    ),
    listPlaceNames(
      ctx,
      found.rows.flatMap(({ wardCode, districtCode }) => [wardCode, districtCode]),
    ),
  ])
  return { ...found, memberships, places }
}

async function readPage(ctx: Ctx, query: Query) {
  const whole = query.print === "all"
  const listing = readList(groupList, query)
  const cols = await columnsInSight(groupList, listing, query)
  const everyField = listEveryField(ctx)
  const filters = everyField.then((fields) => [...groupList.filters, ...answerFilters(fields)])
  const [found, head, fields, twins] = await Promise.all([
    readRows(ctx, { ...listing, cols }, whole),
    openList(ctx, groupList, listing, query.view, filters),
    everyField,
    countPairs(ctx),
  ])
  return {
    ...found,
    head,
    cols,
    whole,
    select: query.select,
    done: String(query.done ?? ""),
    fields: fields.filter(({ retiredAt }) => retiredAt === null),
    isCell: (column: string) =>
      isCell(column) && !fields.some(({ id, kind }) => fieldKey(id) === column && !fitsInCell(kind)),
    twins,
    keeps: mayKeepGroups(ctx.actor),
  }
}

export default async function Groups(props: PageProps) {
  const [frame, { list, yours }] = await visit(props, async (ctx, query) => ({
    list: maySeeGroups(ctx.actor) ? await readPage(ctx, query) : null,
    yours: await listYourGroups(ctx),
  }))
  if (list) return <GroupList frame={frame} list={list} />
  return (
    <Frame {...frame} title={yours.length > 1 ? say("Our groups") : say("Our group")} at="groups">
      <YourGroups lio={frame.lio.slug} name={frame.lio.name} groups={yours} />
    </Frame>
  )
}

type Props = { frame: FrameData; list: Awaited<ReturnType<typeof readPage>> }

function GroupList({ frame, list }: Props) {
  const { head, rows, total, loosely, keeps } = list
  const { listing, view } = head
  const lio = frame.lio.slug
  const path = `/${lio}/groups`
  const selection = selectionOf(list.select)
  const active = filtersInForce(head.filters, listing, head.choices)
  const place = placeOf(lio, head)
  const columns = columnsOf(list.fields)
  const shown = chosenColumns(columns, list.cols)
  const table = (
    <GroupTable
      key={selection}
      lio={lio}
      rows={rows}
      columns={shown}
      extra={list.extra}
      place={place}
      sort={listing.sort}
      places={list.places}
      memberships={list.memberships}
      selection={keeps && !list.whole ? selection : null}
      isCell={list.isCell}
    />
  )
  if (list.whole)
    return (
      <Frame {...frame} title={say("Groups, to print")} at="groups">
        <ToPrint back={withQuery(place, {})} shown={rows.length} total={total} />
        <PrintedHead view={view?.name} active={active} />
        {table}
      </Frame>
    )
  return (
    <Frame {...frame} title={selection === "none" ? say("Error: Groups") : say("Groups")} at="groups">
      <div className="title-row">
        <h1>{say("Groups")}</h1>
        {keeps ? (
          <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
            {list.twins > 0 ? (
              <a href={`${path}/duplicates`}>
                {sayCount(list.twins, {
                  one: "{count} possible duplicate",
                  other: "{count} possible duplicates",
                })}
              </a>
            ) : null}
            <a href={`${path}/changes`}>{say("Bulk changes")}</a>
            <ButtonLink href={`${path}/import`} kind="secondary">
              {say("Import a list")}
            </ButtonLink>
            <ButtonLink href={`${path}/new`}>{say("Add a group")}</ButtonLink>
          </p>
        ) : null}
      </div>
      <ViewLinks lio={lio} head={head} />
      <PrintedHead view={view?.name} active={active} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} group", other: "{count} groups" })}
        actions={
          total > 0 ? (
            <>
              <ChooseColumns
                path={path}
                query={place.query}
                all={columns}
                chosen={shown.map(({ key }) => key)}
                main="name"
              />
              <Exports place={place} />
            </>
          ) : undefined
        }
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
          {table}
          {keeps ? <ChangeCells key={list.done} lio={lio} of="group" from={queryNow(head)} /> : null}
          {keeps ? (
            <BulkBar
              lio={lio}
              place={place}
              from={queryNow(head)}
              page={listing.page}
              selection={selection}
              shown={rows.length}
              total={total}
              memberships={list.memberships.size > 0}
            />
          ) : null}
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : (
        <Nothing path={path} narrowed={isNarrowed(groupList, listing) || listing.page > 1} keeps={keeps} />
      )}
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}

type Head = { view?: string; active: { label: string }[] }

/** What stands over the list on paper: which list it is. */
const PrintedHead = ({ view, active }: Head) => (
  <p className="only-print">
    {[
      view ?? (active.length > 0 ? say("Groups that match") : say("All groups")),
      ...active.map(({ label }) => label),
    ].join(" · ")}
  </p>
)

/** What stands over the whole list on the screen. */
const ToPrint = ({ back, shown, total }: { back: string; shown: number; total: number }) => (
  <>
    <div className="no-print">
      <BackLink href={back}>{say("Back to the list")}</BackLink>
    </div>
    <h1>{sayCount(total, { one: "{count} group", other: "{count} groups" })}</h1>
    <p className="no-print">
      {say("Print this page with your browser: Ctrl P, or Print in its menu. Only the list is printed.")}
      {shown < total
        ? ` ${say("These are the first {shown}: export the list to have them all.", { shown })}`
        : ""}
    </p>
  </>
)

function Nothing({ path, narrowed, keeps }: { path: string; narrowed: boolean; keeps: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        drawing="search"
        title={say("No groups match")}
        action={<ButtonLink href={path}>{say("Clear filters")}</ButtonLink>}
      >
        {say("Take a filter off, or look for a shorter part of the name.")}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      drawing="groups"
      title={say("No groups yet")}
      action={keeps ? <ButtonLink href={`${path}/import`}>{say("Import a list")}</ButtonLink> : undefined}
    >
      {say(
        "Your groups are listed here: members, groups that are forming, and the bodies you work with. You can import them from a spreadsheet.",
      )}
    </EmptyState>
  )
}
