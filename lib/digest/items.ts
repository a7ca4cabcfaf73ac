import { ASK_REPLIES } from "@/db/vocabulary"
import { answerPath } from "../access/links"
import { daysBetween } from "../days"
import type { NewOpportunity } from "../opportunities/alerts/queries"
import type { InRooms } from "../opportunities/consortia/news/queries"
import { versionPath } from "../representations/versions/citing/words"
import { dayOf, formatDate, inWords, say, sayCount, shortened } from "../words"
import type { Asked, Chase, Facts, Happened, Post, Step, Topic } from "./queries"

/** One line of a digest. `subject` is how it reads as the subject of the whole letter, `action` what its button says. */
export type Item = { title: string; detail: string; path: string; subject: string; action: string }

function remembered<T>(work: (key: string) => T) {
  const cache = new Map<string, T>()
  return (key: string) => {
    const before = cache.get(key)
    if (before !== undefined) return before
    const made = work(key)
    cache.set(key, made)
    return made
  }
}

/** Where and when a run takes place. Dates are put into words once for all readers: that is slow. */
export function placeOf({ now, lio: { id, slug, timezone } }: Pick<Facts, "now" | "lio">) {
  const today = dayOf(now, timezone)
  const days = remembered((moment) => daysBetween(today, dayOf(new Date(moment), timezone)))
  return {
    id,
    slug,
    today,
    days,
    dayOf: remembered((moment) => dayOf(new Date(moment), timezone)),
    date: remembered((moment) => formatDate(moment.length === 10 ? moment : new Date(moment), timezone)),
    /** "6 days left", "closes today", "closed 2 days ago" */
    left: remembered((moment) => {
      const left = days(moment)
      if (left === 0) return say("closes today")
      return left < 0
        ? sayCount(-left, { one: "closed {count} day ago", other: "closed {count} days ago" })
        : sayCount(left, { one: "{count} day left", other: "{count} days left" })
    }),
  }
}
/** What `placeOf` gives. */
export type Place = ReturnType<typeof placeOf>

const capital = (words: string) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`

function askedSubject(title: string, left: { days: number; words: string } | null, yours: boolean) {
  if (left && left.days > 0)
    return yours
      ? sayCount(
          left.days,
          {
            one: "{title}: {count} day left to sign off",
            other: "{title}: {count} days left to sign off",
          },
          { title },
        )
      : sayCount(
          left.days,
          { one: "{title}: {count} day left to answer", other: "{title}: {count} days left to answer" },
          { title },
        )
  if (left) return say("{title}: {left}", { title, left: left.words })
  return yours
    ? say("{title}: sign off your answer", { title })
    : say("{title}: waits for your answer", { title })
}

/** A consultation that groups of the reader have not signed off; the link opens it without signing in. */
export function askedItem(
  place: Place,
  invitations: Asked[],
  { id, leads }: { id: string; leads: Set<string> },
): Item {
  const [one] = invitations as [Asked]
  const left = one.closesAt ? place.left(one.closesAt) : null
  const until =
    left && one.closesAt
      ? ` ${say("{left}, until {day}.", { left: capital(left), day: place.date(one.closesAt) })}`
      : ""
  const unsigned = invitations.every(({ started }) => started)
  const yours = unsigned && invitations.some(({ groupId }) => leads.has(groupId))
  const groups = inWords(invitations.map(({ group }) => group).toSorted())
  const state = yours
    ? say("{groups}: begun, and waits for you to sign it off.", { groups })
    : unsigned
      ? say("{groups}: begun, and not signed off yet.", { groups })
      : say("{groups}: not answered yet.", { groups })
  return {
    title: one.title,
    detail: state + until,
    path: answerPath(
      place,
      { id: one.consultationId, closesAt: one.closesAt ? new Date(one.closesAt) : null },
      { personId: id },
    ),
    subject: askedSubject(
      one.title,
      left && one.closesAt ? { days: place.days(one.closesAt), words: left } : null,
      yours,
    ),
    action: yours ? say("Read and sign off") : say("Answer now"),
  }
}

/** A task of a member of staff. */
export function stepItem(place: Place, step: Step): Item {
  const late = daysBetween(step.dueOn, place.today)
  const when =
    late > 0
      ? sayCount(late, { one: "{count} day late", other: "{count} days late" })
      : late === 0
        ? say("due today")
        : say("due {day}", { day: place.date(step.dueOn) })
  const what = shortened(step.what)
  return {
    title: what,
    detail: step.group ? `${step.group}: ${when}.` : `${capital(when)}.`,
    path: `/${place.slug}/tasks`,
    subject: `${what}: ${when}`,
    action: say("See your tasks"),
  }
}

/** Something of a member of staff’s own that waits for somebody. */
export function chaseItem(place: Place, chase: Chase): Item {
  const path =
    chase.kind === "reply"
      ? `/${place.slug}/representations/${chase.id}`
      : `/${place.slug}/consultations/${chase.id}`
  if (chase.kind === "reply") {
    const due = place.date(chase.on)
    return {
      title: chase.title,
      detail: say("No reply from {about} yet; it was due on {due}.", { about: chase.about ?? "", due }),
      path,
      subject: say("{chase}: no reply from {about}", { chase: chase.title, about: chase.about ?? "" }),
      action: say("Chase the reply"),
    }
  }
  const answered = say("{answered} of {asked} groups answered", {
    answered: chase.answered,
    asked: chase.asked,
  })
  if (chase.kind === "outcome") {
    return {
      title: chase.title,
      detail: say("It has closed, and {answered}. Say what came of it.", { answered }),
      path,
      subject: say("{chase}: say what came of it", { chase: chase.title }),
      action: say("Write the outcome"),
    }
  }
  const left = place.left(chase.on)
  return {
    title: chase.title,
    detail: say("{left}. So far {answered}.", { left: capital(left), answered }),
    path,
    subject: `${chase.title}: ${left}`,
    action: say("See who has answered"),
  }
}

/** What came of what a group said. */
export function happenedItem(place: Place, one: Happened): Item {
  if (one.kind === "consultation") {
    const path = `/${place.slug}/consultations/${one.id}`
    return {
      title: one.title,
      detail: shortened(one.words ?? say("It is finished.")),
      path,
      subject: say("{title}: what came of it", { title: one.title }),
      action: say("Read what came of it"),
    }
  }
  if (one.kind === "told") {
    const path = `/${place.slug}/outcomes#${one.id}`
    return {
      title: one.title,
      detail: shortened(one.words ?? say("What {body} said to what you told us.", { body: one.body ?? "" })),
      path,
      subject: say("{title}: what {body} said", { title: one.title, body: one.body ?? "" }),
      action: say("Read what came of it"),
    }
  }
  const reply = ASK_REPLIES[one.reply as keyof typeof ASK_REPLIES] ?? say("Answered")
  const ask = shortened(one.title, 120)
  // The paper as it was sent: anybody may read it, with the reply to each ask.
  const path = versionPath(place.slug, one.id, one.version ?? 1)
  return {
    title: ask,
    detail: `${one.body}: ${reply.toLowerCase()}. ${shortened(one.words ?? "")}`.trim(),
    path,
    subject: `${ask}: ${reply.toLowerCase()}`,
    action: say("Read the reply"),
  }
}

const author = (one: { author: string; group: string | null; network: string }) =>
  one.group
    ? say("{author} for {group}, in {network}", {
        author: one.author,
        group: one.group,
        network: one.network,
      })
    : say("{author}, in {network}", { author: one.author, network: one.network })

/** A new topic. */
export function topicItem(place: Place, topic: Topic): Item {
  const replies =
    topic.replies > 0
      ? ` · ${sayCount(topic.replies, { one: "{count} reply", other: "{count} replies" })}`
      : ""
  return {
    title: topic.title,
    detail: `${author(topic)}${replies}${topic.decided ? ` · ${say("decided")}` : ""}`,
    path: `/${place.slug}/networks/${topic.networkId}/topics/${topic.id}`,
    subject:
      topic.news === "decision"
        ? say("Decided: {topic}", { topic: topic.title })
        : say("{topic}: new in {network}", { topic: topic.title, network: topic.network }),
    action: say("Read it"),
  }
}

function spokeInWords({ author, group, network }: Post, how: "mentioned" | "replied" | "last"): string {
  if (!group) {
    const by = { author, network }
    if (how === "mentioned") return say("{author} mentioned you, in {network}.", by)
    return how === "last"
      ? say("{author} replied last, in {network}.", by)
      : say("{author} replied, in {network}.", by)
  }
  const by = { author, group, network }
  if (how === "mentioned") return say("{author} for {group} mentioned you, in {network}.", by)
  return how === "last"
    ? say("{author} for {group} replied last, in {network}.", by)
    : say("{author} for {group} replied, in {network}.", by)
}

/** New posts of one topic, the latest told. */
export function repliesItem(place: Place, posts: Post[], mentioned: boolean): Item {
  const latest = posts[posts.length - 1] as Post
  const count =
    posts.length > 1
      ? `${sayCount(posts.length, { one: "{count} new reply", other: "{count} new replies" })}. `
      : ""
  return {
    title: latest.topic,
    detail: count + spokeInWords(latest, mentioned ? "mentioned" : posts.length > 1 ? "last" : "replied"),
    path: `/${place.slug}/networks/${latest.networkId}/topics/${latest.topicId}`,
    subject: mentioned
      ? say("{author} mentioned you in {topic}", { author: latest.author, topic: latest.topic })
      : sayCount(
          posts.length,
          { one: "{topic}: {count} new reply", other: "{topic}: {count} new replies" },
          { topic: latest.topic },
        ),
    action: say("Read and reply"),
  }
}

/** A contract that fits what the reader wants to hear of. */
export function opportunityItem(place: Place, { id, title, buyer, closesAt }: NewOpportunity): Item {
  const by = closesAt ? say("Bids by {day}.", { day: place.date(closesAt) }) : null
  return {
    title,
    detail: [buyer ? `${buyer}.` : null, by].filter(Boolean).join(" ") || say("A new opportunity."),
    path: `/${place.slug}/opportunities/${id}`,
    subject: say("{title}: a new opportunity", { title }),
    action: say("Read about it"),
  }
}

/** Something is new in the rooms of the reader. Staff can read emails, so neither the room nor what is new is named. */
export function roomItem(place: Place, { dueOn }: InRooms): Item {
  const title = say("Something is new where you bid together")
  return {
    title: dueOn ? say("A task of yours is due where you bid together") : title,
    detail: dueOn
      ? say("By {day}. Sign in to see what it is.", { day: place.date(dueOn) })
      : say("Sign in to see what it is."),
    path: `/${place.slug}/consortia`,
    subject: title,
    action: say("See your rooms"),
  }
}
