import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatMoment } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { ensure, found } from "@/lib/errors"
import { historyPlace } from "@/lib/groups/history/input"
import { getChange } from "@/lib/groups/history/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { Version } from "../../../_parts/version"
import { putBackForm } from "../../../actions"

/** Puts one field of one change back, after a look at what it says now. */
export default async function PutBack(props: PageProps) {
  const [frame, { change, field, eventId }] = await visit(
    props,
    async (ctx, query, { id = "", eventId = "" }) => {
      ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can put a change back."))
      const field = found(historyPlace(query).field)
      return { change: await getChange(ctx, { id, eventId, field }), field, eventId }
    },
  )
  const lio = frame.lio.slug
  const { group, label, from, made, now, since, who, at } = change
  const back = `/${lio}/groups/${group.id}/history`
  const title = say("Restore: {label}", { label })
  const same = from === now
  return (
    <Frame {...frame} title={`${title}, ${group.name}`} at="groups">
      <BackLink href={back}>{say("History of {group}", { group: group.name })}</BackLink>
      <h1>{title}</h1>
      {since && !same ? (
        <Banner kind="note">
          {say("Somebody changed it again since then. Look at both before you continue.")}
        </Banner>
      ) : null}
      <SummaryList
        items={[
          { label: say("It says now"), value: now },
          ...(since ? [{ label: say("This change made it"), value: made }] : []),
          { label: say("It would say again"), value: from },
        ]}
      />
      <p className="text-soft">
        {say("The change was made by {who} on {at}.", { who, at: formatMoment(at) })}
      </p>
      {same ? (
        <p>{say("It already says that, so there’s nothing to restore.")}</p>
      ) : (
        <Form
          action={putBackForm}
          lio={lio}
          values={{ version: group.version }}
          submit={say("Put it back")}
          secondary={<a href={back}>{say("Cancel")}</a>}
        >
          <input type="hidden" name="id" value={group.id} />
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="field" value={field} />
          <Version />
        </Form>
      )}
    </Frame>
  )
}
