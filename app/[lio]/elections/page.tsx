import { type PageProps, visitAny } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { listElections } from "@/lib/partnerships/elections/queries"
import { momentInWords, STATES } from "@/lib/partnerships/elections/words"
import { say } from "@/lib/words"
import { AnyFrame } from "../_parts/any-frame"

/** Where groups choose who speaks for them, and how it came out: for anybody. */
export default async function Elections(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx) => ({
    all: (await listElections(ctx)).filter(({ publishedAt }) => publishedAt),
    zone: ctx.lio.timezone,
  }))
  const title = say("Choosing who speaks for groups")
  return (
    <AnyFrame
      {...{ frame, face, title }}
      at={frame?.actor.kind === "staff" ? "partnerships" : "representing"}
      found={{
        about: say("Seats on boards for which groups can put somebody up, and how votes came out."),
        path: `/${face.slug}/elections`,
      }}
    >
      <h1>{title}</h1>
      {read.all.length === 0 ? (
        <EmptyState title={say("Nothing at the moment")}>
          {say(
            "When groups choose who speaks for them on a board, you can stand, put somebody up and vote here.",
          )}
        </EmptyState>
      ) : null}
      <ul className="list-none p-0">
        {read.all.map((one) => (
          <li key={one.id} className="card mb-3">
            <h2 className="mt-0 mb-1 text-xl">
              <a href={`/${face.slug}/elections/${one.id}`}>{one.title}</a>
            </h2>
            <p className="m-0 text-soft">{one.board}</p>
            <p className="m-0">
              <Tag tone={one.state === "nominating" || one.state === "voting" ? "wait" : "plain"}>
                {STATES[one.state]}
              </Tag>{" "}
              {one.state === "nominating"
                ? say("until {until}", { until: momentInWords(one.nominationsUntil, read.zone) })
                : one.state === "voting"
                  ? say("until {until}", { until: momentInWords(one.votingUntil, read.zone) })
                  : null}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${face.slug}/representatives`}>{say("Who speaks for groups now")}</a>
      </p>
    </AnyFrame>
  )
}
