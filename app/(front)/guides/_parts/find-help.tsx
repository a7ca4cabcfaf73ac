import type { ReactNode } from "react"
import { dialled } from "@/app/_ui/address"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Giver } from "@/lib/guides/reading/paper"
import type { Guide } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FinderForm } from "../../_parts/finder-form"

/** Where somebody looks for help near them; as a link where the page has that box already. */
const Nearest = ({ form, demo }: { form: boolean; demo: boolean }) => (
  <section className="card my-6 max-w-2xl">
    <h2 className="mt-0 text-xl">{say("Find help near you")}</h2>
    {form ? (
      <FinderForm demo={demo} />
    ) : (
      <p className="m-0">
        {sayRich("<link>Enter your postcode</link> to see who helps voluntary groups where you are.", {
          link: (text) => <a href="/find">{text}</a>,
        })}
      </p>
    )}
  </section>
)

/** How to reach the LIO whose page it is. */
function Contact({ name, lio }: Giver) {
  if (!lio) return null
  const { phone, email, openingTimes } = lio
  return (
    <section className="card my-6 max-w-2xl">
      <h2 className="mt-0 text-xl">{say("Ask {lio}", { lio: name })}</h2>
      <SummaryList
        items={[
          { label: say("Phone"), value: phone ? <a href={dialled(phone)}>{phone}</a> : null },
          { label: say("Email"), value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
          { label: say("Opening times"), value: openingTimes },
        ].filter(({ value }) => value)}
      />
    </section>
  )
}

/** What a page puts in place of the parts of a guide that say who can help. */
export function helpParts(
  { body }: Pick<Guide, "body">,
  giver: Giver,
  demo: boolean,
): Record<string, ReactNode> {
  const both = /^::nearest\s*$/m.test(body)
  return {
    nearest: <Nearest form demo={demo} />,
    contact: <Contact {...giver} />,
    "who-can-help": (
      <>
        <Contact {...giver} />
        <Nearest form={!both} demo={demo} />
      </>
    ),
  }
}
