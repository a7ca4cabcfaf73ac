import { type PageProps, visit } from "@/app/_http/visit"
import { Tick } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { isManager } from "@/lib/access/may"
import { ensure } from "@/lib/errors"
import { getPaperOptions } from "@/lib/representations/signing/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { papersForm } from "../actions"

/** Whether papers are signed off before they are published, and whether anybody may read how bodies reply. */
export default async function PapersSettings(props: PageProps) {
  const [frame, chosen] = await visit(props, (ctx) => {
    ensure(isManager(ctx.actor), say("Only a manager can choose this."))
    return getPaperOptions(ctx)
  })
  const at = `/${frame.lio.slug}/settings`
  return (
    <Frame {...frame} title={say("Papers to public bodies")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Papers to public bodies")}</h1>
      <Form
        action={papersForm}
        lio={frame.lio.slug}
        values={{
          papersSignedOff: chosen.papersSignedOff ? "yes" : "",
          scorecardPublic: chosen.scorecardPublic ? "yes" : "",
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <Tick
          name="papersSignedOff"
          label={say("Papers must be signed off before they’re published")}
          hint={say(
            "By your board, or by somebody you name. Staff note who signed it off, when, and where it’s minuted. If the words change, it needs signing off again.",
          )}
        />
        <Tick
          name="scorecardPublic"
          label={say("Anybody can see how bodies reply")}
          hint={say(
            "For each body: days to reply, asks answered and promises kept, with any comment of its own. There’s a link to the page from your public list of papers.",
          )}
        />
      </Form>
    </Frame>
  )
}
