import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { getNeed, listNeedChoices } from "@/lib/needs/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { NeedFields } from "../../_parts/need-fields"
import { changeNeedForm } from "../../actions"

/** Says a need better, and what is being done about it. */
export default async function EditNeed(props: PageProps) {
  const [frame, { need, choices }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepNeeds(ctx.actor))
    const [need, choices] = await Promise.all([getNeed(ctx, id), listNeedChoices(ctx)])
    return { need, choices }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/needs/${need.id}`
  const { title, about, affected, strength, strengthWhy, response } = need
  const ids = (of: { id: string }[]) => of.map(({ id }) => id)
  return (
    <Frame {...frame} title={say("Change: {need}", { need: need.title })} at="needs">
      <BackLink href={at}>{need.title}</BackLink>
      <h1>{say("Change this need")}</h1>
      <LongForm
        action={changeNeedForm}
        frame={frame}
        values={{
          ...{ title, about, affected, strength, strengthWhy, response },
          areaIds: ids(need.areas),
          themeIds: ids(need.themes),
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={need.id} />
        <NeedFields choices={choices} />
        <TextArea name="response" label={say("What is being done about it")} optional />
      </LongForm>
    </Frame>
  )
}
