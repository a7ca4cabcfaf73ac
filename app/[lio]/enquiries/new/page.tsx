import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { ENQUIRY_SOURCES } from "@/db/vocabulary"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { ensure } from "@/lib/errors"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { enterEnquiryForm } from "../actions"

const { page: _theirs, ...SOURCES } = ENQUIRY_SOURCES

/** Writes down somebody with an idea who rang, wrote or came by. */
export default async function NewEnquiry(props: PageProps) {
  const [frame] = await visit(props, async (ctx) =>
    ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can add enquiries.")),
  )
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add an enquiry")} at="enquiries">
      <BackLink href={`/${lio}/enquiries`}>{say("Enquiries")}</BackLink>
      <h1>{say("Add an enquiry")}</h1>
      <p className="max-w-2xl">
        {say(
          "For somebody with an idea or a group that isn’t on your list yet. It stays apart from your groups until it becomes one.",
        )}
      </p>
      <LongForm
        action={enterEnquiryForm}
        frame={frame}
        submit={say("Add the enquiry")}
        secondary={<a href={`/${lio}/enquiries`}>{say("Cancel")}</a>}
        className="max-w-3xl"
        values={{ source: "phone" }}
      >
        <TextField name="name" label={say("Name")} />
        <TextArea name="about" label={say("Their group or idea")} rows={3} />
        <TextArea name="wanted" label={say("What help are they looking for?")} rows={2} optional />
        <TextField name="phone" label={say("Phone")} type="tel" optional />
        <TextField name="email" label={say("Email")} type="email" optional />
        <TextField name="place" label={say("Postcode or place")} optional />
        <Radios
          name="source"
          legend={say("How did they come to you?")}
          options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))}
          inline
        />
      </LongForm>
    </Frame>
  )
}
