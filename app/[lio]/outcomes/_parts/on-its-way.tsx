import { formatDate } from "@/app/_ui/date"
import type { Outcome } from "@/lib/home/member/queries"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { say } from "@/lib/words"

/** What has been sent with a group’s words and isn’t over yet, and what came of consultations without a paper. */
export function OnItsWay({ lio, news, several }: { lio: string; news: Outcome[]; several: boolean }) {
  if (news.length === 0) return null
  return (
    <section aria-labelledby="on-its-way" className="mb-8 max-w-3xl">
      <h2 id="on-its-way">{say("Still going on")}</h2>
      <ul className="list-none p-0">
        {news.map((one) => (
          <li key={`${one.title} ${one.groupId}`} className="card mb-4">
            <p className="mb-1 font-semibold">
              {one.paper ? (
                <a href={versionPath(lio, one.paper.id, one.paper.version)}>{one.title}</a>
              ) : (
                one.title
              )}
            </p>
            <p className="mb-0">
              {[several ? `${one.group}.` : "", ...saidOf(one)].filter(Boolean).join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function saidOf({ body, sentOn, repliedOn, outcome }: Outcome): string[] {
  if (!body) return [outcome ?? ""]
  return [
    sentOn ? say("Sent to {body} on {day}.", { body, day: formatDate(sentOn) }) : "",
    repliedOn
      ? say("{body} has replied. We’ll tell you what came of it.", { body })
      : say("We’re waiting for a reply."),
  ]
}
