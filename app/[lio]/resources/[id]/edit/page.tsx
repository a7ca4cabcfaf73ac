import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepResources } from "@/lib/resources/policy"
import { getResource, listResourceChoices } from "@/lib/resources/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { ResourceFields } from "../../_parts/resource-fields"
import { changeResourceForm } from "../../actions"

/** Says a resource better. */
export default async function EditResource(props: PageProps) {
  const [frame, { its, themes, colleagues }] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayKeepResources(ctx.actor), say("Only workers and managers can change resources."))
    const [its, choices] = await Promise.all([getResource(ctx, id), listResourceChoices(ctx)])
    const { ownerId, owner } = its
    const left = ownerId && !choices.colleagues.some(({ value }) => value === ownerId)
    const gone = left ? [{ value: ownerId, label: say("{name} (has left)", { name: owner ?? "" }) }] : []
    return { its, themes: choices.themes, colleagues: [...choices.colleagues, ...gone] }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/resources/${its.id}`
  const { title, kind, summary, link, reviewOn, openTo } = its
  return (
    <Frame {...frame} title={say("Change: {title}", { title })} at="resources">
      <BackLink href={here}>{title}</BackLink>
      <h1>{say("Change this resource")}</h1>
      <LongForm
        action={changeResourceForm}
        frame={frame}
        submit={say("Save changes")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-3xl"
        values={{
          ...{ title, kind, summary, link, reviewOn, openTo },
          ownerId: its.ownerId ?? "",
          termIds: its.themes.map((theme) => theme.id),
          seen: its.changedAt?.toISOString() ?? "",
        }}
      >
        <input type="hidden" name="id" value={its.id} />
        <Seen />
        <ResourceFields {...{ themes, colleagues }} />
      </LongForm>
    </Frame>
  )
}
