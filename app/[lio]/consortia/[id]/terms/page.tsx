import { type PageProps, visit } from "@/app/_http/visit"
import { formatDate } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextArea } from "@/app/_ui/fields"
import { leads } from "@/lib/access/may"
import { openRoom } from "@/lib/opportunities/consortia/queries"
import { listTerms, type Terms } from "@/lib/opportunities/consortia/terms/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { RoomForm } from "../../_parts/room-form"
import { RoomHead } from "../../_parts/room-frame"
import { agreeTermsForm, proposeTermsForm } from "../../actions"

const Version = ({ its, zone }: { its: Terms; zone: string }) => {
  const proposed = { version: its.version, day: formatDate(new Date(its.proposedAt), zone) }
  return (
    <>
      <p className="text-soft">
        {its.proposedBy
          ? say("Version {version}, {day}, by {name}", { ...proposed, name: its.proposedBy })
          : say("Version {version}, {day}", proposed)}
      </p>
      <p className="max-w-3xl whitespace-pre-line wrap-anywhere">{its.words}</p>
      <ul className="max-w-3xl">
        {its.agreed.map((one) => (
          <li key={one.groupId}>
            {say("{group} agreed on {day}", { group: one.group, day: formatDate(new Date(one.at), zone) })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The terms of working together, in versions that each group agrees to. */
export default async function ConsortiumTerms(props: PageProps) {
  const [frame, { its, terms, mine }] = await visit(props, async (ctx, _, { id = "" }) => {
    const its = await openRoom(ctx, id)
    const mine = its.groups.filter(({ groupId, stands }) => stands === "in" && leads(ctx.actor, groupId))
    return { its, mine, terms: await listTerms(ctx, id) }
  })
  const lio = frame.lio.slug
  const [last, ...older] = terms
  const open = its.dissolvedAt === null
  const missing = its.groups.filter(
    ({ groupId, stands }) => stands === "in" && !last?.agreed.some((one) => one.groupId === groupId),
  )
  return (
    <Frame {...frame} title={say("Terms of working together")} at="opportunities">
      <RoomHead lio={lio} its={its} current="terms" />
      <h2>{say("Terms of working together")}</h2>
      {last ? (
        <>
          <Version its={last} zone={its.zone} />
          {missing.map((one) => (
            <p key={one.groupId} className="m-0">
              {say("{group} hasn’t agreed yet.", { group: one.group })}
            </p>
          ))}
          {open
            ? missing
                .filter(({ groupId }) => mine.some((one) => one.groupId === groupId))
                .map((one) => (
                  <RoomForm
                    room={its.id}
                    of={{ groupId: one.groupId, version: last.version }}
                    key={one.groupId}
                    action={agreeTermsForm}
                    lio={lio}
                    id={`agree-${one.groupId}`}
                    submit={say("{group} agrees", { group: one.group })}
                  />
                ))
            : null}
        </>
      ) : (
        <p className="max-w-3xl">
          {say(
            "Nothing is written down yet. Say who does what, who holds the money, what each gets, and how somebody leaves.",
          )}
        </p>
      )}
      {open ? (
        <RoomForm
          room={its.id}
          of={{ after: last?.version ?? 0 }}
          action={proposeTermsForm}
          lio={lio}
          id="terms"
          kind="secondary"
          fold={last ? say("Change the terms") : say("Write the terms")}
          submit={say("Save as a new version")}
          values={{ words: last?.words ?? "" }}
          className="max-w-3xl"
        >
          <TextArea
            name="words"
            label={say("Terms")}
            hint={say("Each group has to agree to a new version.")}
            rows={12}
          />
        </RoomForm>
      ) : null}
      {older.length > 0 ? (
        <Disclosure summary={say("Earlier versions")}>
          {older.map((one) => (
            <Version key={one.version} its={one} zone={its.zone} />
          ))}
        </Disclosure>
      ) : null}
    </Frame>
  )
}
