import type { ReactNode } from "react"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { listProposals } from "@/lib/groups/proposals/queries"
import { fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { hasMoved, wordsOf } from "../../[id]/_parts/side-by-side"
import { decideProposalForm } from "../../actions"

type Proposal = Awaited<ReturnType<typeof listProposals>>[number]
type Props = {
  lio: string
  proposal: Proposal
  /** May accept and refuse. */
  decides: boolean
  now: Date
  /** The page to come back to after pressing a button. */
  back: string
}

/** What somebody of a group wants to change, in a line: accepted or refused right here. */
export function ProposalRow({ lio, proposal, decides, now, back }: Props) {
  return (
    <li className="act-row">
      <div className="act-words">
        <a href={`/${lio}/groups/${proposal.groupId}/proposals`} className="font-semibold">
          {proposal.group}
        </a>
        <span className="text-soft">
          {" "}
          {proposal.person}, <When at={proposal.askedAt} now={now} />
        </span>
        <Changes proposal={proposal} />
      </div>
      {decides ? <Decide lio={lio} proposal={proposal} back={back} /> : null}
    </li>
  )
}

/** Each field as it is kept now and as they want it, in a line. */
const Changes = ({ proposal: { changes, now } }: { proposal: Proposal }) => (
  <dl className="m-0">
    {Object.entries(changes).map(([field, [, wanted]]) => (
      <div key={field} className="flex flex-wrap gap-x-2">
        <dt className="text-soft">{fieldLabel(field)}</dt>
        <dd className="m-0 min-w-0 break-words">
          <del className="text-soft">{wordsOf(field, now[field as keyof typeof now] ?? null)}</del>
          <span aria-hidden="true"> → </span>
          <ins className="no-underline">{wordsOf(field, wanted)}</ins>
        </dd>
      </div>
    ))}
  </dl>
)

/** Accepts all of it in one press, unless somebody has changed the same meanwhile: then it is looked at first. */
function Decide({
  lio,
  proposal: { id, group, changes, now },
  back,
}: Pick<Props, "lio" | "proposal" | "back">) {
  const fields = Object.entries(changes)
  const moved = fields.some(([field, [then]]) => hasMoved(now, field, then))
  const about = { group, about: (text: ReactNode) => <span className="sr-only">{text}</span> }
  const sent = { id, version: String(now.version), back }
  const hidden = Object.entries(sent).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div className="acts no-print">
      {moved ? (
        <p className="m-0 text-soft">{say("Changed here since they asked")}</p>
      ) : (
        <Form
          action={decideProposalForm}
          lio={lio}
          id={`accept-${id}`}
          submit={sayRich("Accept<about> what {group} suggests</about>", about)}
          kind="secondary"
        >
          {hidden}
          <input type="hidden" name="what" value="accept" />
          {fields.map(([field]) => (
            <input key={field} type="hidden" name="accept[]" value={field} />
          ))}
        </Form>
      )}
      <Form
        fold={sayRich("Refuse<about> what {group} suggests</about>", about)}
        action={decideProposalForm}
        lio={lio}
        id={`refuse-${id}`}
        submit={say("Refuse")}
        kind="secondary"
      >
        {hidden}
        <input type="hidden" name="what" value="refuse" />
        <TextArea name="note" label={say("Why? The person who asked reads it.")} rows={2} />
      </Form>
      {moved || fields.length > 1 ? (
        <a href={`/${lio}/groups/${now.id}/proposals`} className="inline-flex min-h-9 items-center">
          {moved
            ? sayRich("Compare and decide<about> what {group} suggests</about>", about)
            : sayRich("Accept some of it<about> what {group} suggests</about>", about)}
        </a>
      ) : null}
    </div>
  )
}
