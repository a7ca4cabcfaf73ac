import { type PageProps, visit } from "@/app/_http/visit"
import { Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { getEnquiry } from "@/lib/enquiries/queries"
import { ensure } from "@/lib/errors"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { becomeGroupForm } from "../../actions"

/** Makes an enquiry a group, with its history. */
export default async function BecomeGroup(props: PageProps) {
  const [frame, enquiry] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can deal with enquiries."))
    return getEnquiry(ctx, id)
  })
  const lio = frame.lio.slug
  const here = `/${lio}/enquiries/${enquiry.id}`
  return (
    <Frame {...frame} title={say("Make it a group: {name}", { name: enquiry.name })} at="enquiries">
      <BackLink href={here}>{enquiry.name}</BackLink>
      <h1>{say("Make it a group")}</h1>
      <p className="max-w-2xl">
        {say(
          "The group goes on your list as “forming”, with the sessions, steps and papers so far. When it has agreed a constitution, change its stage on its own page.",
        )}
      </p>
      <Form
        action={becomeGroupForm}
        lio={lio}
        submit={say("Add the group")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{ contact: "yes" }}
      >
        <input type="hidden" name="id" value={enquiry.id} />
        <TextField name="name" label={say("Name of the group")} />
        <Tick name="contact" label={say("Add {name} as its main contact", { name: enquiry.name })} />
        <DateFields name="becameOn" legend={say("Since when?")} quick />
      </Form>
    </Frame>
  )
}
