import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { BID_OUTCOMES } from "@/db/vocabulary"
import { isStaff } from "@/lib/access/may"
import { listNamed } from "@/lib/opportunities/consortia/people/queries"
import { type Consortium, isAsked, listConsortia, ownIn } from "@/lib/opportunities/consortia/queries"
import { formatDate, inWords, say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { OpportunityTabs } from "../opportunities/_parts/opportunity-tabs"

type Listed = { lio: string; all: Consortium[]; named: string[]; asked: string[] }

const Cards = ({ lio, all, named, asked }: Listed) => (
  <ul className="max-w-3xl list-none p-0">
    {all.map((one) => (
      <li key={one.id} className="card mb-3">
        <h3 className="mt-0 mb-1 text-xl">
          <a href={`/${lio}/consortia/${one.id}`} className="wrap-anywhere">
            {one.title}
          </a>
        </h3>
        <p className="m-0">
          {inWords(one.groups.filter(({ stands }) => stands === "in").map(({ group }) => group))}
        </p>
        <p className="m-0 flex flex-wrap gap-2 text-soft">
          {one.dissolvedAt
            ? say("Ended on {day}", { day: formatDate(one.dissolvedAt, one.zone) })
            : say("Since {day}", { day: formatDate(one.formedAt, one.zone) })}
          {one.outcome ? (
            <Tag tone={one.outcome === "won" ? "good" : undefined}>{BID_OUTCOMES[one.outcome]}</Tag>
          ) : null}
          {one.inside ? <Tag tone="good">{say("You’re in the room")}</Tag> : null}
          {asked.includes(one.id) ? <Tag tone="wait">{say("Your group has been asked")}</Tag> : null}
          {named.includes(one.id) ? <Tag tone="wait">{say("You’ve been let in")}</Tag> : null}
        </p>
      </li>
    ))}
  </ul>
)

/** The consortia that the asker may know of: for staff all, for others those of their groups. */
export default async function Consortia(props: PageProps) {
  const [frame, { all, named, asked, staff }] = await visit(props, async (ctx) => {
    const all = await listConsortia(ctx)
    return {
      ...{ all, named: await listNamed(ctx), staff: isStaff(ctx.actor) },
      asked: all.filter((one) => ownIn(ctx, one).some(isAsked)).map(({ id }) => id),
    }
  })
  const lio = frame.lio.slug
  const isOver = ({ dissolvedAt, outcome }: Consortium) => dissolvedAt !== null || outcome !== null
  const [live, over] = [all.filter((one) => !isOver(one)), all.filter(isOver)]
  return (
    <Frame {...frame} title={say("Bidding together")} at="opportunities">
      <h1>{say("Bidding together")}</h1>
      <OpportunityTabs lio={lio} current="consortia" staff={staff} />
      <p className="max-w-3xl">
        {staff
          ? say(
              "You see which groups bid together and for what. What’s in their rooms is for the people in them, unless they let you in.",
            )
          : say(
              "What’s in a room is seen by the people who were let in, and by nobody else: not by our staff either.",
            )}
      </p>
      <Static>
        {all.length === 0 ? (
          <EmptyState title={say("Nobody bids together yet")}>
            {say("Find an opportunity, say that your group is interested, and bring groups together there.")}
          </EmptyState>
        ) : null}
        {live.length > 0 ? (
          <>
            <h2>{say("Bidding now")}</h2>
            <Cards lio={lio} all={live} {...{ named, asked }} />
          </>
        ) : null}
        {over.length > 0 ? (
          <>
            <h2>{say("Finished")}</h2>
            <Cards lio={lio} all={over} {...{ named, asked }} />
          </>
        ) : null}
      </Static>
    </Frame>
  )
}
