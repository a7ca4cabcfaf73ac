import { redirect } from "next/navigation"
import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { BackLink } from "@/app/_ui/links"
import type { Ctx } from "@/lib/access/ctx"
import { listGiven } from "@/lib/bulk/answers/queries"
import { CHANGES, type Chosen, changeInput, chosenInput, type Kind, NONE } from "@/lib/bulk/input"
import { countChosen, previewChange } from "@/lib/bulk/queries"
import { ensure, RuleBroken } from "@/lib/errors"
import { mayKeepGroups } from "@/lib/groups/policy"
import { listAreas, listTerms } from "@/lib/groups/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { AddAreaHere } from "./_parts/add-area-here"
import { Preview } from "./_parts/preview"
import { ToWhat } from "./_parts/to-what"

/** The preview, or the words of what is wrong with the choice; neither before something was chosen. */
async function previewOf(ctx: Ctx, { which }: Chosen, query: Query, kind: Kind) {
  if (query.to === undefined && kind !== "remove") return {}
  const change = changeInput.safeParse({ kind, to: query.to ?? "" })
  if (!change.success) return { wrong: change.error.issues[0]?.message }
  try {
    return { preview: await previewChange(ctx, which, change.data) }
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return { wrong: refusal.message }
    throw refusal
  }
}

/** One change to many groups: to what, what it would do, and the button that does it. */
export default async function ChangeMany(props: PageProps) {
  const [frame, { chosen, kind, number, areas, terms, given, to, preview, wrong }] = await visit(
    props,
    async (ctx, query) => {
      ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change many groups."))
      const chosen = chosenInput.catch(NONE).parse(query)
      const kind = Object.keys(CHANGES).find((one): one is Kind => one === query.kind) ?? "add-term"
      return {
        chosen,
        kind,
        number: await countChosen(ctx, chosen.which),
        areas: await listAreas(ctx),
        terms: await listTerms(ctx),
        given: kind === "answer" ? await listGiven(ctx) : [],
        to: typeof query.to === "string" ? query.to : "",
        ...(await previewOf(ctx, chosen, query, kind)),
      }
    },
  )
  const lio = frame.lio.slug
  const list = `/${lio}/groups${chosen.from ? `?${chosen.from}` : ""}`
  if (number === 0) redirect(`${list}${chosen.from ? "&" : "?"}select=none`)
  const title = `${CHANGES[kind]}: ${sayCount(number, { one: "{count} group", other: "{count} groups" })}`
  return (
    <Frame {...frame} title={wrong ? say("Error: {title}", { title }) : title} at="groups">
      <BackLink href={list}>{say("Back to the list")}</BackLink>
      <h1>{title}</h1>
      {kind === "remove" ? null : (
        <form action={`/${lio}/groups/change`} method="get" className="max-w-2xl">
          <Which chosen={chosen} kind={kind} />
          <FieldsFrom values={to ? { to } : {}} errors={wrong ? { to: wrong } : {}}>
            <ToWhat lio={lio} kind={kind} areas={areas} terms={terms} given={given} />
          </FieldsFrom>
          <button type="submit" className={preview ? "button button-secondary" : "button"}>
            {preview ? say("Preview again") : say("Preview")}
          </button>
        </form>
      )}
      {kind === "add-area" && !preview ? <AddAreaHere lio={lio} back={here(lio, chosen, kind)} /> : null}
      {preview ? (
        <Preview lio={lio} list={list} preview={preview}>
          <Which chosen={chosen} kind={kind} />
        </Preview>
      ) : null}
    </Frame>
  )
}

/** The address of this page, for coming back to it. */
function here(lio: string, chosen: Chosen, kind: Kind) {
  const which = chosen.all ? [["all", "yes"]] : chosen.id.map((id) => ["id", id])
  return `/${lio}/groups/change?${new URLSearchParams([["from", chosen.from], ["kind", kind], ...which])}`
}

/** Which groups are meant, carried along from page to page. */
function Which({ chosen, kind }: { chosen: Chosen; kind: Kind }) {
  return (
    <>
      <input type="hidden" name="from" value={chosen.from} />
      <input type="hidden" name="kind" value={kind} />
      {chosen.all ? (
        <input type="hidden" name="all" value="yes" />
      ) : (
        chosen.id.map((id) => <input key={id} type="hidden" name="id" value={id} />)
      )}
    </>
  )
}
