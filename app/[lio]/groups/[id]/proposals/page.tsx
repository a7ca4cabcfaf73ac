import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { ensure } from "@/lib/errors"
import { maySeeGroups } from "@/lib/groups/policy"
import { mayDecide } from "@/lib/groups/proposals/policy"
import { listWaiting, type Waiting } from "@/lib/groups/proposals/queries"
import { type Group, getGroup } from "@/lib/groups/queries"
import { fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { decideProposalForm } from "../../actions"
import { SideBySide } from "../_parts/side-by-side"

/** What somebody of a group wants to change, beside what is kept. */
export default async function GroupProposals(props: PageProps) {
  const [frame, { group, waiting, decides, now }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const group = await getGroup(ctx, id)
    ensure(maySeeGroups(ctx.actor), say("Only staff can see this."))
    return { group, waiting: await listWaiting(ctx, id), decides: mayDecide(ctx.actor), now: ctx.now }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("What {group} wants to change", { group: group.name })} at="groups">
      <BackLink href={`/${lio}/groups/proposals`}>{say("Suggested changes")}</BackLink>
      <h1>
        {sayRich("What {group} wants to change", {
          group: <a href={`/${lio}/groups/${group.id}/details`}>{group.name}</a>,
        })}
      </h1>
      {waiting.length === 0 ? (
        <EmptyState drawing="letters" title={say("You’re up to date")}>
          {say("You’ve dealt with all of this group’s suggestions.")}
        </EmptyState>
      ) : null}
      {waiting.map((one) => (
        <section key={one.id} aria-labelledby={`asked-${one.id}`} className="card mb-8">
          <h2 id={`asked-${one.id}`} className="mt-0 text-xl">
            {sayRich("Asked by {person}, {when}", {
              person: one.person,
              when: <When at={one.askedAt} now={now} />,
            })}
          </h2>
          <SideBySide group={group} changes={one.changes} />
          {decides ? <Decide lio={lio} group={group} one={one} /> : null}
        </section>
      ))}
    </Frame>
  )
}

function Decide({ lio, group, one }: { lio: string; group: Group; one: Waiting }) {
  const fields = Object.keys(one.changes)
  return (
    <Form
      action={decideProposalForm}
      lio={lio}
      id={one.id}
      submit={null}
      values={{ accept: fields, version: group.version }}
    >
      <input type="hidden" name="id" value={one.id} />
      <input type="hidden" name="version" value={group.version} />
      <Checkboxes
        name="accept"
        legend={say("What do you accept?")}
        options={fields.map((field) => ({ value: field, label: fieldLabel(field) }))}
      />
      <TextArea
        name="note"
        label={say("A word to {person}", { person: one.person })}
        hint={say("It goes in the email that tells them. You need it when you refuse something.")}
        rows={2}
        optional
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="what" value="accept">
          {say("Accept what is ticked")}
        </SubmitButton>
        <SubmitButton name="what" value="refuse" kind="danger">
          {say("Refuse all of it")}
        </SubmitButton>
      </div>
    </Form>
  )
}
