import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { LEGAL_FORMS, LIO_KINDS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { profileSeen } from "@/lib/lios/input"
import { mayRunLio } from "@/lib/lios/policy"
import { getLio } from "@/lib/lios/queries"
import { asSeen } from "@/lib/seen"
import { Frame } from "../../_parts/frame"
import { Seen } from "../../_parts/seen"
import { describeForm } from "../actions"

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/** What the LIO says of itself, and the day of its digest. */
export default async function Profile(props: PageProps) {
  const [frame, lio] = await visit(props, (ctx) => {
    ensure(mayRunLio(ctx.actor), "Only a manager can change this.")
    return getLio(ctx)
  })
  const at = `/${frame.lio.slug}/settings`
  const seen = profileSeen(lio as Parameters<typeof profileSeen>[0])
  return (
    <Frame {...frame} title="Your organisation" at="settings">
      <BackLink href={at}>Settings</BackLink>
      <h1>Your organisation</h1>
      <p>
        This stands on <a href={`/${frame.lio.slug}`}>your public page</a>. Beside it there are your{" "}
        <a href={`${at}/look`}>logo and colour</a>, the <a href={`${at}/areas`}>areas you serve</a> and{" "}
        <a href={`${at}/services`}>your services</a>.
      </p>
      <Form
        action={describeForm}
        lio={frame.lio.slug}
        values={{ ...seen, seen: asSeen(seen) }}
        secondary={<a href={at}>Cancel</a>}
      >
        <Seen />
        <TextField name="name" label="Name" />
        <Select
          name="kind"
          label="What kind of organisation are you?"
          empty={null}
          options={Object.entries(LIO_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="legalForm"
          label="Legal form"
          empty="Not said"
          optional
          options={Object.entries(LEGAL_FORMS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="charityNumber" label="Charity number" width="sm" optional />
        <TextField name="companyNumber" label="Company number" width="sm" optional />
        <TextArea name="about" label="What you do" hint="Shown on your public page" optional />
        <TextField
          name="email"
          label="Email address"
          hint="Replies to letters go here"
          type="email"
          width="md"
          optional
        />
        <TextField name="phone" label="Telephone" type="tel" width="md" optional />
        <TextField
          name="contactName"
          label="Who answers when people ring?"
          hint="Their name and the telephone number stand at the foot of members’ pages, public pages and emails"
          width="md"
          optional
        />
        <TextField name="website" label="Website" type="url" width="md" optional />
        <TextArea name="address" label="Address" rows={3} optional />
        <Select
          name="digestWeekday"
          label="Day of the weekly digest"
          hint="It goes at eight in the morning"
          empty={null}
          options={DAYS.map((day, index) => ({ value: String(index + 1), label: day }))}
        />
      </Form>
    </Frame>
  )
}
