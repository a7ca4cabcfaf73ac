import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Timeline } from "@/app/_ui/timeline"
import { erasedInWords } from "@/lib/groups/history/words"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { placeWord, TIMELINE_PARTS, timelinePlace } from "@/lib/groups/timeline/input"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { GroupFrame } from "./_parts/group-frame"
import { QuickNote } from "./_parts/quick-note"
import { changesOf, iconOf, whereOf } from "./_parts/timeline"

const linesOf = (text?: string) => (text ? <span className="whitespace-pre-line">{text}</span> : undefined)

export default async function GroupTimeline(props: PageProps) {
  const [frame, { group, story, place, keeps, now }] = await visit(props, async (ctx, query, { id = "" }) => {
    const place = timelinePlace(query)
    const [group, story] = await Promise.all([getGroupHeader(ctx, id), listTimeline(ctx, id, place)])
    return {
      group,
      place,
      story,
      keeps: mayKeepGroups(ctx.actor),
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${group.id}`
  const staff = frame.actor.kind === "staff"
  const kinds = Object.entries(TIMELINE_PARTS)
    .filter(([, { staffOnly }]) => staff || !staffOnly)
    .map(([kind, { label }]) => ({ kind, label }))
  const older =
    story.older &&
    `${at}?${new URLSearchParams({ ...(place.kind ? { kind: place.kind } : {}), before: placeWord(story.older) })}`
  return (
    <Frame {...frame} title={group.name} at="groups">
      <GroupFrame lio={lio} group={group} tab="timeline" keeps={keeps} staff={staff} now={now}>
        {keeps ? <QuickNote lio={lio} groupId={group.id} /> : null}
        <nav aria-label={say("Show in the timeline")} className="mb-4 flex flex-wrap gap-x-4">
          {[{ kind: "", label: say("Everything") }, ...kinds].map(({ kind, label }) => (
            <a
              key={kind}
              href={kind ? `${at}?kind=${kind}` : at}
              aria-current={(place.kind ?? "") === kind ? "true" : undefined}
              className={`inline-flex items-center aria-[current]:font-semibold aria-[current]:no-underline ${staff ? "min-h-7" : "min-h-11"}`}
            >
              {label}
            </a>
          ))}
        </nav>
        {place.kind === "changes" ? (
          <p>
            <a className="inline-flex min-h-11 items-center" href={`${at}/history`}>
              {say("See what each change said before")}
            </a>
          </p>
        ) : null}
        <h2 className="sr-only">{say("Timeline")}</h2>
        {story.rows.length === 0 ? (
          <EmptyState
            drawing="talk"
            title={
              place.kind
                ? say("No {timelineParts} here", {
                    timelineParts: TIMELINE_PARTS[place.kind].label.toLowerCase(),
                  })
                : say("Nothing has happened yet")
            }
          >
            <p className="mb-0">
              {staff
                ? say("You’ll see sessions, answers, emails and changes here, newest first.")
                : say(
                    "You’ll see your answers, what came of them and changes to your details here, newest first.",
                  )}
            </p>
          </EmptyState>
        ) : (
          <Timeline
            now={now}
            older={older ?? undefined}
            items={story.rows.map((row) => ({
              id: row.id,
              title: row.summary,
              at: row.at,
              author: row.who,
              text: linesOf(changesOf(row)),
              notes: row.erasedAt ? erasedInWords(row.erasedAt) : undefined,
              icon: iconOf(row),
              href: whereOf(lio, row, { staff, keeps }),
            }))}
          />
        )}
      </GroupFrame>
    </Frame>
  )
}
