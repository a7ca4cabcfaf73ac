import { AreaMap } from "@/app/_ui/area-map"
import { DataTable } from "@/app/_ui/data-table"
import type { MapArea, PlacedNeed } from "@/lib/needs/mapping/queries"
import { inAlphabet, inWords, say, sayCount } from "@/lib/words"

type Asked = { area?: string | null; theme?: string | null }
type Props = {
  areas: MapArea[]
  needs: PlacedNeed[]
  /** Where the needs of an area, of a theme or of both are listed; null: of the whole district, without a theme. */
  hrefOf: (asked: Asked) => string
  /** What is counted: "Open needs by area". */
  about: string
}

type Named = { id: string | null; name: string }
/** By name; what is about no single one comes last. */
const byName = (one: Named, other: Named) =>
  Number(one.id === null) - Number(other.id === null) || inAlphabet(one.name, other.name)
/** Whether something is among what a need is about; null: it is about none. */
const among = (its: readonly Named[], id: string | null) =>
  id === null ? its.length === 0 : its.some((one) => one.id === id)
const inArea = (needs: readonly PlacedNeed[], id: string | null) =>
  needs.filter(({ areas }) => among(areas, id))
const onTheme = (needs: readonly PlacedNeed[], id: string | null) =>
  needs.filter(({ themes }) => among(themes, id))

/** What the needs are about, each once by name, with `none` where there is a need of none. */
function allOf(lists: readonly (readonly Named[])[], none: string): Named[] {
  const all = new Map<string | null, Named>()
  for (const list of lists) {
    if (list.length === 0) all.set(null, { id: null, name: none })
    for (const one of list) all.set(one.id, one)
  }
  return [...all.values()].sort(byName)
}
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
function notDrawn(needs: PlacedNeed[], areas: MapArea[], drawn: Set<string>): string[] {
  const districts = new Set(areas.filter(({ kind }) => kind === "district").map(({ id }) => id))
  const wide = needs.filter((need) => need.areas.every(({ id }) => districts.has(id))).length
  const lost = areas.filter(({ id }) => !drawn.has(id) && !districts.has(id) && inArea(needs, id).length > 0)
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
export function NeedsByPlace({ areas, needs, hrefOf, about }: Props) {
  const wards = areas.filter(({ kind }) => kind !== "district")
  const drawable = (wards.length > 0 ? wards : areas).filter(
    ({ rings, middle }) => rings.length > 0 || middle !== null,
  )
  const onMap = drawable.map((area) => {
    const value = inArea(needs, area.id).length
    return {
      ...area,
      value,
      label: say("{area}: {needs}", { area: area.name, needs: counted(value) }),
      href: hrefOf({ area: area.id }),
    }
  })
  const rows = allOf(
    needs.map((need) => need.areas),
    say("The whole district"),
  ).map((area) => ({ ...area, needs: inArea(needs, area.id) }))
  const themes = allOf(
    needs.map((need) => need.themes),
    say("No theme"),
  )
  const missing = onMap.length > 0 ? notDrawn(needs, areas, new Set(drawable.map(({ id }) => id))) : []
  type Row = (typeof rows)[number]
  const link = (count: number, asked: Asked, what: string) =>
    count === 0 ? null : (
      <a href={hrefOf(asked)}>
        {count}
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
      {needs.some((need) => need.areas.length > 1 || need.themes.length > 1) ? (
        <p className="max-w-2xl text-soft">
          {say("A need counts in each of its areas and under each of its themes.")}
        </p>
      ) : null}
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
                onTheme(row.needs, theme.id).length,
                { area: row.id, theme: theme.id },
                say("{area}, {theme}", { area: row.name, theme: theme.name }),
              ),
          })),
          {
            key: "all",
            label: say("All themes"),
            number: true,
            cell: (row: Row) => link(row.needs.length, { area: row.id }, row.name),
          },
        ]}
      />
    </>
  )
}
