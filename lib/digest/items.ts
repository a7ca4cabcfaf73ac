import { ASK_REPLIES } from "@/db/vocabulary"
import { answerPath } from "../access/links"
import { daysBetween } from "../days"
import { byNumber, dayOf, formatDate, inWords, plural, shortened } from "../words"
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
  return {
    id,
    slug,
    today,
    dayOf: remembered((moment) => dayOf(new Date(moment), timezone)),
    date: remembered((moment) => formatDate(moment.length === 10 ? moment : new Date(moment), timezone)),
    /** "6 days left", "closes today", "closed 2 days ago" */
    left: remembered((moment) => {
      const days = daysBetween(today, dayOf(new Date(moment), timezone))
      if (days === 0) return "closes today"
      return days < 0 ? `closed ${plural(-days, "day")} ago` : `${plural(days, "day")} left`
    }),
  }
}
type Place = ReturnType<typeof placeOf>

const capital = (words: string) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`

/** A consultation that groups of the reader have not signed off; the link opens it without signing in. */
export function askedItem(
  place: Place,
  invitations: Asked[],
  { id, leads }: { id: string; leads: Set<string> },
): Item {
  const [one] = invitations as [Asked]
  const left = one.closesAt ? place.left(one.closesAt) : null
  const until = left && one.closesAt ? ` ${capital(left)}, until ${place.date(one.closesAt)}.` : ""
  const unsigned = invitations.every(({ started }) => started)
  const yours = unsigned && invitations.some(({ groupId }) => leads.has(groupId))
  const groups = inWords(invitations.map(({ group }) => group).toSorted())
  const state = yours
    ? "begun, and waits for you to sign it off"
    : unsigned
      ? "begun, and not signed off yet"
      : "not answered yet"
  return {
    title: one.title,
    detail: `${groups}: ${state}.${until}`,
    path: answerPath(
      place,
      { id: one.consultationId, closesAt: one.closesAt ? new Date(one.closesAt) : null },
      { personId: id },
    ),
    subject: `${one.title}: ${left ?? (yours ? "sign off your answer" : "waits for your answer")}${left?.endsWith("left") ? (yours ? " to sign off" : " to answer") : ""}`,
    action: yours ? "Read and sign off" : "Answer now",
  }
}

/** A task of a member of staff. */
export function stepItem(place: Place, step: Step): Item {
  const late = daysBetween(step.dueOn, place.today)
  const when =
    late > 0 ? `${plural(late, "day")} late` : late === 0 ? "due today" : `due ${place.date(step.dueOn)}`
  const what = shortened(step.what)
  return {
    title: what,
    detail: step.group ? `${step.group}: ${when}.` : `${capital(when)}.`,
    path: `/${place.slug}/tasks`,
    subject: `${what}: ${when}`,
    action: "See your tasks",
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
      detail: `No reply from ${chase.about} yet; it was due on ${due}.`,
      path,
      subject: `${chase.title}: no reply from ${chase.about}`,
      action: "Chase the reply",
    }
  }
  const answered = `${chase.answered} of ${chase.asked} groups answered`
  if (chase.kind === "outcome") {
    return {
      title: chase.title,
      detail: `It has closed, and ${answered}. Say what came of it.`,
      path,
      subject: `${chase.title}: say what came of it`,
      action: "Write the outcome",
    }
  }
  const left = place.left(chase.on)
  return {
    title: chase.title,
    detail: `${capital(left)}. So far ${answered}.`,
    path,
    subject: `${chase.title}: ${left}`,
    action: "See who has answered",
  }
}

/** What came of what a group said. */
export function happenedItem(place: Place, one: Happened): Item {
  if (one.kind === "consultation") {
    const path = `/${place.slug}/consultations/${one.id}`
    return {
      title: one.title,
      detail: shortened(one.words ?? "It is finished."),
      path,
      subject: `${one.title}: what came of it`,
      action: "Read what came of it",
    }
  }
  if (one.kind === "told") {
    const path = `/${place.slug}/outcomes#${one.id}`
    return {
      title: one.title,
      detail: shortened(one.words ?? `What ${one.body} said to what you told us.`),
      path,
      subject: `${one.title}: what ${one.body} said`,
      action: "Read what came of it",
    }
  }
  const reply = ASK_REPLIES[one.reply as keyof typeof ASK_REPLIES] ?? "Answered"
  const ask = shortened(one.title, 120)
  // The paper as it was sent: anybody may read it, with the reply to each ask.
  const path = `/${place.slug}/representations/${one.id}/${one.version ?? 1}`
  return {
    title: ask,
    detail: `${one.body}: ${reply.toLowerCase()}. ${shortened(one.words ?? "")}`.trim(),
    path,
    subject: `${ask}: ${reply.toLowerCase()}`,
    action: "Read the reply",
  }
}

const author = (one: { author: string; group: string | null; network: string }) =>
  `${one.author}${one.group ? ` for ${one.group}` : ""}, in ${one.network}`

/** A new topic. */
export function topicItem(place: Place, topic: Topic): Item {
  const replies = topic.replies > 0 ? ` · ${plural(topic.replies, "reply", "replies")}` : ""
  return {
    title: topic.title,
    detail: `${author(topic)}${replies}${topic.decided ? " · decided" : ""}`,
    path: `/${place.slug}/networks/${topic.networkId}/topics/${topic.id}`,
    subject:
      topic.news === "decision" ? `Decided: ${topic.title}` : `${topic.title}: new in ${topic.network}`,
    action: "Read it",
  }
}

/** New posts of one topic, the latest told. */
export function repliesItem(place: Place, posts: Post[], mentioned: boolean): Item {
  const latest = posts[posts.length - 1] as Post
  const what = mentioned ? "mentioned you" : byNumber(posts.length, "replied", "replied last")
  const count = posts.length > 1 ? `${plural(posts.length, "new reply", "new replies")}. ` : ""
  return {
    title: latest.topic,
    detail: `${count}${latest.author}${latest.group ? ` for ${latest.group}` : ""} ${what}, in ${latest.network}.`,
    path: `/${place.slug}/networks/${latest.networkId}/topics/${latest.topicId}`,
    subject: mentioned
      ? `${latest.author} mentioned you in ${latest.topic}`
      : `${latest.topic}: ${plural(posts.length, "new reply", "new replies")}`,
    action: "Read and reply",
  }
}
