import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Tick } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { APPROVABLE } from "@/lib/groups/proposals/input"
import { mayChooseApprovals } from "@/lib/groups/proposals/policy"
import { getOwnPages } from "@/lib/groups/proposals/queries"
import { fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { ownPagesForm } from "../actions"

const LABELS: Record<string, { label: string; hint?: string }> = {
  name: { label: say("Name"), hint: say("When this is not ticked, only staff change a group’s name.") },
  sizes: { label: say("Size"), hint: say("Income, staff, volunteers, people helped") },
}

/** What groups may change themselves, and whether they are asked each year. */
export default async function OwnPages(props: PageProps) {
  const [frame, { approves, asksYearly }] = await visit(props, (ctx) => {
    ensure(mayChooseApprovals(ctx.actor), say("Only a manager can choose this."))
    return getOwnPages(ctx)
  })
  const at = `/${frame.lio.slug}/settings`
  return (
    <Frame {...frame} title={say("Groups’ own pages")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Groups’ own pages")}</h1>
      <p className="max-w-2xl">
        {say(
          "Leads change their group’s own details. What you tick waits until one of your staff has seen it. Everything else is saved at once. Each change is on the group’s timeline.",
        )}
      </p>
      <Form
        action={ownPagesForm}
        lio={frame.lio.slug}
        values={{ approves, asksYearly: asksYearly ? "yes" : "" }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <Checkboxes
          name="approves"
          legend={say("What do you want to see first?")}
          options={APPROVABLE.map((field) => ({
            value: field,
            ...(LABELS[field] ?? { label: fieldLabel(field) }),
          }))}
        />
        <h2>{say("Once a year")}</h2>
        <Tick
          name="asksYearly"
          label={say("Ask each group once a year whether all is still right")}
          hint={say(
            "The leads get an email with what you hold about their group, and a button to say yes. It goes to a few groups a day, never to all at once.",
          )}
        />
      </Form>
    </Frame>
  )
}
