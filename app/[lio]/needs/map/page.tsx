import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listMapAreas, listPlacedNeeds } from "@/lib/needs/mapping/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { NeedsByPlace } from "../_parts/needs-by-place"

/** Open needs by ward and theme, on a map and in a table. */
export default async function NeedsMap(props: PageProps) {
  const [frame, { areas, needs }] = await visit(props, async (ctx) => {
    const [areas, needs] = await Promise.all([listMapAreas(ctx), listPlacedNeeds(ctx)])
    return { areas, needs }
  })
  const base = `/${frame.lio.slug}/needs`
  const title = say("Needs by area and theme")
  return (
    <Frame {...frame} title={title} at="needs">
      <BackLink href={base}>{say("Needs")}</BackLink>
      <h1>{title}</h1>
      {needs.length === 0 ? (
        <EmptyState drawing="needs" title={say("No open needs")}>
          {say("Open needs are shown here by area and theme.")}
        </EmptyState>
      ) : (
        <NeedsByPlace
          areas={areas}
          needs={needs}
          about={say("Open needs by area")}
          hrefOf={(asked) =>
            `${base}?${new URLSearchParams(Object.entries(asked).map(([name, id]) => [name, id ?? "none"]))}`
          }
        />
      )}
    </Frame>
  )
}
