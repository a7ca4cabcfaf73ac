import { AreaMap } from "@/app/_ui/area-map"
import { DataTable } from "@/app/_ui/data-table"
import type { Cell, MapArea } from "@/lib/needs/mapping/queries"
import { inAlphabet, inWords, say, sayCount } from "@/lib/words"

type Asked = { area?: string | null; theme?: string | null }
type Props = {
  areas: MapArea[]
  cells: Cell[]
  /** Where the needs of an area, of a theme or of both are listed; null: of the whole district, without a theme. */
  hrefOf: (asked: Asked) => string
  /** What is counted: "Open needs by area". */
  about: string
}

type Named = { id: string | null; name: string }
/** By name; what is about no single one comes last. */
const byName = (one: Named, other: Named) =>
  Number(one.id === null) - Number(other.id === null) || inAlphabet(one.name, other.name)
const sum = (cells: readonly Cell[]) => cells.reduce((total, { needs }) => total + needs, 0)
const counted = (needs: number) => sayCount(needs, { one: "{count} need", other: "{count} needs" })

function findingOf(drawn: { name: string; value: number }[]): string {
  const most = Math.max(0, ...drawn.map(({ value }) => value))
  const first = drawn.filter(({ value }) => value === most).map(({ name }) => name)
  if (most === 0) return say("No need is about one of the areas on the map.")
  const said = { names: inWords(first), count: counted(most) }
  return first.length === 1
    ? say("{names} has the most: {count}.", said)
    : say("{names} have the most: {count} each.", said)
}

/** What isn’t on the map: needs of the whole district, and areas whose place nobody has told us. */
function notDrawn(cells: Cell[], areas: MapArea[], drawn: Set<string>): string[] {
  const districts = new Set(areas.filter(({ kind }) => kind === "district").map(({ id }) => id))
  const wide = sum(cells.filter(({ areaId }) => areaId === null || districts.has(areaId)))
  const lost = areas.filter(
    ({ id }) => !drawn.has(id) && !districts.has(id) && cells.some(({ areaId }) => areaId === id),
  )
  return [
    ...(wide > 0
      ? [
          sayCount(wide, {
            one: "{count} need is about a whole district, so it isn’t on the map.",
            other: "{count} needs are about a whole district, so they aren’t on the map.",
          }),
        ]
      : []),
    ...(lost.length > 0
      ? [
          say("We don’t know where these are, so they aren’t on the map: {names}.", {
            names: inWords(lost.map(({ name }) => name)),
          }),
        ]
      : []),
  ]
}

/** Needs on a map of the areas, and as a table of areas and themes; each number opens its needs. */
export function NeedsByPlace({ areas, cells, hrefOf, about }: Props) {
  const wards = areas.filter(({ kind }) => kind !== "district")
  const drawable = (wards.length > 0 ? wards : areas).filter(
    ({ rings, middle }) => rings.length > 0 || middle !== null,
  )
  const onMap = drawable.map((area) => {
    const value = sum(cells.filter(({ areaId }) => areaId === area.id))
    return {
      ...area,
      value,
      label: say("{area}: {needs}", { area: area.name, needs: counted(value) }),
      href: hrefOf({ area: area.id }),
    }
  })
  const rows = [...Map.groupBy(cells, ({ areaId }) => areaId)]
    .map(([id, mine]) => ({ id, name: mine[0]?.area ?? say("The whole district"), cells: mine }))
    .sort(byName)
  const themes = [...Map.groupBy(cells, ({ themeId }) => themeId)]
    .map(([id, mine]) => ({ id, name: mine[0]?.theme ?? say("No theme") }))
    .sort(byName)
  const missing = onMap.length > 0 ? notDrawn(cells, areas, new Set(drawable.map(({ id }) => id))) : []
  type Row = (typeof rows)[number]
  const link = (needs: number, asked: Asked, what: string) =>
    needs === 0 ? null : (
      <a href={hrefOf(asked)}>
        {needs}
        <span className="sr-only"> {what}</span>
      </a>
    )
  return (
    <>
      <AreaMap finding={findingOf(onMap)} about={about} areas={onMap} />
      {missing.map((sentence) => (
        <p key={sentence} className="max-w-2xl">
          {sentence}
        </p>
      ))}
      <h2>{say("By area and theme")}</h2>
      <DataTable
        plain
        caption={say("Needs by area and theme")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id ?? "district"}
        columns={[
          { key: "area", label: say("Area"), main: true, cell: ({ name }: Row) => name },
          ...themes.map((theme) => ({
            key: theme.id ?? "none",
            label: theme.name,
            number: true,
            cell: (row: Row) =>
              link(
                sum(row.cells.filter(({ themeId }) => themeId === theme.id)),
                { area: row.id, theme: theme.id },
                say("{area}, {theme}", { area: row.name, theme: theme.name }),
              ),
          })),
          {
            key: "all",
            label: say("All themes"),
            number: true,
            cell: (row: Row) => link(sum(row.cells), { area: row.id }, row.name),
          },
        ]}
      />
    </>
  )
}
