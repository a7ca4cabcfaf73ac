import { type FrameData, type PageProps, type Query, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Filters } from "@/app/_ui/filters"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import type { Ctx } from "@/lib/access/ctx"
import { isManager } from "@/lib/access/may"
import { countPairs } from "@/lib/duplicates/queries"
import { listFields } from "@/lib/fields/queries"
import { chosenColumns, columnsOf } from "@/lib/groups/list/columns"
import { filterQuery, type GroupFilter, groupFilter, isNarrowed } from "@/lib/groups/list/input"
import { listGroups, PAGE_SIZE, PRINT_SIZE } from "@/lib/groups/list/queries"
import { mayKeepGroups, maySeeGroups } from "@/lib/groups/policy"
import { listAreas, listTerms, listYourGroups } from "@/lib/groups/queries"
import { linesOf } from "@/lib/membership-status/queries"
import { shortLineOf } from "@/lib/membership-status/words"
import { listPlaceNames } from "@/lib/places/queries"
import { countLists, listViews } from "@/lib/views/queries"
import { findTerm } from "@/lib/word-lists/queries"
import { formatDate, formatNumber, plural } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { GroupTabs } from "../_parts/group-tabs"
import { BulkBar, selectionOf } from "./_parts/bulk-bar"
import { ChooseColumns } from "./_parts/columns"
import { Exports } from "./_parts/exports"
import { firstFields, moreFields } from "./_parts/filter-fields"
import { GroupTable } from "./_parts/group-table"
import { activeFilters, unreadFilters } from "./_parts/labels"
import { countedLists, SaveView, ViewLinks } from "./_parts/views"
import { YourGroups } from "./_parts/your-groups"

/** The rows of the page, with what is known of them elsewhere. */
async function readRows(ctx: Ctx, filter: GroupFilter, whole: boolean) {
  const found = whole
    ? await listGroups(ctx, { ...filter, page: 1 }, PRINT_SIZE)
    : await listGroups(ctx, filter)
  const [memberships, places] = await Promise.all([
    linesOf(
      ctx,
      found.rows.map(({ id }) => id),
      shortLineOf,
    ),
    listPlaceNames(
      ctx,
      found.rows.flatMap(({ wardCode, districtCode }) => [wardCode, districtCode]),
    ),
  ])
  return { ...found, memberships, places }
}

/** The saved lists, the one that is open, and how many groups each has. */
async function readViews(ctx: Ctx, filter: GroupFilter, requested: Query[string]) {
  const views = await listViews(ctx)
  const view = views.find((one) => one.id === requested)
  // Who narrows by hand is not choosing between views, and need not wait for their counts.
  const choosing = view !== undefined || countedLists(views).includes(filterQuery({ ...filter, page: 1 }))
  const counts = choosing ? await countLists(ctx, countedLists(views)) : new Map<string, number>()
  return { views, view, counts }
}

async function readList(ctx: Ctx, query: Query) {
  const requested = groupFilter(query)
  // A word that was merged leads to the one it went up in; a retired one is still told by its name.
  const term = requested.term ? await findTerm(ctx, requested.term) : undefined
  const filter = term ? { ...requested, term: term.id } : requested
  const whole = query.print === "all"
  const [found, fields, areas, terms, { views, ...viewed }, twins] = await Promise.all([
    readRows(ctx, filter, whole),
    listFields(ctx),
    listAreas(ctx),
    listTerms(ctx),
    readViews(ctx, filter, query.view),
    countPairs(ctx),
  ])
  return {
    ...found,
    ...viewed,
    filter,
    whole,
    select: query.select,
    fields,
    areas,
    terms: term && !terms.some(({ id }) => id === term.id) ? [...terms, term] : terms,
    views,
    twins,
    now: formatDate(ctx.now, ctx.lio.timezone),
    year: Number(ctx.today.slice(0, 4)),
    keeps: mayKeepGroups(ctx.actor),
    manager: isManager(ctx.actor),
  }
}

export default async function Groups(props: PageProps) {
  const [frame, { list, yours }] = await visit(props, async (ctx, query) => ({
    list: maySeeGroups(ctx.actor) ? await readList(ctx, query) : null,
    yours: await listYourGroups(ctx),
  }))
  if (list) return <GroupList frame={frame} list={list} />
  return (
    <Frame {...frame} title="Your groups" at="groups">
      <YourGroups lio={frame.lio.slug} name={frame.lio.name} groups={yours} />
    </Frame>
  )
}

/** Filters that are always in sight. */
const FIRST = new Set(["q", "stage", "based"])

type Props = { frame: FrameData; list: Awaited<ReturnType<typeof readList>> }

function GroupList({ frame, list }: Props) {
  const { filter, rows, total, loosely, views, view, keeps } = list
  const lio = frame.lio.slug
  const path = `/${lio}/groups`
  const selection = selectionOf(list.select)
  const active = activeFilters(filter, list)
  const now = filterQuery({ ...filter, page: 1 })
  const current = { ...Object.fromEntries(new URLSearchParams(now)), ...(view ? { view: view.id } : {}) }
  const place = { path, query: current }
  const columns = columnsOf(list.fields)
  const shown = chosenColumns(columns, filter.cols)
  const table = (
    <GroupTable
      key={selection}
      lio={lio}
      rows={rows}
      columns={shown}
      extra={list.extra}
      place={place}
      sort={filter.sort}
      places={list.places}
      memberships={list.memberships}
      selection={keeps && !list.whole ? selection : null}
    />
  )
  if (list.whole)
    return (
      <Frame {...frame} title="Groups, to print" at="groups">
        <ToPrint back={withQuery(place, {})} shown={rows.length} total={total} />
        <PrintedHead view={view?.name} active={active} now={list.now} />
        {table}
      </Frame>
    )
  return (
    <Frame {...frame} title={selection === "none" ? "Error: Groups" : "Groups"} at="groups">
      <div className="title-row">
        <h1>Groups</h1>
        {keeps ? (
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={`${path}/new`}>Add a group</ButtonLink>
            <ButtonLink href={`${path}/import`} kind="secondary">
              Import a list
            </ButtonLink>
          </p>
        ) : null}
      </div>
      <p className="no-print mb-3 flex flex-wrap gap-x-5">
        {list.twins > 0 ? (
          <a href={`${path}/duplicates`}>{plural(list.twins, "possible duplicate")}</a>
        ) : null}
        <a href={`${path}/changes`}>Changes to many groups</a>
      </p>
      <GroupTabs lio={lio} current="groups" />
      <ViewLinks lio={lio} views={views} current={view?.id} query={now} counts={list.counts} />
      <PrintedHead view={view?.name} active={active} now={list.now} />
      <Filters
        place={place}
        count={plural(total, "group")}
        active={active}
        keep={["sort", "view", "cols"]}
        actions={total > 0 ? <Exports place={place} /> : undefined}
        fields={firstFields(list)}
        more={{ fields: moreFields(list), open: active.some(({ name }) => !FIRST.has(name)) }}
      />
      {unreadFilters(filter, list.fields).map((value) => (
        <Banner key={value} kind="problem">
          {value} Nothing is shown until then.
        </Banner>
      ))}
      {loosely && total > 0 ? <p>No name has “{filter.q}” in it. These are the nearest.</p> : null}
      {rows.length > 0 ? (
        <>
          <ChooseColumns path={path} query={current} all={columns} chosen={shown} />
          {keeps ? (
            <BulkBar
              lio={lio}
              place={place}
              from={now}
              page={filter.page}
              selection={selection}
              shown={rows.length}
              total={total}
            />
          ) : null}
          {table}
          <Pagination place={place} page={filter.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : (
        <Nothing path={path} narrowed={isNarrowed(filter) || filter.page > 1} keeps={keeps} />
      )}
      {keeps && (now || view) ? <SaveView lio={lio} query={now} view={view} manager={list.manager} /> : null}
    </Frame>
  )
}

type Head = { view?: string; active: { label: string }[]; now: string }

/** What stands over the list on paper: which list it is, and of which day. */
const PrintedHead = ({ view, active, now }: Head) => (
  <p className="only-print">
    {[view ?? "All groups that match", ...active.map(({ label }) => label), now].join(" · ")}
  </p>
)

/** What stands over the whole list on the screen. */
const ToPrint = ({ back, shown, total }: { back: string; shown: number; total: number }) => (
  <>
    <div className="no-print">
      <BackLink href={back}>Back to the list</BackLink>
    </div>
    <h1>{plural(total, "group")}</h1>
    <p className="no-print">
      Print this page with your browser: Ctrl P, or Print in its menu. Only the list goes on paper.
      {shown < total ? ` These are the first ${formatNumber(shown)}: export the list to have them all.` : ""}
    </p>
  </>
)

function Nothing({ path, narrowed, keeps }: { path: string; narrowed: boolean; keeps: boolean }) {
  if (narrowed) {
    return (
      <EmptyState title="No groups match" action={<ButtonLink href={path}>Clear filters</ButtonLink>}>
        Take a filter off, or look for a shorter part of the name.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No groups yet"
      action={keeps ? <ButtonLink href={`${path}/import`}>Import a list</ButtonLink> : undefined}
    >
      The groups that you know stand here: members, groups that are forming, and the bodies you work with. You
      can bring them in from a spreadsheet.
    </EmptyState>
  )
}
