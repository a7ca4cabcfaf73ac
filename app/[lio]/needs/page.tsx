import { type PageProps, visit } from "@/app/_http/visit"
import { BarChart } from "@/app/_ui/bar-chart"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import type { FilterField } from "@/app/_ui/filter-fields"
import { Filters } from "@/app/_ui/filters"
import { Tag } from "@/app/_ui/tag"
import { needFilter } from "@/lib/needs/input"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { countGaps, listNeedChoices, listNeeds } from "@/lib/needs/queries"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"

/** Says which theme has most open needs, if one has. */
function themeFinding(themes: { name: string; open: number }[]) {
  const [first, second] = themes
  if (!first) return "There are no open needs."
  if (second && second.open === first.open) return "No theme has more open needs than the others."
  return `${first.name} is the theme with the most open needs.`
}

const STATES = [
  { value: "open", label: "Open" },
  { value: "closed", label: "Closed" },
  { value: "all", label: "Both" },
]

function fieldsOf({ areas, themes }: Awaited<ReturnType<typeof listNeedChoices>>): FilterField[] {
  const named = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return [
    { kind: "text", name: "q", label: "Words", type: "search" },
    { kind: "list", name: "area", label: "Area", options: named(areas), empty: "All areas" },
    { kind: "list", name: "theme", label: "Theme", options: named(themes), empty: "All themes" },
    { kind: "list", name: "state", label: "State", options: STATES, empty: null },
  ]
}

/** The register of needs: what is missing in the district, where it was heard, who answers it. */
export default async function Needs(props: PageProps) {
  const [frame, { needs, choices, byArea, byTheme, keeps, filter }] = await visit(
    props,
    async (ctx, query) => {
      const filter = needFilter(query)
      const [needs, choices, byArea, byTheme] = await Promise.all([
        listNeeds(ctx, filter),
        listNeedChoices(ctx),
        countGaps(ctx, "area"),
        countGaps(ctx, "theme"),
      ])
      return { needs, choices, byArea, byTheme, keeps: mayKeepNeeds(ctx.actor), filter }
    },
  )
  const base = `/${frame.lio.slug}/needs`
  const query = await props.searchParams
  const place = { path: base, query }
  const filtered = Boolean(filter.q || filter.areaId || filter.themeId || query.state)
  const named = (list: { id: string; name: string }[], wanted?: string) =>
    list.find((row) => row.id === wanted)?.name
  const active = [
    ...(filter.q ? [{ name: "q", label: `Contains “${filter.q}”` }] : []),
    ...(filter.areaId ? [{ name: "area", label: named(choices.areas, filter.areaId) ?? "Area" }] : []),
    ...(filter.themeId ? [{ name: "theme", label: named(choices.themes, filter.themeId) ?? "Theme" }] : []),
  ]
  /** Both charts are drawn on one scale, so that a need is as long in either. */
  const largest = Math.max(1, ...[...byArea, ...byTheme].map(({ open }) => open))
  const gaps = byArea.reduce((sum, row) => sum + row.unanswered, 0)
  return (
    <Frame {...frame} title="Needs" at="needs">
      <div className="title-row">
        <h1>Needs</h1>
        {keeps ? <ButtonLink href={`${base}/new`}>Write down a need</ButtonLink> : null}
      </div>
      {needs.length === 0 && !filtered ? (
        <EmptyState
          title="No needs yet"
          action={keeps ? <ButtonLink href={`${base}/new`}>Write down the first one</ButtonLink> : undefined}
        >
          <p>
            What people miss in your district, and nobody gives them. Heard in a session, an answer or a
            network, kept here until a group answers it or a body does.
          </p>
        </EmptyState>
      ) : (
        <>
          <Filters
            place={place}
            count={plural(needs.length, "need")}
            fields={fieldsOf(choices)}
            active={active}
            folded
            actions={needs.length > 0 ? <ExportMenu place={place} /> : undefined}
          />
          <DataTable
            plain
            caption="Needs"
            captionHidden
            rows={needs}
            rowKey={(need) => need.id}
            place={place}
            columns={[
              {
                key: "title",
                label: "What is needed",
                main: true,
                cell: (need) => <a href={`${base}/${need.id}`}>{need.title}</a>,
              },
              { key: "area", label: "Area", cell: (need) => need.area ?? "Whole district" },
              { key: "theme", label: "Theme", cell: (need) => need.theme },
              { key: "groups", label: "Groups that said so", number: true, cell: (need) => need.groups },
              {
                key: "state",
                label: "State",
                cell: (need) =>
                  need.closedAt ? (
                    <Tag>Closed</Tag>
                  ) : need.answering > 0 ? (
                    <Tag tone="good">A group answers it</Tag>
                  ) : need.asks > 0 ? (
                    <Tag tone="wait">Put to a body</Tag>
                  ) : (
                    <Tag tone="problem">Gap</Tag>
                  ),
              },
            ]}
          />
          {byArea.length > 0 ? (
            <section aria-labelledby="gaps">
              <h2 id="gaps">Where the gaps are</h2>
              <div className="grid gap-8 lg:grid-cols-2">
                <BarChart
                  finding={
                    gaps === 0
                      ? "Every open need has a group that answers it."
                      : `${plural(gaps, "open need")} ${gaps === 1 ? "has" : "have"} no group that answers ${gaps === 1 ? "it" : "them"}.`
                  }
                  about="Open needs by area"
                  series={["Answered by a group", "Not answered"]}
                  stacked
                  most={largest}
                  rowsAre="Area"
                  rows={byArea.map((row) => ({
                    label: row.name,
                    values: [row.open - row.unanswered, row.unanswered],
                  }))}
                />
                <BarChart
                  finding={themeFinding(byTheme)}
                  about="Open needs by theme"
                  series={["Answered by a group", "Not answered"]}
                  stacked
                  most={largest}
                  rowsAre="Theme"
                  rows={byTheme.map((row) => ({
                    label: row.name,
                    values: [row.open - row.unanswered, row.unanswered],
                  }))}
                />
              </div>
            </section>
          ) : null}
        </>
      )}
    </Frame>
  )
}
