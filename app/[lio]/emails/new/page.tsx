import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { listReaders } from "@/lib/mailings/queries"
import { say, sayCount } from "@/lib/words"
import { ChosenGroups, listOf, readChosen } from "../../_parts/chosen-groups"
import { Frame } from "../../_parts/frame"
import { MailingFields } from "../_parts/mailing-fields"
import { draftMailingForm } from "../actions"

/** An email to the groups that were ticked in the list. */
export default async function NewEmail(props: PageProps) {
  const [frame, { chosen, people }] = await visit(props, async (ctx, query) => {
    ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
    const chosen = await readChosen(ctx, query)
    return { chosen, people: (await listReaders(ctx, chosen.groups)).addressees.length }
  })
  const lio = frame.lio.slug
  const list = listOf(lio, chosen)
  const title = sayCount(chosen.groups.length, { one: "Email {count} group", other: "Email {count} groups" })
  return (
    <Frame {...frame} title={title} at="groups">
      <BackLink href={list}>{say("Back to the list")}</BackLink>
      <h1>{title}</h1>
      <p>
        {sayCount(people, {
          one: "{count} person will get it: whoever speaks for each group, or its main contact where nobody does. You’ll see it once more before it goes.",
          other:
            "{count} people will get it: whoever speaks for each group, or its main contact where nobody does. You’ll see it once more before it goes.",
        })}
      </p>
      <Form
        action={draftMailingForm}
        lio={lio}
        submit={say("Save and check it")}
        secondary={<a href={list}>{say("Cancel")}</a>}
      >
        <MailingFields />
        <p className="hint">{say("It’s for:")}</p>
        <ChosenGroups lio={lio} chosen={chosen} />
      </Form>
    </Frame>
  )
}
