import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { listFilesAmong } from "@/lib/files/queries"
import { listOutcomes as listNews } from "@/lib/home/member/queries"
import { maySeeMemberHome } from "@/lib/home/policy"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { OnItsWay } from "./_parts/on-its-way"
import { OutcomeOf } from "./_parts/outcome"

/** What came of what one's groups said: you said, we said, they decided. */
export default async function Outcomes(props: PageProps) {
  const [frame, { outcomes, files, news }] = await visit(props, async (ctx) => {
    const [outcomes, latest] = await Promise.all([
      listOutcomes(ctx),
      maySeeMemberHome(ctx.actor) ? listNews(ctx) : [],
    ])
    const files = await listFilesAmong(
      ctx,
      "representation",
      outcomes.map(({ representationId }) => representationId),
    )
    return { outcomes, files, news: latest.filter(({ toldId }) => toldId === null) }
  })
  const several = frame.actor.groups.length > 1
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("What came of it")} at="outcomes">
      <h1>{say("What came of it")}</h1>
      {outcomes.length + news.length === 0 ? (
        <EmptyState drawing="letters" title={say("Nothing has come back yet")}>
          <p>
            {say(
              "When your group answers a consultation, we put the answers together and take them to the council or the NHS. What they decide comes back to you here and by email.",
            )}
          </p>
        </EmptyState>
      ) : null}
      <OnItsWay lio={lio} news={news} several={several} />
      {outcomes.map((outcome, at) => (
        <OutcomeOf
          key={outcome.representationId + outcome.groupId}
          lio={lio}
          outcome={outcome}
          files={files.filter(({ onId }) => onId === outcome.representationId)}
          several={several}
          id={
            outcomes.findIndex((one) => one.representationId === outcome.representationId) === at
              ? outcome.representationId
              : undefined
          }
        />
      ))}
    </Frame>
  )
}
