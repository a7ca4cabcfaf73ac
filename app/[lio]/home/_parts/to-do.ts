import type { MemberHome } from "@/lib/home/queries"
import { dayOf, formatDate, formatTime, inWords, plural, relativeDay } from "@/lib/words"

/** Something to do: its words, its one link. */
export type ToDo = { key: string; title: string; about: string; action: string; href: string }

const MOST = 3

function closing(at: Date, now: Date) {
  if (dayOf(at) === dayOf(now)) return `Closes today at ${formatTime(at)}.`
  return `Closes ${relativeDay(at, now)}, on ${formatDate(at)}.`
}

type Waiting = MemberHome["waiting"][number]

function inWordsOf(one: Waiting) {
  if (one.changed > 0) {
    const about = `${plural(one.changed, "answer")} changed since you sent it. What was sent counts until it is sent again.`
    return { about, action: one.lead ? "Check it and send it" : "Look at it" }
  }
  if (one.ready && one.lead)
    return { about: "The answer is ready. It counts once you send it.", action: "Check it and send it" }
  if (one.ready) return { about: "The answer is ready, and waits for your lead.", action: "Look at it" }
  if (one.started) return { about: "Your group has begun its answer.", action: "Go on with it" }
  return { about: `It takes about ${plural(one.minutes, "minute")}.`, action: "Answer" }
}

function renewals(lio: string, { renewals, several }: MemberHome): ToDo[] {
  return renewals.map((one) => ({
    key: `renew ${one.groupId}`,
    title: several ? `Renew the membership of ${one.group}` : "Renew your group’s membership",
    about: `${one.typeName} ${one.state === "ending" ? "ends" : "ended"}${one.endsOn ? ` on ${formatDate(one.endsOn)}` : ""}.`,
    action: "Renew",
    href: `/${lio}/groups/${one.groupId}/membership`,
  }))
}

function consultations(lio: string, { waiting, several, now }: MemberHome): ToDo[] {
  const pressing = [...waiting].sort((a, b) => Number(b.ready && b.lead) - Number(a.ready && a.lead))
  return pressing.map((one) => {
    const { about, action } = inWordsOf(one)
    return {
      key: `${one.id} ${one.groupId}`,
      title: one.title,
      about: `${several ? `${one.group}: ` : ""}${about} ${closing(one.closesAt, now)}`,
      action,
      href: `/${lio}/consultations/${one.id}${several ? `?group=${one.groupId}` : ""}`,
    }
  })
}

function posts(lio: string, { unread }: MemberHome): ToDo[] {
  return unread.map((one) => ({
    key: one.topicId,
    title: one.mentioned
      ? `You are mentioned in “${one.title}”`
      : `${plural(one.posts, "new reply", "new replies")} in “${one.title}”`,
    about: one.network,
    action: "Read it",
    href: `/${lio}/networks/${one.networkId}/topics/${one.topicId}`,
  }))
}

function confirming(lio: string, { toConfirm }: MemberHome): ToDo[] {
  return toConfirm.map((one) => ({
    key: `confirm ${one.id}`,
    title: `Is this still right? ${one.name}`,
    about: "Once a year we ask you to look at what we keep of your group. It takes a minute.",
    action: "Look",
    href: `/${lio}/groups/${one.id}/confirm`,
  }))
}

function joining(lio: string, { networks }: MemberHome): ToDo[] {
  if (networks.length === 0) return []
  const names = inWords(networks.map((one) => one.name))
  return [
    {
      key: "networks",
      title: "Join a network",
      about: `Talk with groups like yours: ${names}.`,
      action: "See the networks",
      href: `/${lio}/networks`,
    },
  ]
}

/** At most three things, the most pressing first: a membership to renew, answers, words to you, the yearly question, a network to join. */
export function toDo(lio: string, home: MemberHome): ToDo[] {
  return [
    ...renewals(lio, home).slice(0, 1),
    ...consultations(lio, home),
    ...posts(lio, home),
    ...confirming(lio, home),
    ...joining(lio, home),
  ].slice(0, MOST)
}
