import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import type { Passage } from "@/lib/consultations/passages/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { HeardInIt } from "../../../../needs/_parts/heard-here"

type Props = {
  lio: string
  /** The address of the page of passages. */
  at: string
  passage: Passage
  needs: Parameters<typeof HeardInIt>[0]["needs"]
  takes: boolean
}

/** Words that matter: whose they are, their codes, and what has become of them. */
export function PassageCard({ lio, at, passage, needs, takes }: Props) {
  return (
    <div id={passage.id} className="card mb-4 max-w-3xl">
      <blockquote>
        <p className="mb-0">{passage.quote}</p>
      </blockquote>
      <p className="mb-1">
        {sayRich("{group}, to “{question}”", {
          group: <a href={`/${lio}/groups/${passage.groupId}`}>{passage.group}</a>,
          question: passage.question,
        })}
        {passage.quotable ? "" : `. ${say("Has not agreed to be quoted in papers.")}`}
      </p>
      <p className="mb-1 text-soft">
        {passage.codes.length ? inWords(passage.codes.map((code) => code.name)) : say("No code yet")} ·{" "}
        {passage.uses
          ? sayCount(passage.uses, {
              one: "used as evidence once",
              other: "used as evidence {count} times",
            })
          : say("not used in a paper yet")}
      </p>
      <ThreadLink lio={lio} kind="passage" id={passage.id} about={passage.quote} />
      <HeardInIt lio={lio} from="passage" id={passage.id} needs={needs} keeps={takes} />
      {takes ? (
        <p className="mb-0">
          <a
            className="inline-flex min-h-6 items-center"
            href={`${at}/${passage.responseId}/names?passage=${passage.id}`}
          >
            {sayRich("Edit codes or remove this passage{quote}", {
              quote: <span className="sr-only">: {passage.quote.slice(0, 60)}</span>,
            })}
          </a>
        </p>
      ) : null}
    </div>
  )
}
