import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import type { Waiting } from "@/lib/groups/proposals/queries"
import { ownLabel } from "@/lib/groups/words"
import { formatDate, inWords, say, sayCount } from "@/lib/words"
import { withdrawProposalForm } from "../../actions"
import { wordsOf } from "./side-by-side"

/** Over a group's details: what its leads have asked the staff to change, and the way to take it back. */
export function WaitsForStaff({ lio, name, waiting }: { lio: string; name: string; waiting: Waiting[] }) {
  return waiting.map((one) => (
    <section key={one.id} className="banner banner-note">
      <p className="m-0 font-semibold">
        {sayCount(
          Object.keys(one.changes).length,
          { one: "{changes}: a change waits for {name}", other: "{changes}: changes wait for {name}" },
          { changes: inWords(Object.keys(one.changes).map(ownLabel)), name },
        )}
      </p>
      <p className="m-0">
        {say("{person} asked on {askedAt}. We write to {person} when it is decided.", {
          person: one.person,
          askedAt: formatDate(one.askedAt),
        })}
      </p>
      <Form
        action={withdrawProposalForm}
        lio={lio}
        submit={say("Withdraw it")}
        kind="plain"
        id={`back-${one.id}`}
      >
        <input type="hidden" name="id" value={one.id} />
      </Form>
    </section>
  ))
}

/** Beside what is kept of a field: what somebody wants it to say. */
export function Wanted({ name, field, waiting }: { name: string; field: string; waiting: Waiting[] }) {
  return waiting.flatMap(({ id, changes }) => {
    const change = changes[field]
    return change
      ? [
          <span key={id} className="mt-2 block">
            <Tag tone="wait">{say("Waits for {name}", { name })}</Tag>
            <span className="block whitespace-pre-line">{wordsOf(field, change[1])}</span>
          </span>,
        ]
      : []
  })
}

/** For staff: that something of this group waits for them, and the way there. */
export function WaitsHere({ at, count }: { at: string; count: number }) {
  return count === 0 ? null : (
    <Banner kind="note" links={[{ label: say("Look at what they want"), href: `${at}/proposals` }]}>
      {say("This group has asked for a change.")}
    </Banner>
  )
}
