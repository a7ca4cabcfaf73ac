import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { NEED_ENDINGS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { getNeed } from "@/lib/needs/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { closeNeedForm } from "../../actions"

/** Closes a need, with its reason. */
export default async function CloseNeed(props: PageProps) {
  const [frame, { need }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepNeeds(ctx.actor))
    return { need: await getNeed(ctx, id) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/needs/${need.id}`
  return (
    <Frame {...frame} title={say("Close: {need}", { need: need.title })} at="needs">
      <BackLink href={at}>{need.title}</BackLink>
      <h1>{say("Close this need")}</h1>
      <Form
        action={closeNeedForm}
        lio={lio}
        submit={say("Close the need")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={need.id} />
        <Radios
          name="ending"
          legend={say("What became of it?")}
          options={(["met", "gone", "dropped"] as const).map((value) => ({
            value,
            label: NEED_ENDINGS[value],
          }))}
        />
        <TextArea
          name="reason"
          label={say("Why is it closed?")}
          hint={say("Has it been met, and who by? Or is it no longer there?")}
        />
      </Form>
    </Frame>
  )
}
