import { type PageProps, visitAny } from "@/app/_http/visit"
import { formatDate } from "@/app/_ui/date"
import { BackLink } from "@/app/_ui/links"
import { SEAT_HOLDERS } from "@/db/vocabulary"
import { getSpeaker } from "@/lib/partnerships/speaking/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../../_parts/any-frame"

/** One representative: where they speak for groups, and until when. For anybody, as far as they agreed. */
export default async function Representative(props: PageProps) {
  const { frame, face, read } = await visitAny(props, (ctx, _query, { id = "" }) => getSpeaker(ctx, id))
  const { name, group, terms } = read
  return (
    <AnyFrame
      frame={frame}
      face={face}
      title={name}
      at={frame?.actor.kind === "staff" ? "partnerships" : "representing"}
      found={{
        about: say("Where {name} speaks for voluntary groups.", { name }),
        path: `/${face.slug}/representatives`,
      }}
    >
      <BackLink href={`/${face.slug}/representatives`}>{say("Who speaks for groups")}</BackLink>
      <h1>{name}</h1>
      {group ? <p className="lead">{group}</p> : null}
      {terms.map((term) => (
        <section key={term.boardId + term.from + term.holds} className="card mb-3">
          <h2 className="mt-0 mb-1 text-xl">{term.board}</h2>
          <p className="m-0">
            {SEAT_HOLDERS[term.holds]}: {term.seat}
          </p>
          <p className="m-0 text-soft">
            {term.inOffice
              ? term.until
                ? say("From {from} until {until}", {
                    ...{ from: formatDate(term.from), until: formatDate(term.until) },
                  })
                : say("Since {from}", { from: formatDate(term.from) })
              : say("From {from} to {to}", {
                  ...{ from: formatDate(term.from), to: formatDate(term.endedOn ?? term.from) },
                })}
          </p>
          {term.mandate ? <p className="mb-0 whitespace-pre-line">{term.mandate}</p> : null}
        </section>
      ))}
    </AnyFrame>
  )
}
