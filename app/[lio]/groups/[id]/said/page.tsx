import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { ASK_REPLIES } from "@/db/vocabulary"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { type GroupResponse, listResponses } from "@/lib/groups/timeline/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { GroupFrame } from "../_parts/group-frame"

function state(response: GroupResponse) {
  if (response.declinedAt) return say("Did not want to answer")
  if (response.signedOffAt) return say("Answered")
  return response.responseId ? say("Writing an answer") : say("Asked")
}

type PieceProps = { lio: string; piece: GroupResponse["pieces"][number]; staff: boolean }

/** Words of the group with the ask they stand behind. Staff work on the representation; others read what was sent. */
function Piece({ lio, piece, staff }: PieceProps) {
  const paper = `/${lio}/representations/${piece.representationId}`
  const href = staff ? paper : `${paper}/${piece.sentVersion ?? 1}`
  return (
    <li className="mb-4">
      <blockquote className="mb-1">{piece.quote}</blockquote>
      {piece.ask && piece.representationId ? (
        <p className="m-0">
          {sayRich("Used to support “{ask}” in {representation}.", {
            ask: piece.ask,
            representation: <a href={href}>{piece.representation}</a>,
          })}{" "}
          {piece.reply ? <Tag>{ASK_REPLIES[piece.reply]}</Tag> : say("No reply yet.")} {piece.replyText}{" "}
          {piece.outcome}
        </p>
      ) : null}
      {!piece.ask && piece.representationId ? (
        <p className="m-0">
          {sayRich("Used in the text of {representation}.", {
            representation: <a href={href}>{piece.representation}</a>,
          })}
        </p>
      ) : null}
    </li>
  )
}

export default async function GroupSaid(props: PageProps) {
  const [frame, { group, said, keeps, now }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    group: await getGroupHeader(ctx, id),
    said: await listResponses(ctx, id),
    keeps: mayKeepGroups(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("{group}: what they said", { group: group.name })} at="groups">
      <GroupFrame
        lio={lio}
        group={group}
        tab="said"
        keeps={keeps}
        staff={frame.actor.kind === "staff"}
        now={now}
      >
        {said.length === 0 ? (
          <EmptyState drawing="letters" title={say("Not asked yet")}>
            <p className="mb-0">
              {say(
                "When this group is asked in a consultation, its answers and what came of them are listed here.",
              )}
            </p>
          </EmptyState>
        ) : null}
        {said.map((one) => (
          <section key={one.consultationId} className="mb-8">
            <h2 className="mb-1">
              <a href={`/${lio}/consultations/${one.consultationId}`}>{one.title}</a>
            </h2>
            <p className="mb-2 flex flex-wrap gap-x-4">
              <Tag>{state(one)}</Tag>
              <span>{sayRich("Asked on {when}", { when: <When at={one.invitedAt} /> })}</span>
              {one.signedOffAt ? (
                <span>
                  {sayRich("Signed off on {when} (reference {reference})", {
                    when: <When at={one.signedOffAt} />,
                    reference: one.reference ?? "",
                  })}
                </span>
              ) : null}
            </p>
            {one.pieces.length > 0 ? (
              <ul className="m-0 list-none p-0">
                {one.pieces.map((piece) => (
                  <Piece
                    key={`${piece.id}${piece.ask}`}
                    lio={lio}
                    piece={piece}
                    staff={frame.actor.kind === "staff"}
                  />
                ))}
              </ul>
            ) : null}
            {one.outcome ? (
              <p>
                <strong>{say("What came of it:")}</strong> {one.outcome}
              </p>
            ) : null}
          </section>
        ))}
      </GroupFrame>
    </Frame>
  )
}
