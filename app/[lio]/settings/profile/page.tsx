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
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { Seen } from "../../_parts/seen"
import { describeForm } from "../actions"

const DAYS = [
  say("Monday"),
  say("Tuesday"),
  say("Wednesday"),
  say("Thursday"),
  say("Friday"),
  say("Saturday"),
  say("Sunday"),
]

/** What the LIO says of itself, and the day of its digest. */
export default async function Profile(props: PageProps) {
  const [frame, lio] = await visit(props, (ctx) => {
    ensure(mayRunLio(ctx.actor), say("Only a manager can change this."))
    return getLio(ctx)
  })
  const at = `/${frame.lio.slug}/settings`
  const seen = profileSeen(lio as Parameters<typeof profileSeen>[0])
  return (
    <Frame {...frame} title={say("Your organisation")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Your organisation")}</h1>
      <p>
        {sayRich(
          "This is shown on <link>your public page</link>, along with your <link2>logo and colour</link2>, the <link3>areas you serve</link3> and <link4>your services</link4>.",
          {
            link: (text) => <a href={`/${frame.lio.slug}`}>{text}</a>,
            link2: (text) => <a href={`${at}/look`}>{text}</a>,
            link3: (text) => <a href={`${at}/areas`}>{text}</a>,
            link4: (text) => <a href={`${at}/services`}>{text}</a>,
          },
        )}
      </p>
      <Form
        action={describeForm}
        lio={frame.lio.slug}
        values={{ ...seen, seen: asSeen(seen) }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <Seen />
        <TextField name="name" label={say("Name")} />
        <Select
          name="kind"
          label={say("What kind of organisation are you?")}
          empty={null}
          options={Object.entries(LIO_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="legalForm"
          label={say("Legal form")}
          empty={say("Not said")}
          optional
          options={Object.entries(LEGAL_FORMS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="charityNumber" label={say("Charity number")} width="sm" optional />
        <TextField name="companyNumber" label={say("Company number")} width="sm" optional />
        <TextArea name="about" label={say("What you do")} hint={say("Shown on your public page")} optional />
        <TextField
          name="email"
          label={say("Email address")}
          hint={say("Replies to emails go here")}
          type="email"
          width="md"
          optional
        />
        <TextField name="phone" label={say("Telephone")} type="tel" width="md" optional />
        <TextField
          name="contactName"
          label={say("Who answers when people ring?")}
          hint={say(
            "Their name and telephone number are shown at the foot of members’ pages, public pages and emails",
          )}
          width="md"
          optional
        />
        <TextField name="website" label={say("Website")} type="url" width="md" optional />
        <TextArea name="address" label={say("Address")} rows={3} optional />
        <TextArea
          name="openingTimes"
          label={say("Opening times")}
          hint={say("When people can ring or come in, a line each, like “Monday to Thursday, 9:30am to 4pm”")}
          rows={3}
          optional
        />
        <Select
          name="digestWeekday"
          label={say("Day of the weekly digest")}
          hint={say("It goes at eight in the morning")}
          empty={null}
          options={DAYS.map((day, index) => ({ value: String(index + 1), label: day }))}
        />
      </Form>
    </Frame>
  )
}
