import type { MemberHome } from "@/lib/home/queries"
import { dayOf, formatDate, inWords, plural, relativeDay } from "@/lib/words"

/** Something to do: its words, its one link. */
export type ToDo = { key: string; title: string; about: string; action: string; href: string }

const MOST = 3

function closing(at: Date | null, now: Date) {
  if (!at) return "No closing date."
  const day = relativeDay(at, now)
  return dayOf(at) === dayOf(now) ? "Closes today." : `Closes ${day}, on ${formatDate(at)}.`
}

function consultations(lio: string, { waiting, groups, now }: MemberHome): ToDo[] {
  const leads = (id: string) => groups.some((group) => group.id === id && group.lead)
  return waiting.map((one) => {
    const forGroup = groups.length > 1 ? ` for ${one.group}` : ""
    const signOff = one.started && leads(one.groupId)
    return {
      key: `${one.consultationId} ${one.groupId}`,
      title: one.title,
      about: one.started
        ? `${one.group} has begun its answer${signOff ? ". It counts once you sign it off" : ""}. ${closing(one.closesAt, now)}`
        : `About ${plural(one.minutes, "minute")}. ${closing(one.closesAt, now)}`,
      action: one.started
        ? signOff
          ? `Check and sign off${forGroup}`
          : `Go on${forGroup}`
        : `Answer${forGroup}`,
      href: `/${lio}/consultations/${one.consultationId}/answer?group=${one.groupId}`,
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

/** At most three things, the most pressing first: answers, then words to you, then a network to join. */
export function toDo(lio: string, home: MemberHome): ToDo[] {
  return [...consultations(lio, home), ...posts(lio, home), ...joining(lio, home)].slice(0, MOST)
}
